"""A file of answers that grows line by line, outlives an interruption, and appears whole under its name."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterator
from typing import NamedTuple, Self

from consistency.cli.output import unwritable
from consistency.content.roots import real


class Done(NamedTuple):
    """A finished line: what it was asked, how it ended, and the bytes of its answer."""

    key: str
    status: int
    size: int


class Partial:
    """The answers to the lines of one input, in ``OUT.partial`` until ``complete``, then in ``OUT``.

    Beside it, ``OUT.partial.keys`` tells for each answer a digest of its input line and of
    ``signature``, so that a later run takes over what it would answer alike, and no more.
    """

    def __init__(self, target: str, signature: str) -> None:
        self.target = real(target)
        self.answers = self.target.with_name(self.target.name + ".partial")
        self.keys = self.target.with_name(self.target.name + ".partial.keys")
        self.signature = signature
        self.finished = 0
        self._tidy = False

    def __enter__(self) -> Self:
        with self._telling():
            self._out = self.answers.open("ab+")
            self._log = self.keys.open("ab+")
            self._old = list(_read(self._out.seek(0, os.SEEK_END), self.keys.read_bytes()))
        return self

    def __exit__(self, *_: object) -> None:
        for file in (self._out, self._log):
            with contextlib.suppress(OSError):
                file.close()
        if not self.answers.exists() or self.answers.stat().st_size == 0:
            self.answers.unlink(missing_ok=True)
            self.keys.unlink(missing_ok=True)

    def known(self, line: bytes) -> int | None:
        """How the next line ended in an earlier run; None where it has to be answered now."""
        if self.finished < len(self._old) and self._old[self.finished].key == self._key(line):
            self.finished += 1
            return self._old[self.finished - 1].status
        self._forget()
        return None

    def add(self, line: bytes, answer: str, status: int) -> None:
        """Keep the answer to the next line. Raises ``OutputError`` when there is no room."""
        content = answer.encode()
        with self._telling():
            self._out.write(content)
            self._out.flush()
            self._log.write(f"{self._key(line)} {status:d} {len(content)}\n".encode())
            self._log.flush()
        self.finished += 1

    def complete(self) -> None:
        """Give the file its name; what stood there before is replaced in one step."""
        self._forget()
        with self._telling():
            self._out.flush()
            os.fsync(self._out.fileno())
            self.answers.replace(self.target)

    def _forget(self) -> None:
        """Drop, once, what an earlier run answered beyond this point."""
        if self._tidy:
            return
        del self._old[self.finished :]
        with self._telling():
            self._out.truncate(sum(done.size for done in self._old))
            self._log.truncate(sum(len(f"{done.key} {done.status:d} {done.size}\n") for done in self._old))
        self._tidy = True

    def _key(self, line: bytes) -> str:
        return hashlib.sha256(self.signature.encode() + b"\0" + line.rstrip(b"\r\n")).hexdigest()[:32]

    @contextlib.contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise unwritable(str(self.answers), error) from error


def _read(size: int, keys: bytes) -> Iterator[Done]:
    """The finished lines of an earlier run, as far as both of its files tell the same."""
    for line in keys.splitlines(keepends=True):
        parts = line.split()
        if not line.endswith(b"\n") or len(parts) != 3 or not (parts[1].isdigit() and parts[2].isdigit()):
            return
        done = Done(parts[0].decode("ascii", "replace"), int(parts[1]), int(parts[2]))
        size -= done.size
        if size < 0:
            return
        yield done
