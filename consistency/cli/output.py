"""Where results go: standard output or a file, whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

from consistency.cli.exits import silence_stdout
from consistency.content.roots import real
from consistency.errors import OutputError


def write(text: str | bytes, target: str | None = None) -> None:
    """Write text as UTF-8, or bytes, to a file, or to standard output for None and "-".

    A file is written beside its place and then moved there, so that nobody sees half of it.
    A reader that goes away is no error. Raises ``OutputError`` when the text cannot be written.
    """
    content = text if isinstance(text, bytes) else text.encode("utf-8", "backslashreplace")
    if target is None or target == "-":
        _stdout(content)
        return
    path = Path(target)
    try:
        _replace(path, content)
    except OSError as error:
        raise unwritable(target, error) from error


def unwritable(target: str, error: OSError) -> OutputError:
    """The error for a place that takes no output."""
    return OutputError(
        f"cannot write: {error.strerror or error}",
        where=target,
        hint=_remedy(error),
    )


def _remedy(error: OSError) -> str:
    full = error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
    return "free space there, or choose another place with -o" if full else "choose another place with -o"


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


def _replace(path: Path, content: bytes) -> None:
    if path.exists() and not path.is_file():
        path.write_bytes(content)  # a device or a pipe must stay what it is
        return
    path = real(path)
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
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
