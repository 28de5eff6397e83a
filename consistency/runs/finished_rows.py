"""What an earlier run left of its answers: how much of it can be trusted, and where the rest goes."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

#: The first line of the list of rows. Another layout has another number.
HEADER = b"consistency partial 2\n"

_ROW = re.compile(rb"([0-9a-f]{32}) ([0-3]) ([0-9]{1,15}) ([0-9a-f]{32})\n")


class Done(NamedTuple):
    """A finished row: a digest of what was asked, how it ended, and the bytes and the digest of its answer."""

    key: str
    status: int
    size: int
    digest: str

    def line(self) -> bytes:
        """The row's line in the list of rows."""
        return f"{self.key} {self.status:d} {self.size} {self.digest}\n".encode()


class Earlier(NamedTuple):
    """The rows that can be taken over, and what is wrong with the files after these, if anything."""

    rows: list[Done]
    fault: str | None


def digest(content: bytes) -> str:
    """A checksum of an answer."""
    return hashlib.sha256(content).hexdigest()[:32]


def read_earlier(answers: Path, keys: Path) -> Earlier:
    """What two files of an earlier run have in common.

    A last row that is cut short is what a killed process leaves behind, and no fault.
    """
    rows: list[Done] = []
    try:
        fault = irregular(answers) or irregular(keys)
        if fault is None and _lies(answers) and not _lies(keys):
            fault = "its list of rows is missing"
        if fault is None and _lies(answers):
            with answers.open("rb") as out, keys.open("rb") as log:
                rows += _rows(out, log)
    except _Fault as error:
        return Earlier(error.rows, str(error))
    except OSError as error:
        fault = f"it cannot be read ({error.strerror or error})"
    return Earlier(rows, fault)


class _Fault(Exception):
    """What is wrong after some rows."""

    def __init__(self, rows: list[Done], message: str) -> None:
        super().__init__(message)
        self.rows = rows


def _rows(out: BinaryIO, log: BinaryIO) -> list[Done]:
    rows: list[Done] = []
    first = log.readline(len(HEADER))
    if first != HEADER:
        if HEADER.startswith(first) and not out.read(1):
            return rows
        raise _Fault(rows, "it was written by another version or program")
    for line in _lines(log):
        found = _ROW.fullmatch(line)
        if found is None:
            raise _Fault(rows, f"row {len(rows) + 1} of its list is damaged")
        done = Done(found[1].decode(), int(found[2]), int(found[3]), found[4].decode())
        content = out.read(done.size)
        if len(content) < done.size:
            break
        if digest(content) != done.digest:
            raise _Fault(rows, f"row {len(rows) + 1} does not match its checksum")
        rows.append(done)
    return rows


def _lines(log: BinaryIO) -> Iterator[bytes]:
    """Lines of a size that a row can have; one that is cut short ends the list."""
    while line := log.readline(200):
        if not line.endswith(b"\n") and not log.read(1):
            return
        yield line


def _lies(path: Path) -> bool:
    return os.path.lexists(path)


def irregular(path: Path) -> str | None:
    """What is wrong with the kind of a file that is there."""
    # Links are not followed: one could lead to any file. A pipe would be waited for.
    return "it is not a regular file" if _lies(path) and not stat.S_ISREG(path.lstat().st_mode) else None


def set_aside(*paths: Path) -> Path:
    """Rename files that are there to names that are free, with one number; get the new name of the first one."""
    number = 1
    while any(_lies(_aside(path, number)) for path in paths):
        number += 1
    for path in paths:
        if _lies(path):
            path.rename(_aside(path, number))
    return _aside(paths[0], number)


def _aside(path: Path, number: int) -> Path:
    return path.with_name(f"{path.name}.unusable-{number}")
