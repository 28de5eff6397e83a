"""The bytes of a file, or why there are none."""

from __future__ import annotations

import errno
import re
import sys
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from consistency.errors import InputError


def load(path: str, limit: int, stdin: BinaryIO | None) -> bytes:
    """All bytes of a file, or of standard input for "-".

    Raises:
        InputError: it is missing, a directory, unreadable or larger than ``limit`` bytes.
    """
    where = "standard input" if path == "-" else path
    try:
        loaded = _standard(stdin).read(limit + 1) if path == "-" else _file(path, limit)
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


def _file(path: str, limit: int) -> bytes:
    with Path(path).open("rb") as file:
        return file.read(limit + 1)


def is_address(path: str) -> bool:
    """Whether a path is an address of the web, which no file has for a name."""
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", path) is not None


def missing(path: str) -> InputError:
    """The error for a file that is not there."""
    return _refused(FileNotFoundError(), path)


def _refused(error: OSError | ValueError, where: str) -> InputError:
    if is_address(where) and isinstance(error, OSError):
        return InputError("is an address, not a file", where=where, hint="Save its text to a file, and name that.")
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return InputError("no such file", where=where, hint=_nearby(where))
    if isinstance(error, IsADirectoryError):
        return InputError("this is a directory, not an article", where=where, hint="Name the files in it.")
    if isinstance(error, PermissionError):
        return InputError("not allowed to read this file", where=where, hint="Check its permissions.")
    if isinstance(error, OSError) and error.errno == errno.ELOOP:
        return InputError("is a link that leads back to itself", where=where, hint="Name the file that it stands for.")
    reason = (isinstance(error, OSError) and error.strerror) or str(error)
    return InputError(f"cannot be read: {reason}", where=where, hint="Check the path and the disk.")


def _nearby(path: str) -> str:
    """What to do about a missing file: a file of nearly that name, if the folder has one."""
    import difflib

    wanted = Path(path)
    try:
        names = sorted(near.name for near in islice(wanted.parent.iterdir(), 2000))
    except (OSError, ValueError):
        return f"There is no folder {str(wanted.parent)!r}."
    if wanted.is_symlink():
        return "It is a link to a file that is not there."
    close = difflib.get_close_matches(wanted.name, names, n=1, cutoff=0.75)
    return f"Did you mean {str(wanted.parent / close[0])!r}?" if close else "Check the name and the current folder."
