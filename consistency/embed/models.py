"""Where encoders are on this machine: one that comes with this program, a folder, or the hub's local cache."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from consistency.cache import Store
from consistency.errors import ModelError
from consistency.models.digest import files, listed, notice_changes, verify_bundle
from consistency.models.manifest import File, Model, known_model, list_models

#: Weights in these forms can run code when they are read.
_PICKLED = (".bin", ".pt", ".pth", ".ckpt", ".pkl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A model on this machine: its folder, and the manifest's entry where it has one."""

    name: str
    folder: Path
    model: Model | None = None


def model_path(name: str) -> Path:
    """The folder of a model's files on this machine. Raises ModelError if they are not here."""
    return locate(name).folder


def locate(name: str) -> Located:
    """Find a model by its name in the manifest, its folder, or its name in the local hub cache."""
    model = known_model(name)
    if model is not None:
        return Located(name=model.name, folder=model.folder, model=model)
    folder = Path(name).expanduser()
    if not folder.is_dir():
        folder = _hub_folder(name)
    _refuse_pickles(folder)
    return Located(name=name if folder != Path(name).expanduser() else folder.resolve().name, folder=folder)


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
    return verify_bundle(located.model) if located.model else tuple(files(located.folder))


def notice(located: Located, store: Store | None) -> None:
    """Raise ModelError where a file of a model of the manifest has changed since it was verified."""
    if located.model is not None:
        notice_changes(listed(located.model), store)
