"""The day of an article, as people and programs write it, and what is said where it cannot be read."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from consistency.check import Checker
from consistency.dates.find import dates
from consistency.errors import InputError
from consistency.read import article_from_text
from consistency.read.dates import NoDay, day
from consistency.settings import Settings
from consistency.types import Article, Role

MARCH = date(2026, 3, 12)


def read(front: str, path: str = "a.md") -> Article:
    return article_from_text(f"{front}\nThe mayor left.\n", id="a", role=Role.DRAFT, path=path)


@pytest.mark.parametrize(
    "value",
    [
        "2026-03-12", "2026-3-12", "20260312", 20260312, "2026/03/12", "2026.03.12", MARCH, datetime(2026, 3, 12, 23),
        "2026-03-12T23:30:00Z", "2026-03-12T23:30:00.123456789+14:00", "2026-03-12 10:00:00 -0500", "20260312T100000Z",
        "2026-03-12 10:00 America/New_York", "2026-03-12 10:00 AM EST", "2026-03-12, 10 a.m.", " 2026-03-12\n",
        "12 March 2026", "12th of March 2026", "March 12, 2026", "March 12th, 2026", "Mar. 12, 2026", "12-Mar-2026",
        "Thursday, March 12, 2026 at 10:00 AM", "Thu, 12 Mar 2026 10:00:00 GMT", "Thu Mar 12 10:00:00 2026",
        "Thu Mar 12 2026 10:00:00 GMT+0100 (Central European Standard Time)", {"created": "2026-03-12"},
    ],
)  # fmt: skip
def test_ways_to_write_a_day(value: object) -> None:
    assert day(value) == MARCH


def test_sept_is_september_and_equal_numbers_are_one_day() -> None:
    assert day("Sept. 5, 2026") == day("5 September 2026") == date(2026, 9, 5)
    assert (day("5/5/2026"), day("25/03/2026"), day("03/25/2026")) == (
        date(2026, 5, 5), date(2026, 3, 25), date(2026, 3, 25),
    )  # fmt: skip


@pytest.mark.parametrize(
    "value",
    [None, "", " ", "~", "null", True, False, "true", "False", "no", "Last Modified", "git Created", "today",
     "{{ page.date }}", "`r Sys.Date()`", {"created": None}],
)  # fmt: skip
def test_what_names_no_day_on_purpose(value: object) -> None:
    assert day(value) is None


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ("12/03/2026", "is ambiguous: write 2026-03-12 or 2026-12-03"),
        ("03.12.2026 10:00", "is ambiguous: write 2026-03-12 or 2026-12-03"),
        ("2026-02-31", "is not a day of the calendar"),
        ("31 February 2026", "is not a day of the calendar"),
        ("31/31/2026", "is not a day of the calendar"),
        ("0000-01-01", "is not a day of the calendar"),
        ("2026-03-12T10:00:00+99:00", "has no possible time zone: write 2026-03-12"),
        ("2026-03-12T10:00:00+14:75", "has no possible time zone: write 2026-03-12"),
        ("2026-03-12 25:61", "has no possible time of day: write 2026-03-12"),
        ("2026-03-12 or so", "is not a date that can be read"),
        ("12/03/26", "is not a date that can be read"),
        ("12 March 26", "is not a date that can be read"),
        ("2026", "is not a date that can be read"),
        ("2026-03", "is not a date that can be read"),
        ("12:30:45", "is not a date that can be read"),
        ("1773273600", "is not a date that can be read"),
        ("20260312202603122026-01-01", "is not a date that can be read"),
        ("yesterdayish", "is not a date that can be read"),
        ("9" * 5000, "is not a date"),
        pytest.param(10**5000, "is not a date", id="5001 digits"),
        (-1, "is not a date"),
        (2026.5, "is not a date"),
        (time(7, 32), "is not a date"),
        (["2026-03-12"], "is not a date"),
        ({"year": 2026}, "is not a date"),
    ],
)
def test_what_is_wrong_with_a_date_and_what_to_write(value: object, says: str) -> None:
    with pytest.raises(NoDay) as caught:
        day(value)
    assert says in str(caught.value)
    assert "write 20" in str(caught.value)


@pytest.mark.parametrize(
    ("front", "where", "says"),
    [
        ("---\ntitle: x\npublished: 12/03/2026\n---", "a.md:3", "published: 12/03/2026 is ambiguous: write 2026-03-12"),
        ("---\ndate: 2026-02-31\n---", "a.md:2", "date: 2026-02-31 is not a day of the calendar"),
        ("---\nparams:\n  Date: yesterdayish\n---", "a.md:3", "Date: yesterdayish is not a date that can be read"),
        ('+++\nx = 1\ndate = "12/03/2026"\n+++', "a.md:3", "date: 12/03/2026 is ambiguous"),
        ("+++\ndate = 07:32:00\n+++", "a.md:2", "date: 07:32:00 is not a date"),
        ('{"title": "x",\n "date": "31 June 2026"}', "a.md:2", "date: 31 June 2026 is not a day"),
        ("---\r\ntitle: x\r\ndate: soon   ish\r\n---", "a.md:3", "date: soon ish is not"),
    ],
)  # fmt: skip
def test_a_date_that_cannot_be_read_is_an_error_of_its_article(front: str, where: str, says: str) -> None:
    with pytest.raises(InputError) as caught:
        read(front)
    assert caught.value.where == where
    assert says in caught.value.message
    assert "last week" in str(caught.value.hint)


@pytest.mark.parametrize(
    "front",
    [
        "---\npublished: 2026-03-12\ndate: 12/03/2026\n---",  # the first key that has a day decides
        "---\npublished: true\ndate: 2026-03-12\n---",  # Jekyll
        "---\ndate: {created: 2026-03-12, updated: soon}\n---",  # Material for MkDocs
        "---\nlastmod: 12/03/2026\nexpiryDate: never\nupdated: 2026-02-31\ndate: 2026-03-12\n---",
        "---\ndate: 2026-03-12\nweight: " + "9" * 5000 + "\ntime: 190:20:30\nx: !!python/name:os.system y\n---",
        '{"date": "2026-03-12", "lastmod": "2026-02-31"}',
    ],
)
def test_a_key_that_is_not_used_is_no_reason_to_stop(front: str) -> None:
    assert read(front).published == MARCH


def test_a_date_that_is_given_is_read_as_strictly() -> None:
    with pytest.raises(
        InputError, match="published: 12/03/2026 is ambiguous: write 2026-03-12 or 2026-12-03"
    ) as caught:
        article_from_text("The mayor left.", id="row 7", role=Role.DRAFT, published="12/03/2026")
    assert caught.value.where == "row 7"


@pytest.mark.parametrize("base", [date.min, date(1, 3, 1), date(9999, 12, 1), date.max])
def test_at_the_ends_of_the_calendar_words_name_a_day_or_none(base: date) -> None:
    units = ("day", "week", "weekend", "month", "quarter", "year", "decade", "century")
    ways = ("last {}", "next {}", "this {}", "two {}s ago", "in three {}s", "the past 99999 {}s", "late next {}")
    words = [way.format(unit) for way in ways for unit in units]
    for phrase in (*words, "yesterday", "tomorrow", "on Monday", "in March", "Christmas Eve", "the 31st"):
        for found in dates(f"The mayor said it closed {phrase}.", base):
            moment = found.moment
            assert moment is None or moment.first is None or date.min <= moment.first <= date.max


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_an_article_of_the_first_or_last_day_is_compared(published: str) -> None:
    draft = article_from_text(
        "The mill burned down on Monday. Last week 15 people saw it.", id="d", role=Role.DRAFT, published="2026-03-12"
    )
    source = article_from_text(
        "The mill burned down. Next year 12 people saw it.", id="s", role=Role.SOURCE, published=published
    )
    report = Checker(Settings(min_confidence=0.0)).check(draft, [source])
    assert "NUM101" in {finding.code for finding in report.findings}
