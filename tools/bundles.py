"""The files of a bundle under ``models/``, and its entry in the manifest."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from consistency.models.manifest import list_models, models_home, pipeline_bundle, read_manifest

if TYPE_CHECKING:
    from numpy.typing import NDArray


def write_bundle(name: str, files: Mapping[str, bytes], **described: Any) -> None:
    """Write files into ``models/NAME`` and their digests into the manifest, where the bundle has an entry.

    ``described`` replaces further fields of that entry.
    """
    home = models_home()
    for path, content in files.items():
        target = home / name / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    manifest = json.loads((home / "manifest.json").read_text(encoding="utf-8"))
    entry = next(row for row in (*manifest["models"], manifest["pipeline"]) if row["name"] == name)
    entry.update(described, files=listed(name, files))
    (home / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    for cached in (read_manifest, list_models, pipeline_bundle):
        cached.cache_clear()


def listed(name: str, files: Mapping[str, bytes]) -> list[dict[str, Any]]:
    """The rows of the manifest for these files."""
    return [
        {"path": f"{name}/{path}", "sha256": sha256(content).hexdigest(), "size": len(content)}
        for path, content in files.items()
    ]


def differing(name: str, files: Mapping[str, bytes]) -> list[str]:
    """The files that are missing from ``models/NAME`` or differ from these."""
    folder = models_home() / name
    return [path for path, content in files.items() if _content(folder / path) != content]


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def read_tensors(content: bytes) -> dict[str, NDArray[Any]]:
    """The floating-point tensors of a safetensors file, by name, in the order in which they are stored."""
    import numpy as np

    (size,) = struct.unpack_from("<Q", content)
    header = json.loads(content[8 : 8 + size])
    kinds: dict[str, np.dtype[Any]] = {"F32": np.dtype("<f4"), "F16": np.dtype("<f2")}
    entries = [(name, entry) for name, entry in header.items() if entry.get("dtype") in kinds]
    found = {}
    for name, entry in sorted(entries, key=lambda item: item[1]["data_offsets"]):
        start, end = (8 + size + offset for offset in entry["data_offsets"])
        found[name] = np.frombuffer(content[start:end], kinds[entry["dtype"]]).reshape(entry["shape"])
    return found


def write_tensors(tensors: Mapping[str, NDArray[Any]]) -> bytes:
    """Tensors as a safetensors file: the same bytes for the same tensors in the same order."""
    header: dict[str, Any] = {"__metadata__": {"format": "pt"}}
    start = 0
    for name, tensor in tensors.items():
        kind = {"<f4": "F32", "<f2": "F16"}[tensor.dtype.newbyteorder("<").str]
        header[name] = {"dtype": kind, "shape": list(tensor.shape), "data_offsets": [start, start + tensor.nbytes]}
        start += tensor.nbytes
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    return struct.pack("<Q", len(text)) + text + b"".join(tensor.tobytes() for tensor in tensors.values())
