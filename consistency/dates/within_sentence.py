"""Times told from another one in their sentence: "the month before" beside "November" is October."""

from __future__ import annotations

import re
from collections import defaultdict

from consistency.dates.labels import MONTHS, WEEKDAYS, facets
from consistency.language.memoize import memoize_by_identity
from consistency.types import Claim, Moment, ParsedArticle

_STEP = re.compile(r"(\d+) (day|month|year)s? (earlier|later)")


def resolved_within_sentence(claim: Claim, doc: ParsedArticle, other: ParsedArticle) -> bool:
    """Whether the other telling names the day, month or year that a relative time stands for."""
    step = _STEP.fullmatch(claim.moment.label) if claim.moment else None
    if step is None:
        return False
    by = int(step[1]) * (-1 if step[3] == "earlier" else 1)
    beside = (c.moment for c in _by_sentence(doc.claims)[claim.sentence] if c is not claim and c.moment)
    meant = {place + by for place in (_place(one, step[2]) for one in beside) if place is not None}
    around = {"day": 7, "month": 12}.get(step[2], 10_000)
    return not {one % around for one in meant}.isdisjoint(two % around for two in _named(other.claims)[step[2]])


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
    parts = facets(moment)
    if unit == "month":
        return None if parts.month is None else parts.month % len(MONTHS)
    return None if parts.weekday is None else WEEKDAYS.index(parts.weekday)
