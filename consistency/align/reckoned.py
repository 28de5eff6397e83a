"""Times told from another one in their sentence: "the month before" beside "November" is October."""

from __future__ import annotations

import re

from consistency.agree.facets import MONTHS, WEEKDAYS, facets
from consistency.types import Claim, Moment, Telling

_STEP = re.compile(r"(\d+) (day|month|year)s? (earlier|later)")


def reckoned(claim: Claim, telling: Telling, other: Telling) -> bool:
    """Whether the other telling names the day, month or year that a relative time stands for."""
    step = _STEP.fullmatch(claim.moment.label) if claim.moment else None
    if step is None:
        return False
    by = int(step[1]) * (-1 if step[3] == "earlier" else 1)
    beside = (c.moment for c in telling.claims if c.sentence == claim.sentence and c is not claim and c.moment)
    meant = {place + by for place in (_place(one, step[2]) for one in beside) if place is not None}
    around = {"day": 7, "month": 12}.get(step[2], 10_000)
    named = {place for c in other.claims if c.moment for place in [_place(c.moment, step[2])] if place is not None}
    return any((one - two) % around == 0 for one in meant for two in named)


def _place(moment: Moment, unit: str) -> int | None:
    """The number of a moment's weekday, month or year, where it names one."""
    if unit == "year":
        return moment.first.year if moment.first else None
    parts = facets(moment)
    if unit == "month":
        return None if parts.month is None else parts.month % len(MONTHS)
    return None if parts.weekday is None else WEEKDAYS.index(parts.weekday)
