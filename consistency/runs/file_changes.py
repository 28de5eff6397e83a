"""Hearing of files that change: the one module that imports watchfiles."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterable
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

from consistency.errors import ConsistencyError, install

#: Milliseconds between two moments; what is being written is heard of when it was still for as long.
STEP = 50


def require() -> None:
    """Raise ``ConsistencyError`` where the library is missing; it is not imported yet."""
    if find_spec("watchfiles") is None:
        raise ConsistencyError("--watch needs watchfiles", hint=install("watch"))


def alarms(folders: Iterable[Path]) -> Generator[frozenset[str], None, None]:
    """At each moment the files in these folders that changed since the last one, mostly none.

    Folders are watched and not files, since editors put a new file in the place of the old one. From the first
    moment on nothing is missed, unless the system cannot watch: then nothing is ever heard.
    """
    from watchfiles import watch

    # The folders below are not watched: that of a single draft may be somebody's home.
    heard = watch(
        *sorted(folders), recursive=False, watch_filter=None, step=STEP, rust_timeout=1, yield_on_timeout=True,
        ignore_permission_denied=True,
    )  # fmt: skip
    try:
        with closing(heard):
            for changes in heard:
                yield frozenset(path for _, path in changes)
    except (OSError, RuntimeError):
        # A folder that is gone meanwhile, or more of them than the system has watches for.
        while True:
            time.sleep(STEP / 1000)
            yield frozenset()
