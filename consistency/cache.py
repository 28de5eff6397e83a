"""A small key-value store on disk that lets a second run reuse what the first one understood.

One SQLite file, shared by all processes of a user. A cache is a convenience: whatever is wrong with
it (corrupt, locked, full disk, no permission) is said once, and the answer is "not there".
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
import warnings
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from consistency.settings import Settings

#: Bytes of live data beyond which the oldest entries go; some 20,000 sentences with their word vectors.
LIMIT = 512 * 1024 * 1024

#: Share of the limit that eviction leaves, so that it does not run at every write.
KEEP = 0.8

#: The number is the layout of the file: another layout is another file.
FILE = "cache-1.sqlite"

#: Seconds to wait for another process that is writing, the first time and, if that was in vain, from then on.
PATIENCE, IMPATIENCE = 3.0, 0.05

_CORRUPT = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)

#: Keys asked for in one statement; SQLite's oldest limit on parameters is 999.
CHUNK = 900

_SCHEMA = """
CREATE TABLE IF NOT EXISTS entries (
    id INTEGER PRIMARY KEY,
    namespace TEXT NOT NULL,
    key BLOB NOT NULL,
    value BLOB NOT NULL,
    UNIQUE (namespace, key)
)"""


class CacheWarning(UserWarning):
    """The cache cannot be used; the check goes on without it."""


def warn(message: str) -> None:
    """Say that the cache is not used."""
    warnings.warn(message, CacheWarning, stacklevel=2)


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


class Store:
    """Bytes by namespace and key. No method raises; ``tell`` hears once why the store is not used.

    Safe with several processes and threads. Values carry a checksum: a damaged one is not returned.
    """

    def __init__(self, path: Path, *, limit: int = LIMIT, tell: Callable[[str], None] = warn) -> None:
        self.path = path
        self._limit = limit
        self._tell = tell
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None
        self._owner = 0
        self._broken = False
        self._told = False
        self._together = 0
        self._waiting: dict[tuple[str, bytes], bytes] = {}

    def get(self, namespace: str, key: bytes) -> bytes | None:
        """The value, or ``None``."""
        return self.get_many(namespace, [key]).get(key)

    def put(self, namespace: str, key: bytes, value: bytes) -> None:
        """Keep one value."""
        self.put_many(namespace, {key: value})

    def get_many(self, namespace: str, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """The values that are there."""
        found: dict[bytes, bytes] = {}
        with self._lock:
            if self._waiting:
                found = {key: self._waiting[namespace, key] for key in keys if (namespace, key) in self._waiting}
                keys = [key for key in keys if key not in found]
            self._attempt(lambda connection: found.update(_read(connection, namespace, keys)))
        return found

    def put_many(self, namespace: str, items: Mapping[bytes, bytes]) -> None:
        """Keep all values, in one transaction."""
        if not items:
            return
        with self._lock:
            self._waiting.update({(namespace, key): value for key, value in items.items()})
            if not self._together:
                self._flush()

    @contextlib.contextmanager
    def together(self) -> Iterator[None]:
        """What is kept meanwhile is written at the end in one transaction: each takes longer than its values."""
        with self._lock:
            self._together += 1
        try:
            yield
        finally:
            with self._lock:
                self._together -= 1
                if not self._together:
                    self._flush()

    def _flush(self) -> None:
        waiting, self._waiting = self._waiting, {}
        rows = [(namespace, key, _seal(value)) for (namespace, key), value in waiting.items()]
        if rows:
            self._attempt(lambda connection: _write(connection, rows, self._limit))

    def size(self) -> int:
        """Bytes of live data in the file."""
        sizes: list[int] = []
        with self._lock:
            self._attempt(lambda connection: sizes.append(_live(connection)))
        return sizes[0] if sizes else 0

    def close(self) -> None:
        """Let go of the file; the next call opens it again."""
        with self._lock:
            connection, self._connection = self._connection, None
            if connection is not None and self._owner == os.getpid():
                connection.close()

    def _attempt(self, work: Callable[[sqlite3.Connection], object]) -> None:
        if self._broken:
            return
        for last in (False, True):
            try:
                work(self._open())
                return
            except (sqlite3.Error, OSError, ValueError) as error:
                corrupt = getattr(error, "sqlite_errorcode", None) in _CORRUPT
                # Anything else (locked, read-only, full) leaves a file that may be good alone.
                self._complain(error, broken=last or (self._connection is None and not corrupt))
                if not corrupt:
                    return
                self._discard()

    def _open(self) -> sqlite3.Connection:
        # A connection must not cross a fork; the child opens its own and never touches the parent's.
        if self._connection is None or self._owner != os.getpid():
            self._connection = _connect(self.path)
            self._owner = os.getpid()
        return self._connection

    def _discard(self) -> None:
        self.close()
        for suffix in ("", "-wal", "-shm"):
            try:
                self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)
            except OSError:
                self._broken = True

    def _complain(self, error: Exception, *, broken: bool) -> None:
        self._broken = self._broken or broken
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute(f"PRAGMA busy_timeout = {round(IMPATIENCE * 1000)}")
        if not self._told:
            self._told = True
            self._tell(f"the cache at {self.path} cannot be used ({error}); the check goes on without it")


def _connect(path: Path) -> sqlite3.Connection:
    # Claims hold an article's words before it is published: only the user may read them.
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(mode=0o600)
    connection = sqlite3.connect(path, timeout=PATIENCE, check_same_thread=False)
    try:
        # Where others hold the file, or on a network drive, it stays in the mode in which it is.
        with contextlib.suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(_SCHEMA)
        connection.commit()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _read(connection: sqlite3.Connection, namespace: str, keys: Sequence[bytes]) -> Iterator[tuple[bytes, bytes]]:
    for start in range(0, len(keys), CHUNK):
        some = keys[start : start + CHUNK]
        marks = ",".join("?" * len(some))
        # Only question marks are put into the statement.
        query = f"SELECT key, value FROM entries WHERE namespace = ? AND key IN ({marks})"  # noqa: S608
        for key, sealed in connection.execute(query, (namespace, *some)):
            value = _unseal(sealed)
            if value is not None:
                yield key, value


def _write(connection: sqlite3.Connection, rows: list[tuple[str, bytes, bytes]], limit: int) -> None:
    with connection:
        connection.executemany("INSERT OR REPLACE INTO entries (namespace, key, value) VALUES (?, ?, ?)", rows)
    while (live := _live(connection)) > limit:
        (count,) = connection.execute("SELECT COUNT(*) FROM entries").fetchone()
        surplus = max(1, round(count * (1 - KEEP * limit / live)))
        with connection:
            query = "DELETE FROM entries WHERE id IN (SELECT id FROM entries ORDER BY id LIMIT ?)"
            if connection.execute(query, (surplus,)).rowcount == 0:
                return


def _live(connection: sqlite3.Connection) -> int:
    pages, free, size = (
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
    )
    return int((pages - free) * size)


def _seal(value: bytes) -> bytes:
    return zlib.crc32(value).to_bytes(4, "little") + value


def _unseal(sealed: object) -> bytes | None:
    if not isinstance(sealed, bytes):
        return None
    value = sealed[4:]
    return value if zlib.crc32(value).to_bytes(4, "little") == sealed[:4] else None
