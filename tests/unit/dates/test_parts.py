"""The parts of moments: what the finders set, and the words that the parts are shown as."""

from __future__ import annotations

from datetime import date

import pytest

from consistency.cache.codec import pack, unpack
from consistency.dates.details import details
from consistency.dates.find import dates
from consistency.types import Calendar, Clock, Event, Moment, Offset, Stretch

YEARS = Stretch(count=3, unit="year")
PARTS = [
    ("on 25 May 2020", Calendar(day=25, month="may", year=2020), "", "25 may 2020"),
    ("from May 5-7", Calendar(day=5, until_day=7, month="may"), "", "5-7 may"),
    ("on 5/6/2020", Calendar(name="5/6/2020"), "", "5/6/2020"),
    ("on Christmas Eve", Calendar(day=24, month="december"), "", "24 december"),
    ("on Good Friday 2020", Calendar(name="good", weekday="friday", year=2020), "", "good friday 2020"),
    ("late on Monday night", Calendar(weekday="monday", part="night"), "late", "late monday night"),
    ("every Monday morning", Calendar(every=True, weekday="monday", part="morning"), "", "every monday morning"),
    ("last Tuesday night", Calendar(step=-1, weekday="tuesday", part="night"), "", "last tuesday night"),
    ("next May", Calendar(step=1, month="may"), "", "next may"),
    ("this summer", Calendar(step=0, season="summer"), "", "this summer"),
    ("in summer 2006", Calendar(season="summer", year=2006), "", "summer 2006"),
    ("in the 2024-25 season", Calendar(unit="season", year=2024, until_year=2025), "", "season 2024-2025"),
    ("at the end of last year", Calendar(step=-1, unit="year"), "late", "late last year"),
    ("last fiscal year", Calendar(step=-1, fiscal=True, unit="year"), "", "last fiscal year"),
    ("in FY2023", Calendar(fiscal=True, year=2023), "", "fiscal 2023"),
    ("from 2013 to 2015", Calendar(year=2013, until_year=2015), "", "2013-2015"),
    ("in 50 BC", Calendar(year=50, era="bc"), "", "50 bc"),
    ("in the mid-1990s", Calendar(decade=1990), "mid", "mid 1990s"),
    ("in the 19th century", Calendar(century=19), "", "century 19"),
    ("in Q3 of fiscal year 2024", Calendar(quarter=3, fiscal=True, unit="year", year=2024), "",
     "quarter 3 fiscal year 2024"),
    ("in the first half of last year", Calendar(half=1, step=-1, unit="year"), "", "half 1 last year"),
    ("in the second half of 2024", Calendar(half=2, year=2024), "", "half 2 2024"),
    ("the same week", Calendar(same=True, unit="week"), "", "same week"),
    ("this morning", Calendar(name="today", part="morning"), "", "today morning"),
    ("tonight", Calendar(name="today", part="night"), "", "today night"),
    ("recently", Calendar(name="recently"), "", "recently"),
    ("at 5:30 p.m.", Clock(hour=17, minute=30), "", "17:30"),
    ("at 5:30 GMT", Clock(hour=5, minute=30, twelve_hours=True, zone="gmt"), "", "05:30 o'clock gmt"),
    ("at noon", Clock(hour=12), "", "12:00"),
    ("three years ago", Offset(stretch=YEARS, side="ago"), "", "3 years ago"),
    ("more than three years ago", Offset(stretch=YEARS, side="ago", bound="over"), "", "over 3 years ago"),
    ("two or three years later", Offset(stretch=Stretch(count=2, upto=3, unit="year"), side="later"), "",
     "2-3 years later"),
    ("a decade ago", Offset(stretch=Stretch(count=10, unit="year"), side="ago"), "", "10 years ago"),
    ("in recent years", Offset(stretch=Stretch(count=None, unit="year"), side="past"), "", "past few years"),
    ("over the next three years", Offset(stretch=YEARS, side="next"), "", "next 3 years"),
    ("in three years' time", Offset(stretch=YEARS, side="from now"), "", "3 years from now"),
    ("the following morning", Offset(stretch=Stretch(count=1, unit="day"), side="later", part="morning"), "",
     "1 day later morning"),
    ("before the vote", Event(words=("vote",)), "", "vote"),
    ("three years after the war", Event(words=("war",), gap=YEARS), "", "3 years: war"),
    ("several years after the war", Event(words=("war",), gap=Stretch(count=None, unit="year")), "", "few years: war"),
]  # fmt: skip


def moment(words: str, published: date | None = None) -> Moment:
    (found,) = dates(f"They met {words}.", published)
    assert found.moment is not None
    return found.moment


@pytest.mark.parametrize(("words", "when", "position", "label"), PARTS)
def test_words_give_parts_and_parts_a_label(
    words: str, when: Calendar | Clock | Offset | Event, position: str, label: str
) -> None:
    found = moment(words)
    assert (found.when, found.position) == (when, position)
    assert found.label == label


@pytest.mark.parametrize("words", [words for words, *_ in PARTS])
def test_parts_survive_the_cache(words: str) -> None:
    found = moment(words, date(2025, 2, 19))
    assert unpack(Moment, pack(found)) == found


@pytest.mark.parametrize(
    ("words", "weekday", "month", "day", "step", "unit"),
    [
        ("yesterday", "tuesday", 2, 18, None, ""),
        ("on Good Friday", "friday", None, None, None, ""),
        ("last month", None, 1, None, -1, "month"),
        ("on 25 May 2020", "monday", 5, 25, None, ""),
        ("early on May 25", None, 5, None, None, ""),
        ("by the end of the next week", None, None, None, 1, "week"),
    ],
)
def test_details_come_from_the_words_and_the_days(
    words: str, weekday: str | None, month: int | None, day: int | None, step: int | None, unit: str
) -> None:
    found = details(moment(words, date(2025, 2, 19)))
    assert (found.weekday, found.month, found.day, found.step, found.unit) == (weekday, month, day, step, unit)


@pytest.mark.parametrize(
    ("words", "gap", "slack", "side"),
    [
        ("two days ago", 2, 0.5, "ago"),
        ("a decade ago", 3652.4, 1826.2, "ago"),
        ("about 10 years ago", 3652.4, 730.48, "ago"),
        ("three weeks after the vote", 21, 3.5, ""),
    ],
)
def test_stretches_are_measured_in_days(words: str, gap: float, slack: float, side: str) -> None:
    found = details(moment(words))
    assert (found.gap, found.slack, found.side) == (pytest.approx(gap), pytest.approx(slack), side)
