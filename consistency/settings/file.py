"""Find and read one settings file, and report errors with file, line and key."""

from __future__ import annotations

import contextlib
import os
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from consistency.errors import SettingsError
from consistency.settings.invalid import InvalidValue, Keys
from consistency.untrusted import Malformed, load_toml

#: File names, in order of priority within a folder.
OWN = (".consistency.toml", "consistency.toml")
SHARED = "pyproject.toml"

#: The table with the settings in a shared file.
TABLE = ("tool", "consistency")

#: Maximum size of a settings file in bytes.
LARGEST = 1_000_000

_TABLE = re.compile(rb"tool\s*\.\s*[\"']?consistency|^[ \t]*+\[[ \t]*+tool[ \t]*+\]", re.MULTILINE)

_PART = r"(?:\"[^\"\n]*\"|'[^'\n]*'|[\w-]+)"
_NAME = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_HEADER = re.compile(rf"[ \t]*(\[\[?)[ \t]*({_NAME})[ \t]*\]\]?[ \t]*(?:#.*)?$")
_ENTRY = re.compile(rf"[ \t]*({_NAME})[ \t]*=")
_PARTS = re.compile(_PART)


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A parsed settings file; ``prefix`` is the path to the settings in it."""

    path: Path
    text: str
    table: Mapping[str, Any]
    prefix: tuple[str, ...] = ()

    @property
    def folder(self) -> Path:
        """The folder that paths in the file are relative to."""
        return self.path.parent

    def where(self, at: Keys) -> str:
        """The file, and the line of a key if known, as messages show it."""
        line = line_of(self.text, (*self.prefix, *at))
        return f"{shown(self.path)}:{line}" if line else shown(self.path)

    def refuse(self, wrong: InvalidValue) -> SettingsError:
        """The error for the user: file, line, key, what is wrong, and what to do."""
        keys = ".".join(str(part) for part in wrong.at if isinstance(part, str))
        message = f"{keys}: {wrong.message}" if keys else wrong.message
        hint = wrong.hint or (f"see `consistency config {wrong.at[0]}`" if wrong.at else None)
        return SettingsError(message, where=self.where(wrong.at), hint=hint)


def nearest(start: Path) -> File | None:
    """The nearest settings file in ``start``, an absolute path, or the folders above it."""
    for folder in (start, *start.parents):
        for name in OWN:
            if there(folder / name):
                return read(folder / name)
        if there(folder / SHARED) and (found := _shared(folder / SHARED)):
            return found
    return None


def there(path: Path) -> bool:
    """Whether the file exists and may be accessed."""
    with contextlib.suppress(OSError, ValueError):
        return path.is_file()
    return False


def read(path: Path) -> File:
    """The file at an absolute path. Raises ``SettingsError`` if it is not TOML, too large or unreadable."""
    found = _shared(path) if path.name == SHARED else _parsed(path, *_stamp(path))
    if found is None:
        raise SettingsError(
            "has no table [tool.consistency]", where=shown(path), hint="add the table or name another file"
        )
    return found


def shown(path: Path) -> str:
    """A path as messages show it: relative if it is inside the working directory."""
    try:
        near = os.path.relpath(path)
    except ValueError:  # another drive
        return str(path)
    return str(path) if near.startswith(os.pardir) else near


def _shared(path: Path) -> File | None:
    """The settings in a file shared with other tools; errors in it matter only if it mentions this program."""
    if not _TABLE.search(_content(path, *_stamp(path))):
        return None
    whole = _parsed(path, *_stamp(path))
    table: Any = whole.table
    for name in TABLE:
        table = table.get(name) if isinstance(table, dict) else None
    if table is None:
        return None
    if not isinstance(table, dict):
        raise whole.refuse(InvalidValue("expected a table", at=TABLE))
    return File(path=path, text=whole.text, table=table, prefix=TABLE)


def _stamp(path: Path) -> tuple[int, int]:
    """Modification time and size: a file is read again only if they change."""
    try:
        stat = path.stat()
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    return stat.st_mtime_ns, stat.st_size


@lru_cache(maxsize=256)
def _content(path: Path, time: int, size: int) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    if len(content) > LARGEST:
        raise SettingsError(
            f"is larger than {LARGEST} bytes", where=shown(path), hint="check that it is a settings file"
        )
    return content


@lru_cache(maxsize=256)
def _parsed(path: Path, time: int, size: int) -> File:
    try:
        text = _content(path, time, size).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SettingsError("is not UTF-8", where=shown(path), hint="save it as UTF-8") from error
    try:
        return File(path=path, text=text, table=load_toml(text))
    except Malformed as error:
        where = f"{shown(path)}:{error.line}" if error.line else shown(path)
        raise SettingsError(f"is not TOML: {error}", where=where, hint="see https://toml.io") from error


def _unreadable(path: Path, error: Exception) -> SettingsError:
    reason = getattr(error, "strerror", None) or str(error)
    return SettingsError(f"cannot be read: {reason}", where=shown(path), hint="name a readable settings file")


def line_of(text: str, path: Keys) -> int | None:
    """The line, from 1, of the key at ``path`` or of the closest table around it; ``tomllib`` gives no positions."""
    places = _places(text)
    for length in range(len(path), 0, -1):
        # A key of a list of tables is found at the first of them.
        for found in (path[:length], (*path[:length], 0)):
            if found in places:
                return places[found]
    return None


def _places(text: str) -> dict[Keys, int]:
    places: dict[Keys, int] = {}
    seen: Counter[Keys] = Counter()
    table: Keys = ()
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            table = _parts(header[2])
            if header[1] == "[[":
                seen[table] += 1
                table = (*table, seen[table] - 1)
            places.setdefault(table, number)
        elif entry := _ENTRY.match(line):
            places.setdefault((*table, *_parts(entry[1])), number)
    return places


def _parts(name: str) -> Keys:
    return tuple(part.strip("\"'") for part in _PARTS.findall(name))
