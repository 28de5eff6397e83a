"""Rows that an earlier run of a batch finished: which of them are intact, and renaming of unusable files."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

#: The first line of the list of rows; the number identifies the layout.
HEADER = b"consistency partial 2\n"

_ROW = re.compile(rb"([0-9a-f]{32}) ([0-3]) ([0-9]{1,15}) ([0-9a-f]{32})\n")


class FinishedRow(NamedTuple):
    """A finished row: digest of the request, exit status, size in bytes and digest of the answer."""

    key: str
    status: int
    size: int
    digest: str

    def line(self) -> bytes:
        """The row's line in the list of rows."""
        return f"{self.key} {self.status:d} {self.size} {self.digest}\n".encode()


class EarlierRun(NamedTuple):
    """The intact rows at the start of the files, and what is wrong after them, if anything."""

    rows: list[FinishedRow]
    fault: str | None


def digest(content: bytes) -> str:
    """A checksum of an answer."""
    return hashlib.sha256(content).hexdigest()[:32]


def read_earlier(answers: Path, keys: Path) -> EarlierRun:
    """The rows on which the answers and the list of rows of an earlier run agree.

    A truncated last row is no fault: a killed process leaves one.
    """
    rows: list[FinishedRow] = []
    try:
        fault = irregularity(answers) or irregularity(keys)
        if fault is None and _exists(answers) and not _exists(keys):
            fault = "its list of rows is missing"
        if fault is None and _exists(answers):
            with answers.open("rb") as out, keys.open("rb") as log:
                rows += _rows(out, log)
    except _Damaged as error:
        return EarlierRun(error.rows, str(error))
    except OSError as error:
        fault = f"it cannot be read ({error.strerror or error})"
    return EarlierRun(rows, fault)


class _Damaged(Exception):
    """Raised with the intact rows and what is wrong after them."""

    def __init__(self, rows: list[FinishedRow], message: str) -> None:
        super().__init__(message)
        self.rows = rows


def _rows(out: BinaryIO, log: BinaryIO) -> list[FinishedRow]:
    rows: list[FinishedRow] = []
    first = log.readline(len(HEADER))
    if first != HEADER:
        if HEADER.startswith(first) and not out.read(1):
            return rows
        raise _Damaged(rows, "it was written by another version or program")
    for line in _lines(log):
        found = _ROW.fullmatch(line)
        if found is None:
            raise _Damaged(rows, f"row {len(rows) + 1} of its list is damaged")
        done = FinishedRow(found[1].decode(), int(found[2]), int(found[3]), found[4].decode())
        content = out.read(done.size)
        if len(content) < done.size:
            break
        if digest(content) != done.digest:
            raise _Damaged(rows, f"row {len(rows) + 1} does not match its checksum")
        rows.append(done)
    return rows


def _lines(log: BinaryIO) -> Iterator[bytes]:
    """Lines, none longer than a row can be; a truncated last line ends the list."""
    while line := log.readline(200):
        if not line.endswith(b"\n") and not log.read(1):
            return
        yield line


def _exists(path: Path) -> bool:
    return os.path.lexists(path)


def irregularity(path: Path) -> str | None:
    """Why an existing file cannot be used; None if it is a regular file or does not exist."""
    # Links are not followed, as they could lead to any file; opening a pipe would block.
    return "it is not a regular file" if _exists(path) and not stat.S_ISREG(path.lstat().st_mode) else None


def set_aside(*paths: Path) -> Path:
    """Rename the files that exist to free names with the same number; returns the new name of the first."""
    number = 1
    while any(_exists(_aside(path, number)) for path in paths):
        number += 1
    for path in paths:
        if _exists(path):
            path.rename(_aside(path, number))
    return _aside(paths[0], number)


def _aside(path: Path, number: int) -> Path:
    return path.with_name(f"{path.name}.unusable-{number}")
