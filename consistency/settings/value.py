"""What a user can set, in one frozen value with a digest for the report's signature."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from consistency.types import Acceptance

#: Largest article that is read without being asked twice, in bytes.
MAX_BYTES = 2_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """Where the sources of articles lie: ``article`` is a glob with ``{names}`` that the ``source`` patterns use."""

    article: str
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Options of one run; the defaults are what a newsroom wants on the first day.

    Rules are named by code, by the beginning of codes, or by name. Patterns and paths are relative to
    ``root``, the folder of the settings file, or to the working folder where there is none.
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
    cache: bool = True
    cache_dir: str | None = None
    max_bytes: int = MAX_BYTES
    encoding: str | None = None
    required_version: str | None = None
    root: str | None = None

    def digest(self) -> str:
        """Eight hexadecimal digits that change when a setting that can change findings does."""
        parts = {name: value for name, value in asdict(self).items() if name in TELLING}
        return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()[:8]


#: The settings that can change what is found in given articles; the others say which are read, and what follows.
TELLING = frozenset(
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
        "encoding",
    }
)
