"""All settings as one frozen value, with a digest for the report's signature."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from consistency.types import Acceptance

#: Default maximum size of an article in bytes.
MAX_BYTES = 2_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """Where sources are: ``article`` is a pattern with ``{names}`` that the ``source`` patterns use."""

    article: str
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Options of one run.

    Rules are given by code, code prefix or name. Patterns and paths are relative to ``root``, the folder of the
    settings file, or to the working directory if there is none.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    extend_ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    severity: tuple[tuple[str, str], ...] = ()
    min_severity: str = "note"
    min_confidence: float = 0.5
    fail_on: str = "error"
    tolerance: float = 0.0
    aliases: tuple[tuple[str, ...], ...] = ()
    accepted: tuple[Acceptance, ...] = ()
    suppressions: bool = True
    baseline: str | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    extend_exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    respect_gitignore: bool = True
    source_keys: tuple[str, ...] = ("sources", "source", "references", "source_url", "canonical_source")
    mappings: tuple[Mapping, ...] = ()
    snapshot_dir: str = ".consistency/sources"
    model: str = "all-MiniLM-L6-v2"
    runtime: str = "auto"
    pipeline: str = "en_core_web_sm"
    cache: bool = True
    cache_dir: str | None = None
    max_bytes: int = MAX_BYTES
    encoding: str | None = None
    required_version: str | None = None
    root: str | None = None

    def digest(self) -> str:
        """Eight hexadecimal digits that identify the settings which affect findings."""
        parts = {name: value for name, value in asdict(self).items() if name in AFFECTS_FINDINGS}
        return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()[:8]


#: The settings that affect the findings in given articles; the others decide which are read and what happens after.
AFFECTS_FINDINGS = frozenset(
    {
        "select",
        "ignore",
        "extend_select",
        "extend_ignore",
        "per_file_ignores",
        "severity",
        "min_severity",
        "min_confidence",
        "tolerance",
        "aliases",
        "accepted",
        "suppressions",
        "model",
        "runtime",
        "pipeline",
        "encoding",
    }
)
