"""What a user can set, in one frozen value with a digest for the report's signature."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass

#: Largest article that is read without being asked twice, in bytes.
MAX_BYTES = 2_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Options of one run; the defaults are what a newsroom wants on the first day."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_confidence: float = 0.5
    model: str = "all-MiniLM-L6-v2"
    runtime: str = "auto"
    cache: bool = True
    cache_dir: str | None = None
    max_bytes: int = MAX_BYTES
    encoding: str | None = None

    def digest(self) -> str:
        """Eight hexadecimal digits that change when a setting that can change findings does."""
        parts = asdict(self)
        for place in ("cache", "cache_dir", "max_bytes"):
            del parts[place]
        return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:8]
