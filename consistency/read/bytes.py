"""The bytes of a file or standard input, or the error that explains why they cannot be read."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from consistency.errors import InputError

#: Bytes per read.
_CHUNK = 1 << 20


def load(path: str, limit: int, stdin: BinaryIO | None, *, piped: bool = False) -> bytes:
    """All bytes of a file, or of standard input for "-".

    Raises:
        InputError: it is missing, a directory, unreadable, larger than ``limit`` bytes, or, unless it may be
            ``piped``, something else than a file, such as a pipe or a device.
    """
    where = "standard input" if path == "-" else path
    try:
        loaded = _bounded(_standard(stdin), limit) if path == "-" else _file(path, limit, piped)
    except (OSError, ValueError) as error:
        raise _refused(error, where) from error
    if len(loaded) > limit:
        raise InputError(
            f"the article is larger than {limit:,} bytes",
            where=where,
            hint="Raise the limit with --max-bytes if it is one article; split it if it is many.",
        )
    return loaded


def _standard(stdin: BinaryIO | None) -> BinaryIO:
    stream = stdin if stdin is not None else getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise ValueError("standard input is closed")
    return stream


def _file(path: str, limit: int, piped: bool) -> bytes:
    # Without O_NONBLOCK, opening a pipe without a writer would block.
    opened = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) * (not piped) | getattr(os, "O_BINARY", 0))
    with open(opened, "rb") as file:  # noqa: PTH123 - of a descriptor
        if not piped and not stat.S_ISREG(os.fstat(opened).st_mode):
            raise InputError("not a regular file", where=path, hint="to read from a pipe, use -")
        return _bounded(file, limit)


def _bounded(stream: BinaryIO, limit: int) -> bytes:
    """All bytes, or a few more than ``limit``; memory is allocated for the actual size only."""
    parts, size = [], 0
    while size <= limit and (part := stream.read(min(limit + 1 - size, _CHUNK))):
        parts.append(part)
        size += len(part)
    return b"".join(parts)


def is_address(path: str) -> bool:
    """Whether a path is a URL."""
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", path) is not None


def missing(path: str) -> InputError:
    """The error for a file that cannot be opened."""
    return _refused(FileNotFoundError(), path)


def _refused(error: OSError | ValueError, where: str) -> InputError:
    if is_address(where) and isinstance(error, OSError):
        return InputError("is a URL, not a file", where=where, hint="Save its text to a file and use that.")
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return InputError("no such file", where=where, hint=_nearby(where))
    if isinstance(error, IsADirectoryError):
        return InputError("this is a directory, not an article", where=where, hint="Name the files in it.")
    if isinstance(error, PermissionError):
        return InputError("not allowed to read this file", where=where, hint="Check its permissions.")
    if isinstance(error, OSError) and error.errno == errno.ELOOP:
        return InputError("is a link that leads back to itself", where=where, hint="Name the file itself.")
    reason = (isinstance(error, OSError) and error.strerror) or str(error)
    return InputError(f"cannot be read: {reason}", where=where, hint="Check the path and the disk.")


def _nearby(path: str) -> str:
    """The hint for a missing file: a file with a similar name, if there is one."""
    import difflib

    wanted = Path(path)
    try:
        names = sorted(near.name for near in islice(wanted.parent.iterdir(), 2000))
    except (OSError, ValueError):
        return f"There is no folder {str(wanted.parent)!r}."
    if wanted.is_symlink():
        return "It is a link to a file that does not exist."
    close = difflib.get_close_matches(wanted.name, names, n=1, cutoff=0.75)
    return f"Did you mean {str(wanted.parent / close[0])!r}?" if close else "Check the name and the current folder."
