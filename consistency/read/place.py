"""The line of a front-matter key and its value, for error messages."""

from __future__ import annotations

import re
from datetime import date, time

from consistency.settings.invalid import shown_value
from consistency.untrusted import position


def line_of(head: str, key: str, value: object = None) -> int:
    """The line of a key, from 1; of several equal keys, the one with this value; 1 if not found."""
    found = list(re.finditer(rf"(?<![\w-])[\"']?{re.escape(key)}[\"']?[ \t]*[:=][ \t]*(?P<value>[^\r\n]*)", head))
    same = (one for one in found if isinstance(value, str) and value.strip()[:40] in one["value"])
    place = next(same, None) or next(iter(found), None)
    return position(head, place.start())[0] if place else 1


def plain(value: object) -> str:
    """A value on one line, at most 60 characters."""
    words = " ".join(str(value).split()) if isinstance(value, str | date | time) else shown_value(value)
    return words if len(words) <= 60 else f"{words[:57]}..."
