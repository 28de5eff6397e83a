"""Dates and times as a kind of claim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from consistency.dates import compare
from consistency.dates.details import details
from consistency.dates.within_sentence import resolved_within_sentence
from consistency.language.calendar_words import WEEKDAYS
from consistency.types import Claim, ClaimKind, Dimension, Grain, Moment, Severity, Span
from consistency.types.claim_kind import ClaimKindSpec, Elsewhere, Matching
from consistency.types.extraction import Extraction

#: Times relative to an event, and vague ones: what they add can seldom be checked.
_LOOSE = frozenset({Grain.EVENT, Grain.VAGUE})

#: Words for a day relative to the day of writing: they may mean any weekday.
_TODAY = re.compile(r"\b(?:today|tonight|yesterday|tomorrow|this (?:morning|afternoon|evening)|last night)\b", re.I)
_WEEKEND = re.compile(r"\bweekends?\b", re.I)


def _find(text: str, published: date | None, taken: Sequence[Span]) -> list[Extraction]:
    # Imported when called: compiling the patterns takes long, and a cached report needs none.
    from consistency.dates.find import dates

    return dates(text, published)


def _agrees(left: Claim, right: Claim) -> bool | None:
    return compare.agrees(left.moment, right.moment) if left.moment and right.moment else None


def _vaguer(exact: Claim, vague: Claim) -> bool:
    return bool(exact.moment and vague.moment and compare.looser(exact.moment, vague.moment))


def _restated(claim: Claim, other: Elsewhere) -> bool:
    if _day_printed(claim, other.article.article.text):
        return True
    if _weekday(claim) and any(_weekday(c) and _agrees(claim, c) is True for c in other.likely):
        return True
    return _long(claim) and any(c.quantity and c.quantity.dimension is Dimension.DURATION for c in other.near)


def _day_printed(claim: Claim, text: str) -> bool:
    """Whether a day such as "April 8" is printed in a text, in whatever relation to the fact."""
    day = re.search(r"[A-Z][a-z]+\.? \d{1,2}\b|\b\d{1,2} [A-Z][a-z]+", claim.text)
    return day is not None and _printed(day[0], text)


@lru_cache(maxsize=4096)
def _printed(phrase: str, text: str) -> bool:
    return phrase in text and re.search(rf"\b{re.escape(phrase)}\b", text) is not None


def _weekday(claim: Claim) -> bool:
    """Whether a claim is a weekday, which an article gives once for all that happened on it, wherever that fits."""
    return claim.moment is not None and claim.moment.grain is Grain.WEEKDAY


def _long(claim: Claim) -> bool:
    """Whether a length of time can stand for the claim: "by 2020", "within five years"."""
    return claim.moment is not None and claim.moment.grain in (Grain.MONTH, Grain.YEAR, Grain.DECADE)


def _alluded(claim: Claim, other: Elsewhere) -> bool:
    """Whether a weekday may be what the other article calls today or the weekend, or the day it appeared."""
    weekday = details(claim.moment).weekday if claim.moment else None
    if weekday is None:
        return False
    text, published = other.article.article.text, other.article.article.published
    if _found(_TODAY, text) or (weekday in WEEKDAYS[5:] and _found(_WEEKEND, text)):
        return True
    # Counted as numbers: before the first day of the calendar there is no date.
    return published is not None and WEEKDAYS.index(weekday) in (published.weekday(), (published.weekday() - 1) % 7)


@lru_cache(maxsize=64)
def _found(pattern: re.Pattern[str], text: str) -> bool:
    return pattern.search(text) is not None


def _weight(claim: Claim) -> Severity | None:
    if claim.moment is None or claim.moment.grain in _LOOSE:
        return None
    # "1985" and "May 4" are facts; "Tuesday" and "last night" any day's report may add or leave out.
    return Severity.WARNING if re.search(r"\d", claim.text) else Severity.NOTE


def _added_weight(claim: Claim, weight: Severity, unsupported: bool, excerpt: bool) -> Severity:
    """A weekday or month that no article has was invented; today's date another desk may know."""
    if not unsupported or claim.moment is None:
        return weight
    return Severity.NOTE if _of_the_day(claim.moment) else Severity.WARNING


def _of_the_day(moment: Moment) -> bool:
    """Whether a time is relative to the day of writing: today, this week."""
    parts = details(moment)
    return parts.step == 0 or (moment.grain is Grain.DAY and parts.day is None) or moment.grain is Grain.TIME


def _as_dict(claim: Claim) -> dict[str, Any]:
    moment = claim.moment
    return {
        "date": moment.label if moment else None,
        "grain": moment.grain.value if moment else None,
        "first": moment.first.isoformat() if moment and moment.first else None,
        "last": moment.last.isoformat() if moment and moment.last else None,
    }


KIND = ClaimKindSpec(
    kind=ClaimKind.DATE,
    find=_find,
    precedence=2,
    agrees=_agrees,
    vaguer=_vaguer,
    matching=Matching(
        value=lambda claim: (claim.moment.position, claim.moment.when) if claim.moment else None,
        variety=lambda claim: claim.moment.grain if claim.moment else ClaimKind.DATE,
        answers=lambda left, right, agreed: True,
        vaguer_stand_in=lambda left, right: _vaguer(left, right) or _vaguer(right, left),
        restated=_restated,
        derivable=resolved_within_sentence,
        alluded=_alluded,
    ),
    weight=_weight,
    added_weight=_added_weight,
    as_dict=_as_dict,
    shown=("date", "first", "last"),
)
