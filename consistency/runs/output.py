"""Writes results to standard output or a file; a file is written whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import stat
import sys
from pathlib import Path

from consistency.errors import OutputError
from consistency.reports.safe import page
from consistency.runs.exit_status import silence_stdout
from consistency.sources.paths import real


def write(text: str | bytes, target: str | None = None, *, styled: bool = False) -> None:
    """Write text as UTF-8, or bytes, to a file, or to standard output for None and "-".

    Control characters in text are escaped, except the colours of ``styled`` text.

    A file is written next to its place and then moved there, so that nobody sees half of it. A closed pipe is no
    error. Raises ``OutputError`` if the text cannot be written.
    """
    content = text if isinstance(text, bytes) else page(text, styled=styled).encode()
    if target is None or target == "-":
        _stdout(content)
        return
    path = Path(target)
    try:
        _replace(path, content)
    except OSError as error:
        raise unwritable(target, error) from error


def unwritable(target: str, error: OSError) -> OutputError:
    """The error for a destination that cannot be written."""
    return OutputError(f"cannot write: {error.strerror or error}", where=target, hint=_hint(target, error))


#: Hints by error number of the system.
_HINTS = {
    (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)): "free some space, or choose another file with -o",
    (errno.EFBIG,): "the file would exceed the size limit (see ulimit -f); raise it, or choose another file with -o",
    (errno.EACCES, errno.EPERM): "check the permissions, or choose another file with -o",
    (errno.EROFS,): "the file system is read-only: choose another file with -o",
    (errno.ELOOP,): "the links lead in a circle: choose another file with -o",
    (errno.ENAMETOOLONG,): "choose a shorter name with -o",
    (errno.EISDIR,): "it is a folder: name a file in it",
    (errno.EPIPE,): "the reading process has ended",
}


def _hint(target: str, error: OSError) -> str:
    if error.errno in (errno.ENOENT, errno.ENOTDIR) and not Path(target).parent.is_dir():
        return "create its folder first, or choose another file with -o"
    known = (hint for numbers, hint in _HINTS.items() if error.errno in numbers)
    return next(known, "choose another file with -o")


def _stdout(content: bytes) -> None:
    if sys.stdout is None:
        raise OutputError("standard output is closed", hint="write to a file with -o FILE")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        silence_stdout()
    except OSError as error:
        silence_stdout()
        raise unwritable("standard output", error) from error


def special(path: Path) -> bool:
    """Whether the path exists and is no regular file, such as a device. Raises ``OSError`` for a loop of links."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except FileNotFoundError:
        return False


def _replace(path: Path, content: bytes) -> None:
    if special(path):
        path.write_bytes(content)  # a device or a pipe must stay what it is
        return
    path = real(path)
    # A short random name: never too long, and never that of a file left by a killed process.
    draft = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with draft.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            draft.chmod(stat.S_IMODE(path.stat().st_mode))
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
