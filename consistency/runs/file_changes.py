"""Notices changed files; the only module that imports watchfiles."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterable
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

from consistency.errors import ConsistencyError, install

#: Milliseconds between two looks; a file being written is reported once it was left alone for as long.
STEP = 50


def require_watchfiles() -> None:
    """Raise ``ConsistencyError`` if the library is missing; does not import it."""
    if find_spec("watchfiles") is None:
        raise ConsistencyError("--watch needs watchfiles", hint=install("watch"))


def changes(folders: Iterable[Path]) -> Generator[frozenset[str], None, None]:
    """At every step the files in these folders that changed since the last step, mostly none.

    Folders are watched instead of files, as editors replace a file by a new one. From the first step on no change is
    missed, unless the system cannot watch: then none is ever reported.
    """
    from watchfiles import watch

    # Not recursive: the folder of a single draft may be somebody's home.
    heard = watch(
        *sorted(folders), recursive=False, watch_filter=None, step=STEP, rust_timeout=1, yield_on_timeout=True,
        ignore_permission_denied=True,
    )  # fmt: skip
    try:
        with closing(heard):
            for changes in heard:
                yield frozenset(path for _, path in changes)
    except (OSError, RuntimeError):
        # A folder has been removed, or the system's limit on watches is reached.
        while True:
            time.sleep(STEP / 1000)
            yield frozenset()
