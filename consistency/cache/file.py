"""The SQLite file of the store: opened on first use, replaced if corrupt."""

from __future__ import annotations

import os
import sqlite3
import warnings
from collections.abc import Callable
from pathlib import Path

from consistency.cache.table import connect, corrupt, hurry


class CacheWarning(UserWarning):
    """The cache cannot be used; the check continues without it."""


def warn(message: str) -> None:
    """Emit a ``CacheWarning``."""
    warnings.warn(message, CacheWarning, stacklevel=2)


class File:
    """An SQLite file; its faults raise nothing, and ``on_fault`` is called once with the first. Not thread-safe."""

    def __init__(self, path: Path, on_fault: Callable[[str], None]) -> None:
        self._path = path
        self._on_fault = on_fault
        self._connection: sqlite3.Connection | None = None
        self._owner = 0
        self._broken = False
        self._reported = False

    def attempt(self, work: Callable[[sqlite3.Connection], object]) -> None:
        """Do the work if the file can be used; if the file is corrupt, once more with a new one."""
        if self._broken:
            return
        for last in (False, True):
            try:
                work(self._open())
                return
            except (sqlite3.Error, OSError, ValueError) as error:
                # A file that is locked, read-only or on a full disk may be sound: only a damaged one is replaced.
                damaged = corrupt(error)
                self._complain(error, broken=last or (self._connection is None and not damaged))
                if not damaged:
                    return
                self._discard()

    def close(self) -> None:
        """Close the file; the next ``attempt`` opens it again."""
        connection, self._connection = self._connection, None
        if connection is not None and self._owner == os.getpid():
            connection.close()

    def _open(self) -> sqlite3.Connection:
        # A connection must not cross a fork; the child opens its own and never touches the parent's.
        if self._connection is None or self._owner != os.getpid():
            self._connection = connect(self._path)
            self._owner = os.getpid()
        return self._connection

    def _discard(self) -> None:
        self.close()
        for suffix in ("", "-wal", "-shm"):
            try:
                self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
            except OSError:
                self._broken = True

    def _complain(self, error: Exception, *, broken: bool) -> None:
        self._broken = self._broken or broken
        if self._connection is not None:
            hurry(self._connection)
        if not self._reported:
            self._reported = True
            self._on_fault(f"the cache at {self._path} cannot be used ({error}); the check goes on without it")
