"""The table in the store's file: its SQL, and the checksum that reveals a damaged value."""

from __future__ import annotations

import contextlib
import sqlite3
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

#: Share of the limit that eviction leaves, so that it does not run at every write.
KEEP = 0.8

#: Seconds to wait for another process that is writing: the first time, and after a wait in vain.
PATIENCE, IMPATIENCE = 3.0, 0.05

#: Keys asked for in one statement; SQLite's oldest limit on parameters is 999.
CHUNK = 900

_CORRUPT = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)

_SCHEMA = """
CREATE TABLE IF NOT EXISTS entries (
    id INTEGER PRIMARY KEY,
    namespace TEXT NOT NULL,
    key BLOB NOT NULL,
    value BLOB NOT NULL,
    UNIQUE (namespace, key)
)"""


def connect(path: Path) -> sqlite3.Connection:
    """Open the file and its table, created if missing."""
    # It contains words of unpublished articles: only the user may read it.
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(mode=0o600)
    connection = sqlite3.connect(path, timeout=PATIENCE, check_same_thread=False)
    try:
        # While others use the file, or on a network drive, its journal mode cannot change.
        with contextlib.suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(_SCHEMA)
        connection.commit()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def hurry(connection: sqlite3.Connection) -> None:
    """From now on wait only briefly for other processes."""
    with contextlib.suppress(sqlite3.Error):
        connection.execute(f"PRAGMA busy_timeout = {round(IMPATIENCE * 1000)}")


def corrupt(error: Exception) -> bool:
    """Whether the error says that the file itself is damaged."""
    return getattr(error, "sqlite_errorcode", None) in _CORRUPT


def read(connection: sqlite3.Connection, namespace: str, keys: Sequence[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """The stored keys among these with their values, except damaged ones."""
    for start in range(0, len(keys), CHUNK):
        some = keys[start : start + CHUNK]
        marks = ",".join("?" * len(some))
        # Only question marks are put into the statement.
        query = f"SELECT key, value FROM entries WHERE namespace = ? AND key IN ({marks})"  # noqa: S608
        for key, sealed in connection.execute(query, (namespace, *some)):
            value = _unseal(sealed)
            if value is not None:
                yield key, value


def write(connection: sqlite3.Connection, items: Mapping[tuple[str, bytes], bytes], limit: int) -> None:
    """Store values by namespace and key; beyond ``limit`` bytes of live data the oldest are deleted."""
    rows = [(namespace, key, _seal(value)) for (namespace, key), value in items.items()]
    with connection:
        connection.executemany("INSERT OR REPLACE INTO entries (namespace, key, value) VALUES (?, ?, ?)", rows)
    while (size := live(connection)) > limit:
        (count,) = connection.execute("SELECT COUNT(*) FROM entries").fetchone()
        surplus = max(1, round(count * (1 - KEEP * limit / size)))
        with connection:
            query = "DELETE FROM entries WHERE id IN (SELECT id FROM entries ORDER BY id LIMIT ?)"
            if connection.execute(query, (surplus,)).rowcount == 0:
                return


def live(connection: sqlite3.Connection) -> int:
    """Bytes of live data in the file."""
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
