"""Which linguistic pipeline annotates: the one that comes with this program, or another one that spaCy runs."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from consistency.cache import Store
from consistency.errors import ModelError, install
from consistency.models.digest import files_digest, listed, notice_changes, verify_bundle
from consistency.models.digest import sha256 as file_digest
from consistency.models.manifest import File, pipeline_bundle

#: The file that makes a folder a pipeline of spaCy.
CONFIG = "config.cfg"

_VERSION = re.compile(r'^__version__ = "([^"]+)"', re.MULTILINE)


def is_bundled(name: str) -> bool:
    """Whether this is the pipeline that comes with the program, which needs no spaCy."""
    return name == pipeline_bundle().name


@lru_cache(maxsize=8)
def pipeline_folder(name: str) -> Path:
    """The data folder of another pipeline: an installed package of this name, or a folder. Runs no code of it.

    Raises ModelError where spaCy or the pipeline is not installed.
    """
    if find_spec("spacy") is None:
        raise ModelError("other linguistic pipelines need spaCy", where=name, hint=install("spacy"))
    for place in (Path(name).expanduser(), *_package(name)):
        for config in (place / CONFIG, *sorted(place.glob(f"*/{CONFIG}"))):
            if config.is_file():
                return config.parent.resolve()
    hint = f"python -m spacy download {name}, or use {pipeline_bundle().name}, which comes with this program"
    raise ModelError("no such linguistic pipeline is installed", where=name, hint=hint)


def _package(name: str) -> list[Path]:
    # find_spec of a top-level package runs none of its code.
    spec = find_spec(name) if name.isidentifier() else None
    return [Path(folder) for folder in (spec.submodule_search_locations or ())] if spec else []


def pipeline_signature(name: str, store: Store | None = None) -> str:
    """Name, version and digest of all files of what annotates, for the report's signature.

    ``store`` remembers which files were verified. Raises ModelError where a file is missing or has changed, or
    the pipeline is not installed.
    """
    if is_bundled(name):
        bundle = pipeline_bundle()
        notice_changes(listed(bundle), store)
        return f"numpy|{bundle.name}-{bundle.version}|{bundle.digest[:12]}"
    folder = pipeline_folder(name)
    digest = files_digest(folder, data_files(folder), store)[:12]
    return f"spacy-{_spacy_version()}|{folder.name}|{digest}"


def verify_pipeline(name: str) -> tuple[File, ...]:
    """The files of a pipeline with the digests they have now, all read in full.

    Raises ModelError if a file of the pipeline that comes with this program differs from the manifest.
    """
    if is_bundled(name):
        return verify_bundle(pipeline_bundle())
    folder = pipeline_folder(name)
    found = ((path, path.relative_to(folder).as_posix()) for path in data_files(folder))
    return tuple(File(path=name, sha256=file_digest(path), size=path.stat().st_size) for path, name in found)


def data_files(folder: Path) -> list[Path]:
    """All files of a pipeline's folder except compiled Python."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)


def _spacy_version() -> str:
    """The version in the source of spaCy: importing spaCy or its metadata takes longer than a cached report."""
    spec = find_spec("spacy")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        about = Path(folder) / "about.py"
        found = _VERSION.search(about.read_text("utf-8")) if about.is_file() else None
        if found:
            return found.group(1)
    return "unknown"
