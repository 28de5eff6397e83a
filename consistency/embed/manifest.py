"""The models we know: name, licence, origin, revision, and the digest of each file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from consistency.errors import ModelError

#: The file of the weights: the only kind that is read. Pickled weights (.bin, .pt) can run code.
WEIGHTS = "model.safetensors"


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file of a model: its path in the model's folder, SHA-256 and bytes."""

    path: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A model of the manifest.

    ``revision`` is the commit of ``repository`` on the Hugging Face hub. ``module`` is the installed
    Python package that carries the files in ``folder``, if one does. ``graph`` is the ONNX graph that
    runs it, ``layer`` the hidden layer (from 1) of the word-piece vectors, ``pieces`` the most it reads.
    """

    name: str
    repository: str
    revision: str
    licence: str
    origin: str
    made: str
    files: tuple[File, ...]
    layer: int
    pieces: int
    graph: File | None = None
    module: str | None = None
    distribution: str | None = None
    folder: str = ""

    @property
    def weights(self) -> File:
        """The file of the weights."""
        return next(file for file in self.files if file.path == WEIGHTS)

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files)


def models_home() -> Path:
    """The folder of the manifest and of our own small model files."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_models"
    return installed if installed.is_dir() else package.parent / "models"


@cache
def list_models() -> tuple[Model, ...]:
    """The models of the manifest, the default one first."""
    path = models_home() / "manifest.json"
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))["models"]
    except OSError as error:
        raise ModelError("the list of models cannot be read", where=str(path), hint="install again") from error
    return tuple(_model(row) for row in rows)


def _model(row: dict[str, Any]) -> Model:
    files = tuple(File(**file) for file in row.pop("files"))
    graph = row.pop("graph", None)
    return Model(files=files, graph=File(**graph) if graph else None, **row)


def known_model(name: str) -> Model | None:
    """The manifest's entry for a name or hub repository, or ``None``."""
    return next((model for model in list_models() if name in (model.name, model.repository)), None)
