"""Fetching a model: the only use of the network, and only when the user asks for it by name."""

from __future__ import annotations

from pathlib import Path

from consistency.embed.models import fetched_home, locate, verify_model
from consistency.errors import ModelError
from consistency.models.digest import verify_file
from consistency.models.manifest import Model, known_model, list_models


def fetch_model(name: str, *, again: bool = False) -> tuple[Path, bool]:
    """The folder of a manifest's model, and whether it had to be downloaded.

    Downloads the pinned revision from the Hugging Face hub, unless the model is here and ``again`` is
    false. Raises ModelError for a name that the manifest does not know, for a failed download, and for
    files that are not those of the manifest; those are not kept.
    """
    model = known_model(name)
    if model is None:
        known = ", ".join(model.name for model in list_models())
        hint = f"known: {known}; any other sentence-transformers model can be given as a folder"
        raise ModelError("no model of this name in the manifest, so its digest is not known", where=name, hint=hint)
    if not again:
        try:
            verify_model(model.name)
            return locate(model.name).folder, False
        except ModelError:
            pass
    return _download(model), True


def _download(model: Model) -> Path:
    import tempfile

    home = fetched_home()
    home.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home, prefix=".fetch-") as scratch:
        for file in model.files:
            path = _download_file(model, file.path, Path(scratch))
            verify_file(path, file)
        return _place(Path(scratch), home / model.name, model)


def _download_file(model: Model, path: str, folder: Path) -> Path:
    from huggingface_hub import hf_hub_download

    try:
        return Path(hf_hub_download(model.repository, path, revision=model.revision, local_dir=folder))
    except Exception as error:  # the hub's client raises errors of four libraries
        hint = "check the network, and that HF_HUB_OFFLINE is not set"
        message = f"the download failed ({type(error).__name__}: {str(error).splitlines()[0]})"
        raise ModelError(message, where=f"{model.repository}/{path}", hint=hint) from error


def _place(scratch: Path, folder: Path, model: Model) -> Path:
    import shutil

    made = folder.with_name(f".new-{folder.name}")
    shutil.rmtree(made, ignore_errors=True)
    for file in model.files:
        target = made / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        (scratch / file.path).replace(target)
    shutil.rmtree(folder, ignore_errors=True)
    made.replace(folder)
    return folder
