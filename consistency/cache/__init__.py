"""A small key-value store on disk with results of earlier runs.

One SQLite file, shared by all processes of a user. The cache never fails a check: if it cannot be used (corrupt,
locked, full disk, no permission), one warning says so and every lookup returns nothing.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from consistency.cache.file import CacheWarning, warn
from consistency.cache.store import Store
from consistency.settings import Settings

__all__ = ["FILE", "CacheWarning", "Store", "cache_folder", "open_store", "warn"]

#: The number identifies the layout: a new layout gets a new file.
FILE = "cache-1.sqlite"


def cache_folder(settings: Settings) -> Path:
    """The folder of the cache: the setting, ``CONSISTENCY_CACHE_DIR``, or the platform's usual place."""
    named = settings.cache_dir or os.environ.get("CONSISTENCY_CACHE_DIR")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("consistency", appauthor=False))


def open_store(settings: Settings, *, on_fault: Callable[[str], None] = warn) -> Store | None:
    """The store that the settings name; None if they switch the cache off. Nothing is read yet.

    ``on_fault`` is called once with why the store cannot be used.
    """
    return Store(cache_folder(settings) / FILE, on_fault=on_fault) if settings.cache else None
