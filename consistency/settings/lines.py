"""On which line of a TOML text a key stands; the parser of the standard library does not tell."""

from __future__ import annotations

import re
from collections import Counter

from consistency.settings.wrong import Keys

_PART = r"(?:\"[^\"\n]*\"|'[^'\n]*'|[\w-]+)"
_NAME = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_HEADER = re.compile(rf"[ \t]*(\[\[?)[ \t]*({_NAME})[ \t]*\]\]?[ \t]*(?:#.*)?$")
_ENTRY = re.compile(rf"[ \t]*({_NAME})[ \t]*=")
_PARTS = re.compile(_PART)


def line_of(text: str, path: Keys) -> int | None:
    """The line, counted from 1, of the key that ``path`` leads to, or of the nearest one around it."""
    places = _places(text)
    for length in range(len(path), 0, -1):
        # A key that opens tables in a list is found at the first of them.
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
