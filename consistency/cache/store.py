"""A key-value store on disk, with values grouped into namespaces and writes grouped into transactions."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from consistency.cache.file import File, warn
from consistency.cache.table import live, read, write

#: Bytes of live data beyond which the oldest entries are removed; some 20,000 sentences with their word vectors.
LIMIT = 512 * 1024 * 1024


class Store:
    """Bytes by namespace and key. No method raises; ``on_fault`` is called once with why the file is unusable.

    Safe with several processes and threads. Values carry a checksum: a damaged one is not returned. Beyond ``limit``
    bytes the oldest entries are removed.
    """

    def __init__(self, path: Path, *, limit: int = LIMIT, on_fault: Callable[[str], None] = warn) -> None:
        self.path = path
        self._file = File(path, on_fault)
        self._limit = limit
        self._lock = threading.RLock()
        self._depth = 0
        self._waiting: dict[tuple[str, bytes], bytes] = {}

    def get(self, namespace: str, key: bytes) -> bytes | None:
        """The value; None if there is none."""
        return self.get_many(namespace, [key]).get(key)

    def put(self, namespace: str, key: bytes, value: bytes) -> None:
        """Store one value."""
        self.put_many(namespace, {key: value})

    def get_many(self, namespace: str, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """The values that are stored, by key."""
        found: dict[bytes, bytes] = {}
        with self._lock:
            if self._waiting:
                found = {key: self._waiting[namespace, key] for key in keys if (namespace, key) in self._waiting}
                keys = [key for key in keys if key not in found]
            self._file.attempt(lambda connection: found.update(read(connection, namespace, keys)))
        return found

    def put_many(self, namespace: str, items: Mapping[bytes, bytes]) -> None:
        """Store all values, in one transaction."""
        if not items:
            return
        with self._lock:
            self._waiting.update({(namespace, key): value for key, value in items.items()})
            if not self._depth:
                self._flush()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Values stored in this context are written together at its end: a commit takes longer than they do."""
        with self._lock:
            self._depth += 1
        try:
            yield
        finally:
            with self._lock:
                self._depth -= 1
                if not self._depth:
                    self._flush()

    def _flush(self) -> None:
        waiting, self._waiting = self._waiting, {}
        if waiting:
            self._file.attempt(lambda connection: write(connection, waiting, self._limit))

    def size(self) -> int:
        """Bytes of live data in the file."""
        sizes: list[int] = []
        with self._lock:
            self._file.attempt(lambda connection: sizes.append(live(connection)))
        return sizes[0] if sizes else 0

    def close(self) -> None:
        """Close the file; the next call opens it again."""
        with self._lock:
            self._file.close()
