"""When something is: the parts of a date, a time of day, a distance in time, or a time named by an event.

Names of months, weekdays and units are English, in lower case and unabbreviated. Two moments with equal parts are
written alike whatever words the article uses: "Christmas Eve" and "24 December", "a decade ago" and "ten years ago".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Grain(StrEnum):
    """How exact a moment is."""

    TIME = "time"
    DAY = "day"
    WEEKDAY = "weekday"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    EVENT = "event"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A date or period by its names in the calendar; what the words leave out is None or empty.

    ``step`` is -1 for the last such period, 0 for this one and 1 for the next ("next May"). ``unit`` is a period that
    is only counted ("last year", "the end of the season"). ``name`` is a word without parts: a movable holiday,
    "today", "recently", or "5/6/2020", whose day and month cannot be told apart. ``until_day`` and ``until_year`` end
    a range. ``part`` is a part of the day.
    """

    every: bool = False
    half: int | None = None
    quarter: int | None = None
    century: int | None = None
    step: int | None = None
    same: bool = False
    fiscal: bool = False
    unit: str = ""
    name: str = ""
    day: int | None = None
    until_day: int | None = None
    month: str = ""
    weekday: str = ""
    season: str = ""
    year: int | None = None
    until_year: int | None = None
    decade: int | None = None
    era: str = ""
    part: str = ""

    @property
    def is_range(self) -> bool:
        """Whether a first and a last day or year are given."""
        return self.until_day is not None or self.until_year is not None

    @property
    def label(self) -> str:
        """The canonical words."""
        return _joined(
            (
                "every" if self.every else "",
                _numbered("half", self.half),
                _numbered("quarter", self.quarter),
                _numbered("century", self.century),
                "" if self.step is None else ("last", "this", "next")[self.step + 1],
                "same" if self.same else "",
                "fiscal" if self.fiscal else "",
                self.unit,
                self.name,
                _range(self.day, self.until_day),
                self.month,
                self.weekday,
                self.season,
                _range(self.year, self.until_year),
                "" if self.decade is None else f"{self.decade}s",
                self.era,
                self.part,
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A time of day. ``twelve_hours`` marks one that may be before or after noon: "at 5:30"."""

    hour: int
    minute: int = 0
    twelve_hours: bool = False
    zone: str = ""

    is_range = False

    @property
    def label(self) -> str:
        """The canonical words."""
        return _joined((f"{self.hour:02}:{self.minute:02}", "o'clock" if self.twelve_hours else "", self.zone))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A length of time, to ``upto`` for a range; ``count`` is None for "several" or "a few".

    Exact counts are in the largest whole unit: 10 years for a decade, 2 weeks for 14 days.
    """

    count: float | None
    unit: str
    upto: float | None = None

    @property
    def exact(self) -> bool:
        """Whether one number of units is given."""
        return self.count is not None and self.upto is None

    @property
    def label(self) -> str:
        """The canonical words."""
        if self.count is None:
            return f"few {self.unit}s"
        if self.upto is not None:
            return f"{self.count:g}-{self.upto:g} {self.unit}s"
        return f"{self.count:g} {self.unit}" + ("s" if self.count != 1 else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Offset:
    """A distance in time from the day of writing or another day, or the stretch of time between.

    ``side`` is "past" or "next" for the stretch, else "ago", "earlier", "later" or "from now". ``bound`` is "about",
    "over" or "under" where the length is not exact, ``part`` a part of the day ("the following morning").
    """

    stretch: Stretch
    side: str
    bound: str = ""
    part: str = ""

    @property
    def is_range(self) -> bool:
        """Whether the least and the greatest length are given."""
        return self.stretch.upto is not None

    @property
    def label(self) -> str:
        """The canonical words."""
        window = self.side in ("past", "next")
        sides = (self.side, "") if window else ("", self.side)
        return _joined((self.bound, sides[0], self.stretch.label, sides[1], self.part))


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A time named by an event, of which ``words`` are the words that matter; ``gap`` is how long before or after."""

    words: tuple[str, ...]
    gap: Stretch | None = None

    is_range = False

    @property
    def label(self) -> str:
        """The canonical words."""
        return f"{self.gap.label}: {' '.join(self.words)}" if self.gap else " ".join(self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When something is: the parts of its words, and the days they resolve to, if known.

    ``first`` and ``last`` are inclusive. ``position`` is where in the period: "early", "mid", "late", "earlier",
    "later". ``relation`` is how the fact relates to the moment ("on", "before", "after", "since", "until", "by",
    "around", "eve", "run-up").
    """

    grain: Grain
    when: Calendar | Clock | Offset | Event
    position: str = ""
    first: date | None = None
    last: date | None = None
    relation: str = "on"

    @property
    def label(self) -> str:
        """The canonical words, equal for equal parts; the relation is not among them."""
        return _joined((self.position, self.when.label))


def _joined(words: Iterable[str]) -> str:
    return " ".join(word for word in words if word)


def _numbered(word: str, number: int | None) -> str:
    return "" if number is None else f"{word} {number}"


def _range(first: int | None, last: int | None) -> str:
    return "" if first is None else str(first) if last is None else f"{first}-{last}"
