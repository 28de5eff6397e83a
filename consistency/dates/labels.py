"""What the label of a moment says, taken apart: weekday, month, day, offset, stretch."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from consistency.types import Grain, Moment

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_STEPS = {"last": -1, "this": 0, "next": 1}
_PARTS = frozenset({"morning", "afternoon", "evening", "night"})
_POSITIONS = frozenset({"early", "mid", "late", "earlier", "later"})
_UNITS = ("day", "week", "weekend", "month", "quarter", "season", "year", "decade", "century")
_SEASONS = frozenset({"spring", "summer", "autumn", "winter"})
_BACK = frozenset({"ago", "earlier", "past"})
_ENDS = frozenset({"end", "ended", "ending", "expiry"})
_STARTS = frozenset({"start", "started", "began", "beginning", "outbreak", "broke", "onset"})
#: Days in each unit; calendar means, good enough to round with.
_DAYS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.44, "year": 365.24}
#: Half of what one unit of a grain leaves open, in days: "a decade ago" may be seven years.
_SLACK = {
    Grain.TIME: 0.02, Grain.DAY: 0.5, Grain.WEEK: 3.5, Grain.MONTH: 15.2, Grain.QUARTER: 45.7, Grain.SEASON: 45.7,
    Grain.YEAR: 182.6, Grain.DECADE: 1826.2, Grain.CENTURY: 18262.0,
}  # fmt: skip
_CLOCK = re.compile(r"(\d\d):(\d\d)")
_GAP = re.compile(r"(?:(about|over|under) )?(?:(past|next) )?(\d+) (minute|hour|day|week|month|year)s?(?: (.+))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """The parts of a label; None or empty where it says nothing of the sort. ``gap`` and ``slack`` are in days."""

    weekday: str | None = None
    month: int | None = None
    day: str | None = None
    clock: int | None = None
    half: bool = True
    zone: str = ""
    ordinal: tuple[str, str] | None = None
    part: str = ""
    position: str = ""
    step: int | None = None
    unit: str = ""
    gap: float | None = None
    slack: float = 0.0
    side: str = ""
    words: frozenset[str] = frozenset()
    dated: frozenset[str] = frozenset()
    edge: str = ""

    def near(self, other: Facets) -> bool:
        """Whether two stretches are equal once rounded to the coarser unit."""
        if self.gap is None or other.gap is None:
            return False
        return abs(self.gap - other.gap) <= max(self.slack, other.slack)

    def stretch(self) -> Facets | None:
        """The facets as a stretch of time backward or forward: "last year" is one year back."""
        if self.gap is not None:
            return replace(self, side="back" if self.side in _BACK else "forth")
        if self.step and self.unit in _DAYS:
            length = _DAYS[self.unit]
            return replace(self, gap=length, slack=length / 2, side="back" if self.step < 0 else "forth")
        return None

    @property
    def exactness(self) -> int:
        """How many of the details that narrow a date down are given."""
        return sum(map(bool, (self.part, self.position)))


@lru_cache(maxsize=4096)
def facets(moment: Moment) -> Facets:
    """The parts of a moment's label and, where its days are known, what these add."""
    if moment.grain is Grain.EVENT:
        return _event(moment.label)
    if (found := _GAP.fullmatch(moment.label)) is not None:
        return _stretch(moment, found)
    return _calendar(moment)


def _event(label: str) -> Facets:
    gap, _, anchor = label.rpartition(": ")
    words = frozenset(anchor.split())
    dated = frozenset(word for word in words if word in WEEKDAYS or word in MONTHS or word.isdigit())
    edge = "end" if words & _ENDS else "start" if words & _STARTS else ""
    kept = words - dated - _ENDS - _STARTS
    found = _GAP.fullmatch(gap)
    if found is None:
        return Facets(words=kept, dated=dated, edge=edge)
    return Facets(words=kept, dated=dated, edge=edge, gap=_days(found), slack=_DAYS[found[4]] / 2)


def _days(found: re.Match[str]) -> float:
    return int(found[3]) * _DAYS[found[4]]


def _stretch(moment: Moment, found: re.Match[str]) -> Facets:
    days, slack = _days(found), max(_SLACK.get(moment.grain, 0.0), _DAYS[found[4]] / 2)
    if found[1]:
        # "More than 20 years ago" and "about 20 years ago" leave a fifth open.
        slack = max(slack, days / 5)
    side = found[2] or (found[5] or "").split(" ")[0]
    return Facets(gap=days, slack=slack, side=side)


def _calendar(moment: Moment) -> Facets:
    words = moment.label.split()
    weekday = next((word for word in words if word in WEEKDAYS), None)
    month = next((MONTHS.index(word) + 1 for word in words if word in MONTHS), None)
    first, last = moment.first, moment.last
    day = words[0] if moment.grain is Grain.DAY and month and words[0].isdigit() else None
    if first is not None and last is not None:
        if first == last:
            weekday, day = weekday or WEEKDAYS[first.weekday()], day or str(first.day)
        if (first.year, first.month) == (last.year, last.month):
            month = month or first.month
    clock = _CLOCK.match(moment.label) if moment.grain is Grain.TIME else None
    return Facets(
        weekday=weekday,
        month=month,
        day=day,
        clock=int(clock[1]) * 60 + int(clock[2]) if clock else None,
        half="o'clock" not in words,
        zone=words[-1] if clock and words[-1].isalpha() else "",
        ordinal=_ordinal(words),
        part=next((word for word in words if word in _PARTS), ""),
        position=words[0] if words[0] in _POSITIONS else "",
        step=next((_STEPS[word] for word in words if word in _STEPS), None),
        unit=next((word for word in words if word in _UNITS), ""),
    )


def _ordinal(words: list[str]) -> tuple[str, str] | None:
    """The kind and place of a named part of the year: the third quarter, the summer."""
    for place, word in enumerate(words):
        if word in _SEASONS:
            return "season", word
        if word in ("quarter", "half") and place + 1 < len(words):
            return word, words[place + 1]
    return None
