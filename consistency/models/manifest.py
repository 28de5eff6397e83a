"""What the manifest lists: encoders, the linguistic pipeline and the lexicon, with the digest of each file."""

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

#: The distribution of this program, which contains the manifest, the graphs and the lexicon.
OURS = "claim-consistency"


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file of a bundle: its path in the bundle's folder, SHA-256 and bytes."""

    path: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """Data files that belong together.

    ``module`` is the installed Python package that contains them in ``folder``, if there is one, and
    ``distribution`` what to install for it.
    """

    name: str
    licence: str
    origin: str
    made: str
    files: tuple[File, ...]
    version: str = ""
    module: str | None = None
    distribution: str | None = None
    folder: str = ""

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files)

    @property
    def digest(self) -> str:
        """SHA-256 over the paths and digests of all files."""
        return digest_of(self.files)

    @property
    def repair(self) -> str:
        """What to do when a file is missing or altered."""
        return reinstall(self.distribution or OURS, self.version if self.distribution else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Model(Bundle):
    """An encoder of the manifest.

    ``revision`` is the commit of ``repository`` on the Hugging Face hub. ``graph`` is the ONNX graph that
    runs it, ``layer`` the hidden layer (from 1) of the word-piece vectors, ``pieces`` the most it reads.
    """

    repository: str
    revision: str
    layer: int
    pieces: int
    graph: File | None = None

    @property
    def weights(self) -> File:
        """The file of the weights."""
        return next(file for file in self.files if file.path == WEIGHTS)

    @property
    def digest(self) -> str:
        """SHA-256 over the paths and digests of all files, the graph included."""
        return digest_of((*self.files, *((self.graph,) if self.graph else ())))


def digest_of(files: tuple[File, ...]) -> str:
    """SHA-256 over the paths and digests of files, whatever their order."""
    lines = sorted(f"{file.sha256}  {file.path}\n" for file in files)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def reinstall(distribution: str, version: str = "") -> str:
    """The command that replaces the files of an installed distribution."""
    pinned = f"{distribution}=={version}" if version else distribution
    return f"reinstall it: pip install --force-reinstall --no-deps --no-cache-dir {pinned}"


def models_home() -> Path:
    """The folder of the manifest and of our own small model files."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_models"
    return installed if installed.is_dir() else package.parent / "models"


@cache
def list_models() -> tuple[Model, ...]:
    """The encoders of the manifest, the default one first. Raises ModelError."""
    rows = [dict(row) for row in _manifest()["models"]]
    for row in rows:
        graph = row.pop("graph", None)
        row["graph"] = File(**graph) if graph else None
    return tuple(Model(**_filed(row)) for row in rows)


@cache
def pipeline_bundle() -> Bundle:
    """The linguistic pipeline that is run directly from its files; paths start at its Python package."""
    return Bundle(**_filed(_manifest()["pipeline"]))


@cache
def lexicon_bundle() -> Bundle:
    """The dictionary of related words; paths start at ``models_home()``."""
    return Bundle(**_filed(_manifest()["lexicon"]))


def known_model(name: str) -> Model | None:
    """The manifest's entry for a name or hub repository, or ``None``."""
    return next((model for model in list_models() if name in (model.name, model.repository)), None)


@cache
def _manifest() -> dict[str, Any]:
    path = models_home() / "manifest.json"
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
        return {"models": read["models"], "pipeline": read["pipeline"], "lexicon": read["lexicon"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = f"the list of models cannot be read ({type(error).__name__}: {error})"
        raise ModelError(message, where=str(path), hint=reinstall(OURS)) from error


def _filed(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "files": tuple(File(**file) for file in row["files"])}
