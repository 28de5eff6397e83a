"""Where each report format goes: standard output or a file."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from consistency.errors import OutputError
from consistency.reports import FORMATS, require
from consistency.runs.output import special, unwritable
from consistency.sources.paths import real

#: A format and its file; None for the file of ``-o``.
Target = tuple[str, str | None]


def destinations(formats: Sequence[Target], output: str | None, inputs: Sequence[str] = ()) -> list[tuple[str, str]]:
    """Each format with its destination: a path, or "-" for standard output.

    Raises ``OutputError`` if two formats share a destination, or one would overwrite an input or has no folder.
    """
    if output and all(file for _, file in formats):
        hint = "remove -o, or add a format without a file"
        raise OutputError("nothing to write: every format has its own file", where=f"-o {output}", hint=hint)
    where = [(name, file or output or "-") for name, file in formats]
    files = [real(place) for _, place in where if place != "-"]
    shown = [name for name, place in where if place == "-"]
    if len(set(files)) + bool(shown) < len(where):
        raise OutputError("two formats for the same output", hint="give each a file: -f text -f json=report.json")
    check_output_files(files, inputs)
    for name, _ in where:
        if name in FORMATS:
            # Before a check that may take minutes.
            require(name)
    return where


def check_output_files(files: Sequence[Path], inputs: Sequence[str]) -> None:
    """Raise ``OutputError`` for files that are inputs or cannot be written, before any work is done for them."""
    taken = {real(path) for path in inputs if path != "-"}
    for file in files:
        if file in taken:
            raise OutputError("would overwrite an input", where=str(file), hint="choose another file with -o")
        if not file.parent.is_dir():
            raise OutputError("no such folder", where=str(file.parent), hint="create it first")
        _check_writable(file)


def _check_writable(file: Path) -> None:
    """Raise ``OutputError`` for a folder, a loop of links, or a file in a folder without write permission."""
    try:
        if file.is_dir():
            raise OutputError("is a folder", where=str(file), hint="name a file in it")
        if special(file) or os.access(file.parent, os.W_OK | os.X_OK):
            return
    except OSError as error:
        raise unwritable(str(file), error) from error
    message = "cannot write to this folder: no permission, or a read-only file system"
    raise OutputError(message, where=str(file.parent), hint="choose another file with -o")
