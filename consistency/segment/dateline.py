"""Datelines: "BEIJING:", "LONDON, March 3 (AP) -"."""

from __future__ import annotations

import re
from functools import cache

from consistency.segment.words import either

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_WEEKDAY = r"(?:Mon|Tues?|Wednes|Thurs?|Fri|Satur|Sun)day"
_DATE = rf",? ?(?:{_WEEKDAY},? )?(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_CAPS = r"[A-ZÀ-Þ][A-ZÀ-Þ'. -]{2,30}"
_NAME = r"[A-ZÀ-Þ][\w'.-]+(?: (?:de|of|the|la|el|al|du|do|[A-ZÀ-Þ][\w'.-]*)){0,3}"
_REGION = rf"(?:, ?{_NAME}| ?\[{_NAME}\]|/{_CAPS})?"
_DASH = r" ?-{1,2} "
#: Edition of the report: "(Noon)", "(Updated)".
_EDITION = r"(?: ?\((?:[A-Z]?[a-z]+ ?){1,3}\))?"
_AFTER = r"(?=[\"'(]*[A-Z0-9À-Þ])"
#: If less text follows, the line is a heading.
_REST = 20


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """Patterns: place and agency; agency; place and date; place in capitals; well-known city."""
    agencies = either("agencies")
    agency = rf" ?(?:\((?:{agencies})(?:[/ ][\w ]{{1,20}})?\)|/(?:{agencies})/)"
    forms = (
        rf"(?:{_CAPS}|{_NAME}){_REGION}(?:{_DATE})?{agency}(?:{_DATE})?(?: ?: |{_DASH}| (?=[\"'(]*[A-Z])|(?=[A-Z]))",
        rf"\((?:{agencies})\)(?:{_DASH}|: | |(?=[A-Z]))",
        rf"(?:{_CAPS}|{_NAME}){_REGION}{_DATE}{_EDITION}(?:{_DASH}|: ){_AFTER}",
        # four capitals are usually an institution, not a town
        rf"(?=[^ :]{{5}}|[^ :]+ [A-ZÀ-Þ]){_CAPS}{_REGION}(?:{_DASH}|: ?){_AFTER}",
        rf"(?i:{either('cities')})(?:: |{_DASH}){_AFTER}",
    )
    return tuple(re.compile(form) for form in forms)


@cache
def _line() -> re.Pattern[str]:
    """A place and a date on a line of their own."""
    return re.compile(rf"(?:{_CAPS}|{_NAME}){_REGION}{_DATE}\.?")


def is_dateline(text: str) -> bool:
    """Whether a paragraph consists of a dateline only: "*Geneva, 4 May 2024*" under a headline."""
    return _line().fullmatch(text.strip()) is not None


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(rf"(?:{either('labels')})\b(?! \()")


def dateline_length(text: str, rest: int = _REST) -> int:
    """Length of the dateline in the folded text of a paragraph, including the mark after it; 0 if there is none.

    ``rest`` is how many characters must follow.
    """
    if _labels().match(text):
        return 0
    for form in _forms():
        match = form.match(text)
        if match and len(text) - match.end() >= rest:
            return len(match.group().rstrip())
    return 0
