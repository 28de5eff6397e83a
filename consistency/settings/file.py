"""One settings file: found, read, and its words for what is wrong in it."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from consistency.errors import SettingsError
from consistency.settings.lines import line_of
from consistency.settings.wrong import Keys, Wrong
from consistency.untrusted import Malformed, load_toml

#: File names in the order in which they are looked for in a folder.
OWN = (".consistency.toml", "consistency.toml")
SHARED = "pyproject.toml"

#: Where the settings are in a file that is shared with others.
TABLE = ("tool", "consistency")

#: Bytes of the largest settings file that is read.
LARGEST = 1_000_000

_TABLE = re.compile(rb"tool\s*\.\s*[\"']?consistency|^[ \t]*+\[[ \t]*+tool[ \t]*+\]", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A settings file as it was read; ``prefix`` leads to the settings in it."""

    path: Path
    text: str
    table: Mapping[str, Any]
    prefix: tuple[str, ...] = ()

    @property
    def folder(self) -> Path:
        """The folder that paths in it count from."""
        return self.path.parent

    def where(self, at: Keys) -> str:
        """The file as messages name it, with the line of a key if that can be told."""
        line = line_of(self.text, (*self.prefix, *at))
        return f"{shown(self.path)}:{line}" if line else shown(self.path)

    def refuse(self, wrong: Wrong) -> SettingsError:
        """The error for a user: file, line, key, what is wrong and what would be right."""
        keys = ".".join(str(part) for part in wrong.at if isinstance(part, str))
        message = f"{keys}: {wrong.message}" if keys else wrong.message
        hint = wrong.hint or (f"`consistency config {wrong.at[0]}` explains it" if wrong.at else None)
        return SettingsError(message, where=self.where(wrong.at), hint=hint)


def nearest(start: Path) -> File | None:
    """The settings file of the nearest folder from ``start``, an absolute path, upwards that has one."""
    for folder in (start, *start.parents):
        for name in OWN:
            if there(folder / name):
                return read(folder / name)
        if there(folder / SHARED) and (found := _shared(folder / SHARED)):
            return found
    return None


def there(path: Path) -> bool:
    """Whether there is a file; not where nobody may look."""
    with contextlib.suppress(OSError, ValueError):
        return path.is_file()
    return False


def read(path: Path) -> File:
    """The file at an absolute path. Raises ``SettingsError`` where it is no TOML, too large or cannot be read."""
    found = _shared(path) if path.name == SHARED else _parsed(path, *_stamp(path))
    if found is None:
        raise SettingsError("has no table [tool.consistency]", where=shown(path), hint="add it, or name another file")
    return found


def shown(path: Path) -> str:
    """A path as messages name it: from the working folder where it lies below it."""
    try:
        near = os.path.relpath(path)
    except ValueError:  # another drive
        return str(path)
    return str(path) if near.startswith(os.pardir) else near


def _shared(path: Path) -> File | None:
    """The settings in a file that has others too; a broken one is no matter of ours unless it names us."""
    if not _TABLE.search(_content(path, *_stamp(path))):
        return None
    whole = _parsed(path, *_stamp(path))
    table: Any = whole.table
    for name in TABLE:
        table = table.get(name) if isinstance(table, dict) else None
    if table is None:
        return None
    if not isinstance(table, dict):
        raise whole.refuse(Wrong("expected a table", at=TABLE))
    return File(path=path, text=whole.text, table=table, prefix=TABLE)


def _stamp(path: Path) -> tuple[int, int]:
    """What changes when the file does: so a file is read again only then."""
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
        raise SettingsError(f"is larger than {LARGEST} bytes", where=shown(path), hint="is it a settings file?")
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
        raise SettingsError(f"is not TOML: {error}", where=where, hint="https://toml.io explains it") from error


def _unreadable(path: Path, error: Exception) -> SettingsError:
    told = getattr(error, "strerror", None) or str(error)
    return SettingsError(f"cannot be read: {told}", where=shown(path), hint="name a settings file that can be read")
