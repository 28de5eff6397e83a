"""The encoders, the linguistic pipeline and the lexicon that come with this program, with the digest of each file."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from consistency.errors import ModelError

#: The file of an encoder's weights: the only kind that is read. Pickled weights (.bin, .pt) can run code.
WEIGHTS = "model.safetensors"

#: The file of an encoder's ONNX graph.
GRAPH = "graph.onnx"

#: The distribution of this program, which contains the manifest and all files that it lists.
OURS = "claim-consistency"


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file: its path in the folder of all models, SHA-256 and bytes."""

    path: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """Data files that belong together and come with this program."""

    name: str
    licence: str
    origin: str
    made: str
    files: tuple[File, ...]
    version: str = ""

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files)

    @property
    def digest(self) -> str:
        """SHA-256 over the paths and digests of all files."""
        return digest_of(self.files)

    @property
    def folder(self) -> Path:
        """The folder of the files on this machine."""
        return models_home() / self.name

    def file(self, name: str) -> File:
        """The entry of a file by its path in ``folder``. Raises StopIteration where the bundle has no such file."""
        return next(file for file in self.files if file.path == f"{self.name}/{name}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Model(Bundle):
    """An encoder.

    ``revision`` is the commit of ``repository`` on the Hugging Face hub from which it was made, ``layer`` the
    hidden layer (from 1) of the word-piece vectors, ``pieces`` the most word pieces that it reads.
    """

    repository: str
    revision: str
    layer: int
    pieces: int

    @property
    def weights(self) -> File:
        """The file of the weights."""
        return self.file(WEIGHTS)

    @property
    def graph(self) -> File | None:
        """The file of the ONNX graph, if it has one."""
        return next((file for file in self.files if file.path == f"{self.name}/{GRAPH}"), None)


def digest_of(files: tuple[File, ...]) -> str:
    """SHA-256 over the paths and digests of files, whatever their order."""
    lines = sorted(f"{file.sha256}  {file.path}\n" for file in files)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


#: What to do when a file of a bundle is missing or altered.
REINSTALL = f"reinstall it: pip install --force-reinstall --no-deps --no-cache-dir {OURS}"


def models_home() -> Path:
    """The folder of the manifest and of all files that it lists."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_models"
    return installed if installed.is_dir() else package.parent / "models"


@cache
def list_models() -> tuple[Model, ...]:
    """The encoders of the manifest, the default one first. Raises ModelError."""
    return tuple(Model(**_filed(row)) for row in read_manifest()["models"])


@cache
def pipeline_bundle() -> Bundle:
    """The linguistic pipeline."""
    return Bundle(**_filed(read_manifest()["pipeline"]))


@cache
def lexicon_bundle() -> Bundle:
    """The dictionary of related words."""
    return Bundle(**_filed(read_manifest()["lexicon"]))


def known_model(name: str) -> Model | None:
    """The manifest's entry for a name or hub repository, or ``None``."""
    return next((model for model in list_models() if name in (model.name, model.repository)), None)


@cache
def read_manifest() -> dict[str, Any]:
    """What the manifest lists, by kind. Raises ModelError where it cannot be read."""
    path = models_home() / "manifest.json"
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
        return {"models": read["models"], "pipeline": read["pipeline"], "lexicon": read["lexicon"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = f"the list of models cannot be read ({type(error).__name__}: {error})"
        raise ModelError(message, where=str(path), hint=REINSTALL) from error


def _filed(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "files": tuple(File(**file) for file in row["files"])}
