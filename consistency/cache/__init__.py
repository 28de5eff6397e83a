"""A small key-value store on disk that lets a second run reuse what the first one understood.

One SQLite file, shared by all processes of a user. A cache is a convenience: whatever is wrong with
it (corrupt, locked, full disk, no permission) is said once, and the answer is "not there".
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from consistency.cache.file import CacheWarning, warn
from consistency.cache.store import Store
from consistency.settings import Settings

__all__ = ["FILE", "CacheWarning", "Store", "cache_folder", "open_store", "warn"]

#: The number is the layout of the file: another layout is another file.
FILE = "cache-1.sqlite"


def cache_folder(settings: Settings) -> Path:
    """The folder of the cache: the setting, ``CONSISTENCY_CACHE_DIR``, or the platform's usual place."""
    named = settings.cache_dir or os.environ.get("CONSISTENCY_CACHE_DIR")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("consistency", appauthor=False))


def open_store(settings: Settings, *, tell: Callable[[str], None] = warn) -> Store | None:
    """The store of this run, or ``None`` where the settings switch it off. Nothing is read yet."""
    return Store(cache_folder(settings) / FILE, tell=tell) if settings.cache else None
