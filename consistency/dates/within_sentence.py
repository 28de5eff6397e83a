"""Times told from another one in their sentence: "the month before" beside "November" is October."""

from __future__ import annotations

from collections import defaultdict

from consistency.dates.details import details
from consistency.language.calendar_words import MONTHS, WEEKDAYS
from consistency.language.memoize import memoize_by_identity
from consistency.types import Claim, Moment, Offset, ParsedArticle

#: How many places of a unit there are until they repeat.
_AROUND = {"day": 7, "month": 12, "year": 10_000}


def resolved_within_sentence(claim: Claim, doc: ParsedArticle, other: ParsedArticle) -> bool:
    """Whether the other telling names the day, month or year that a relative time stands for."""
    step = _step(claim.moment) if claim.moment else None
    if step is None:
        return False
    by, unit = step
    near = (c.moment for c in _by_sentence(doc.claims)[claim.sentence] if c is not claim and c.moment)
    meant = {place + by for place in (_place(one, unit) for one in near) if place is not None}
    around = _AROUND[unit]
    return not {one % around for one in meant}.isdisjoint(two % around for two in _named(other.claims)[unit])


def _step(moment: Moment) -> tuple[int, str] | None:
    """By how many days, months or years a moment is earlier or later than another; None where it is not that."""
    when = moment.when
    if not isinstance(when, Offset) or moment.position or when.bound or when.part:
        return None
    count, unit = when.stretch.count, when.stretch.unit
    if count is None or not when.stretch.exact or unit not in _AROUND or when.side not in ("earlier", "later"):
        return None
    return int(count) * (-1 if when.side == "earlier" else 1), unit


@memoize_by_identity
def _by_sentence(claims: tuple[Claim, ...]) -> dict[int, list[Claim]]:
    """The dates of each sentence."""
    found: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.moment:
            found[claim.sentence].append(claim)
    return found


@memoize_by_identity
def _named(claims: tuple[Claim, ...]) -> dict[str, set[int]]:
    """The weekdays, months and years that an article names, by number."""
    found: dict[str, set[int]] = {"day": set(), "month": set(), "year": set()}
    for moment in (claim.moment for claim in claims if claim.moment):
        for unit, places in found.items():
            place = _place(moment, unit)
            if place is not None:
                places.add(place)
    return found


def _place(moment: Moment, unit: str) -> int | None:
    """The number of a moment's weekday, month or year, where it names one."""
    if unit == "year":
        return moment.first.year if moment.first else None
    parts = details(moment)
    if unit == "month":
        return None if parts.month is None else parts.month % len(MONTHS)
    return None if parts.weekday is None else WEEKDAYS.index(parts.weekday)
