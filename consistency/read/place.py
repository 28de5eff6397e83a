"""Where a key of front matter is, and its value as errors show it."""

from __future__ import annotations

import re
from datetime import date, time

from consistency.settings.invalid import shown_value
from consistency.untrusted import position


def line_of(head: str, key: str, value: object = None) -> int:
    """The line of a key, counted from 1, of that with this value where there are several; 1 where it is not found."""
    found = list(re.finditer(rf"(?<![\w-])[\"']?{re.escape(key)}[\"']?[ \t]*[:=][ \t]*(?P<value>[^\r\n]*)", head))
    same = (one for one in found if isinstance(value, str) and value.strip()[:40] in one["value"])
    place = next(same, None) or next(iter(found), None)
    return position(head, place.start())[0] if place else 1


def plain(value: object) -> str:
    """A value as it was written, on one line and not too long."""
    words = " ".join(str(value).split()) if isinstance(value, str | date | time) else shown_value(value)
    return words if len(words) <= 60 else f"{words[:57]}..."
