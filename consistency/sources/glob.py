"""Patterns of paths: ``*``, ``**``, ``?``, ``[...]``, ``{a,b}``, and ``{name}`` to capture a part of the path."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from consistency.errors import InputError
from consistency.settings.globs import translate

_MAGIC = re.compile(r"[*?\[]|\{[^{}]*,[^{}]*\}")
#: Most files and folders visited for one pattern or folder; more indicate a mistake.
MOST = 100_000


def magic(pattern: str) -> bool:
    """Whether the text is a pattern rather than the path of a single file."""
    return bool(_MAGIC.search(pattern))


def regex(pattern: str) -> re.Pattern[str]:
    """The pattern as a regular expression on paths with "/"; ``{name}`` is a group, repeated as a back-reference."""
    try:
        return re.compile(translate(pattern, set()), re.DOTALL)
    except re.error as error:
        raise InputError(f"invalid pattern: {error}", where=pattern, hint="check its brackets") from error


def fill(pattern: str, names: Mapping[str, str]) -> str:
    """The pattern with each ``{name}`` replaced by its value, escaped so that it matches literally.

    Raises ``KeyError`` for a name without a value.
    """
    return re.sub(r"\{([A-Za-z_]\w*)\}", lambda match: re.sub(r"([*?\[{])", r"[\1]", names[match[1]]), pattern)


def split(pattern: str) -> tuple[str, str]:
    """The leading folders of a pattern without wildcards, and the rest."""
    parts = pattern.split("/")
    fixed = next((i for i, part in enumerate(parts) if magic(part)), len(parts) - 1)
    return "/".join(parts[:fixed]) or ("/" if fixed and not parts[0] else ""), "/".join(parts[fixed:])


def expand(folder: Path, pattern: str) -> Iterator[Path]:
    """The files under a folder that match a pattern, sorted; a hidden name matches only a part with a leading dot.

    Symbolic links to folders are not followed.
    """
    fixed, rest = split(pattern)
    base = folder / fixed
    fits = regex(rest)
    for path in files(base, deep="/" in rest or "**" in rest, hidden=rest.startswith(".")):
        if fits.fullmatch(path.relative_to(base).as_posix()):
            yield path


def files(folder: Path, *, deep: bool = True, hidden: bool = False) -> Iterator[Path]:
    """The files in a folder and, if ``deep``, in its subfolders, sorted.

    Raises ``InputError`` if there are more than ``MOST``.
    """
    seen = 0
    folders = [folder]
    while folders:
        entries = entries_of(folders.pop())
        seen += len(entries)
        if seen > MOST:
            raise InputError(f"more than {MOST:,} files", where=str(folder), hint="name a subfolder")
        shown = [entry for entry in entries if hidden or not entry.name.startswith(".")]
        yield from (Path(entry.path) for entry in shown if entry.is_file())
        if deep:
            folders += [Path(entry.path) for entry in reversed(shown) if entry.is_dir(follow_symlinks=False)]


def entries_of(folder: Path) -> list[os.DirEntry[str]]:
    """The entries of a folder, sorted by name; none if it does not exist or cannot be read."""
    try:
        with os.scandir(folder) as found:
            return sorted(found, key=lambda entry: entry.name)
    except (OSError, ValueError):
        return []
