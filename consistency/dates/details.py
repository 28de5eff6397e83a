"""What of a moment can be compared: the parts of its words, and those that follow from its days, where these are known.

Words before a period ("early", "late") hide the number of the day, the time of day and the length of a stretch after
them: "early 25 May" is compared by its month alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from consistency.language.calendar_words import MONTHS, WEEKDAYS
from consistency.types import Calendar, Clock, Event, Grain, Moment, Offset, Stretch

_BACK = frozenset({"ago", "earlier", "past"})
_ENDS = frozenset({"end", "ended", "ending", "expiry"})
_STARTS = frozenset({"start", "started", "began", "beginning", "outbreak", "broke", "onset"})
#: Periods that a step counts; two weeks in one word are compared as nothing else.
_UNITS = frozenset({"day", "week", "weekend", "month", "quarter", "season", "year", "decade", "century"})
#: Days in each unit; calendar means, good enough to round with.
_DAYS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.44, "year": 365.24}
#: Half of what one unit of a grain leaves open, in days: "a decade ago" may be seven years.
_SLACK = {
    Grain.TIME: 0.02, Grain.DAY: 0.5, Grain.WEEK: 3.5, Grain.MONTH: 15.2, Grain.QUARTER: 45.7, Grain.SEASON: 45.7,
    Grain.YEAR: 182.6, Grain.DECADE: 1826.2, Grain.CENTURY: 18262.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What is known of a moment; None or empty where nothing is. ``gap`` and ``slack`` are in days.

    ``month`` is 1 to 12. ``clock`` is in minutes after midnight, in doubt about noon unless ``exact_half``. ``words``
    and ``dated`` are an event's words and the dates among them, ``edge`` whether it is its start or end.
    """

    weekday: str | None = None
    month: int | None = None
    day: int | None = None
    clock: int | None = None
    exact_half: bool = True
    zone: str = ""
    ordinal: tuple[str, str | int] | None = None
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

    def near(self, other: Details) -> bool:
        """Whether two stretches are equal once rounded to the coarser unit."""
        if self.gap is None or other.gap is None:
            return False
        return abs(self.gap - other.gap) <= max(self.slack, other.slack)

    def stretch(self) -> Details | None:
        """The details as a stretch of time back or forth: "last year" is one year back."""
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
def details(moment: Moment) -> Details:
    """What of a moment can be compared."""
    match moment.when:
        case Event() as event:
            return _event(event)
        case Offset(stretch=Stretch(exact=True)) as offset if not moment.position:
            return _offset(moment.grain, offset)
        case Offset() as offset:
            return _dated(moment, _counted(offset))
        case Clock() as clock if not moment.position:
            minutes = clock.hour * 60 + clock.minute
            return _dated(moment, Details(clock=minutes, exact_half=not clock.twelve_hours, zone=clock.zone))
        case Clock():
            return _dated(moment, Details())
        case calendar:
            return _dated(moment, _calendar(calendar))


def days_in(stretch: Stretch) -> float:
    """The length of an exact stretch."""
    return (stretch.count or 0) * _DAYS[stretch.unit]


def _event(event: Event) -> Details:
    words = frozenset(event.words)
    dated = frozenset(word for word in words if word in WEEKDAYS or word in MONTHS or word.isdigit())
    edge = "end" if words & _ENDS else "start" if words & _STARTS else ""
    found = Details(words=words - dated - _ENDS - _STARTS, dated=dated, edge=edge)
    if event.gap is None or not event.gap.exact:
        return found
    return replace(found, gap=days_in(event.gap), slack=_DAYS[event.gap.unit] / 2)


def _offset(grain: Grain, offset: Offset) -> Details:
    days = days_in(offset.stretch)
    slack = max(_SLACK.get(grain, 0.0), _DAYS[offset.stretch.unit] / 2)
    # "More than 20 years ago" and "about 20 years ago" leave a fifth open.
    return Details(gap=days, slack=max(slack, days / 5) if offset.bound else slack, side=offset.side)


def _counted(offset: Offset) -> Details:
    """What is left of an offset whose length is hidden or open: "the end of the next week" is a week ahead."""
    unit = offset.stretch.unit if offset.stretch.count == 1 and offset.stretch.exact else ""
    return Details(part=offset.part, step=1 if offset.side == "next" else None, unit=unit)


def _calendar(calendar: Calendar) -> Details:
    return Details(
        weekday=calendar.weekday or None,
        month=MONTHS.index(calendar.month) + 1 if calendar.month else None,
        day=calendar.day if calendar.until_day is None else None,
        ordinal=_ordinal(calendar),
        part=calendar.part,
        step=calendar.step,
        unit=calendar.unit if calendar.unit in _UNITS else "",
    )


def _ordinal(calendar: Calendar) -> tuple[str, str | int] | None:
    """The kind and place of a named part of the year: the third quarter, the summer."""
    if calendar.season:
        return "season", calendar.season
    if calendar.quarter is not None:
        return "quarter", calendar.quarter
    return None if calendar.half is None else ("half", calendar.half)


def _dated(moment: Moment, found: Details) -> Details:
    """The details with the position, and with the weekday, day and month of the days that are known."""
    weekday, month, day = found.weekday, found.month, None if moment.position else found.day
    first, last = moment.first, moment.last
    if first is not None and last is not None:
        if first == last:
            weekday, day = weekday or WEEKDAYS[first.weekday()], day or first.day
        if (first.year, first.month) == (last.year, last.month):
            month = month or first.month
    return replace(found, weekday=weekday, month=month, day=day, position=moment.position)
