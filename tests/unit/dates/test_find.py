from __future__ import annotations

import time
from datetime import date

import pytest

from consistency.dates.find import dates
from consistency.types import ClaimKind, Grain

WEDNESDAY = date(2025, 2, 19)

LABELS = [
    ("The bridge opened on 25 May 2020 to traffic.", "on 25 May 2020", "25 may 2020", "on"),
    ("The bridge opened on May 25, 2020.", "on May 25, 2020", "25 may 2020", "on"),
    ("The bridge opened Monday, May 25, 2020.", "Monday, May 25, 2020", "25 may 2020", "on"),
    ("Opened: 2020-05-25.", "2020-05-25", "25 may 2020", "on"),
    ("Opened: 5/25/2020.", "5/25/2020", "25 may 2020", "on"),
    ("Opened: 5/6/2020.", "5/6/2020", "5/6/2020", "on"),
    ("The fire of Nov. 11 spread.", "Nov. 11", "11 november", "on"),
    ("She left on the 25th of May.", "on the 25th of May", "25 may", "on"),
    ("The fair runs May 5-7.", "May 5-7", "5-7 may", "on"),
    ("The mayor spoke on Tuesday.", "on Tuesday", "tuesday", "on"),
    ("The mayor spoke on Tues. in the hall.", "on Tues.", "tuesday", "on"),
    ("The mayor spoke late on Monday.", "late on Monday", "late monday", "on"),
    ("The mayor spoke Tuesday night.", "Tuesday night", "tuesday night", "on"),
    ("The mayor spoke last Tuesday.", "last Tuesday", "last tuesday", "on"),
    ("Shops close on Mondays.", "on Mondays", "every monday", "on"),
    ("In May, sales fell.", "In May", "may", "on"),
    ("Sales fell in early March.", "in early March", "early march", "on"),
    ("Sales fell in mid-June.", "in mid-June", "mid june", "on"),
    ("They settled there in 1985.", "in 1985", "1985", "on"),
    ("They have lived there since 1985.", "since 1985", "1985", "since"),
    ("The plant must close by the end of 2031.", "by the end of 2031", "late 2031", "by"),
    ("Profit rose in FY2023.", "in FY2023", "fiscal 2023", "on"),
    ("It was the 2006 strike that did it.", "2006", "2006", "on"),
    ("The ban stems from the 1951 treaty on salt.", "1951", "1951", "on"),
    ("Prices doubled in the 1990s.", "in the 1990s", "1990s", "on"),
    ("Prices doubled in the '90s.", "in the '90s", "1990s", "on"),
    ("Prices doubled in the nineties.", "in the nineties", "1990s", "on"),
    ("Prices doubled in the mid-1990s.", "in the mid-1990s", "mid 1990s", "on"),
    ("He ruled from 2013 to 2015.", "from 2013 to 2015", "2013-2015", "during"),
    ("His rule (2013-2015) was short.", "2013-2015", "2013-2015", "on"),
    ("It dates from the 19th century.", "from the 19th century", "century 19", "from"),
    ("Profit rose in the third quarter.", "in the third quarter", "quarter 3", "on"),
    ("Profit rose in Q3 2024.", "in Q3 2024", "quarter 3 2024", "on"),
    ("Profit rose in the first half of 2024.", "in the first half of 2024", "half 1 2024", "on"),
    ("Crowds came this summer.", "this summer", "this summer", "on"),
    ("They won in the 2024-25 season.", "in the 2024-25 season", "season 2024-2025", "on"),
    ("The river rose last week.", "last week", "last week", "on"),
    ("The river had risen the previous week.", "the previous week", "last week", "on"),
    ("The club went down a season earlier.", "a season earlier", "1 year earlier", "on"),
    ("The club went down two seasons ago.", "two seasons ago", "2 years ago", "on"),
    ("The river rose three days ago.", "three days ago", "3 days ago", "on"),
    ("The toll is twice that of a decade ago.", "a decade ago", "10 years ago", "on"),
    ("It closed more than 20 years ago.", "more than 20 years ago", "over 20 years ago", "on"),
    ("It closed a year and a half ago.", "a year and a half ago", "18 months ago", "on"),
    ("It closed half a century ago.", "half a century ago", "50 years ago", "on"),
    ("The rate was lower a year earlier.", "a year earlier", "1 year earlier", "on"),
    ("It closed earlier this month.", "earlier this month", "earlier this month", "on"),
    ("It closed at the end of last year.", "at the end of last year", "late last year", "on"),
    ("The river recently rose.", "recently", "recently", "on"),
    ("In recent years the river rose.", "In recent years", "past few years", "on"),
    ("The river later rose again.", "later", "later", "on"),
    ("Fares will double over the next decade.", "over the next decade", "next 10 years", "during"),
    ("Fares rose in the past two to three years.", "in the past two to three years", "past 2-3 years", "on"),
    ("The price fell overnight.", "overnight", "overnight", "on"),
    ("The doors open at 5:30 a.m. sharp.", "at 5:30 a.m.", "05:30", "on"),
    ("The doors open at 2 pm.", "at 2 pm", "14:00", "on"),
    ("The doors open at noon.", "at noon", "12:00", "on"),
    ("The doors open at 17:30 on most days.", "at 17:30", "17:30", "on"),
    ("The doors open at 5:30 on most days.", "at 5:30", "05:30 o'clock", "on"),
    ("He resigned on Christmas Eve.", "on Christmas Eve", "24 december", "on"),
    ("He resigned on New Year's Day.", "on New Year's Day", "1 january", "on"),
    ("She wavered on the eve of Keller's visit.", "on the eve of Keller's visit", "keller visit", "eve"),
    ("She wavered in the run-up to the vote.", "in the run-up to the vote", "vote", "run-up"),
    ("She wavered in the lead up to the vote.", "in the lead up to the vote", "vote", "run-up"),
    ("Tolls doubled since the war began.", "since the war began", "war began", "since"),
    ("Tolls doubled after taking office.", "after taking office", "taking office", "after"),
    ("Tolls doubled after she took office.", "after she took office", "taking office", "after"),
    ("Tolls doubled prior to the summit.", "prior to the summit", "summit", "before"),
    ("Tolls doubled ahead of the summit.", "ahead of the summit", "summit", "before"),
    ("Tolls doubled during his second term.", "during his second term", "second term", "during"),
    ("They count the days until the vote.", "until the vote", "vote", "until"),
    ("He quit two days after the vote.", "two days after the vote", "2 days: vote", "after"),
]


@pytest.mark.parametrize(("text", "words", "label", "relation"), LABELS)
def test_finds_one_date_with_its_words_label_and_relation(text: str, words: str, label: str, relation: str) -> None:
    (found,) = dates(text)
    assert found.moment is not None
    assert (found.span.cut(text), found.moment.label, found.moment.relation) == (words, label, relation)
    assert found.kind is ClaimKind.DATE
    assert found.span.covers(found.core)


@pytest.mark.parametrize(
    "text",
    [
        "They may march through the town.",
        "Theresa May said she would go.",
        "May I ask why April and June left together?",
        "The Baltimore Sun and the Sunday Times said so.",
        "The sun rose; she sat down.",
        "Sheffield Wednesday lost again.",
        "About 2,000 people and 1500 dogs came to 2000 homes.",
        "The Boeing 1979 and Vision 2030 were named.",
        "The climb is 1985 feet above the lake.",
        "He worked there for three years and had ten years left.",
        "The talks will last two days.",
        "It must be done within 30 days.",
        "He died at 116, and 400 others were led by 500 guards.",
        "She is in her sixties and he was aged 45.",
        "Temperatures were in the 90s all day long.",
        "The team won 5:30 and the odds are 3:1.",
        "Later stages were harder; a later model sold better.",
        "She stood before a judge and the court.",
        "The bank is ahead of its rivals, following the rules.",
        "He told it after all to everyone but her.",
        "The first five rooms and the third prize were his.",
        "20th Century Pictures made it.",
        "They lost in the final of the Premiership.",
        "He was praised after being involved, and she smiled after making it.",
        "It stays open until the very end.",
    ],
)
def test_takes_nothing_else_for_a_date(text: str) -> None:
    assert [found.span.cut(text) for found in dates(text)] == []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("on 25 May 2020", date(2020, 5, 25), date(2020, 5, 25)),
        ("in May 2020", date(2020, 5, 1), date(2020, 5, 31)),
        ("in 1985", date(1985, 1, 1), date(1985, 12, 31)),
        ("in the 1990s", date(1990, 1, 1), date(1999, 12, 31)),
        ("from 2013 to 2015", date(2013, 1, 1), date(2015, 12, 31)),
        ("in Q3 2024", date(2024, 7, 1), date(2024, 9, 30)),
        ("yesterday", date(2025, 2, 18), date(2025, 2, 18)),
        ("the day before yesterday", date(2025, 2, 17), date(2025, 2, 17)),
        ("three days ago", date(2025, 2, 16), date(2025, 2, 16)),
        ("last month", date(2025, 1, 1), date(2025, 1, 31)),
        ("last week", date(2025, 2, 9), date(2025, 2, 16)),
        ("next year", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_resolves_against_the_day_of_the_article(text: str, first: date, last: date) -> None:
    (found,) = dates(f"It ended {text}.", WEDNESDAY)
    assert found.moment is not None
    assert (found.moment.first, found.moment.last) == (first, last)


@pytest.mark.parametrize("text", ["last week", "yesterday", "on Tuesday", "in May", "5/6/2020", "in the third quarter"])
def test_leaves_open_what_it_cannot_know(text: str) -> None:
    (found,) = dates(f"It ended {text}.")
    assert found.moment is not None
    assert found.moment.first is found.moment.last is None


def test_a_weekday_is_the_last_one_only_in_a_report() -> None:
    (past,) = dates("The mayor spoke on Tuesday and denied it.", WEDNESDAY)
    (ahead,) = dates("The mayor denied that he will speak on Tuesday.", WEDNESDAY)
    assert past.moment is not None
    assert ahead.moment is not None
    assert past.moment.first == past.moment.last == date(2025, 2, 18)
    assert ahead.moment.first is None


def test_a_day_that_the_calendar_lacks_has_no_days() -> None:
    (found,) = dates("It ended on February 30, 2020.")
    assert found.moment is not None
    assert found.moment.first is None


def test_finds_several_in_order() -> None:
    text = "On Monday he left; in 1999 and 2001 he had stayed until the end of June."
    assert [found.span.cut(text) for found in dates(text)] == ["On Monday", "in 1999", "2001", "until the end of June"]


def test_event_anchor_takes_no_figures() -> None:
    text = "It closed after 13 people were hurt."
    assert dates(text) == []


@pytest.mark.parametrize(
    ("text", "grain"),
    [
        ("at noon", Grain.TIME),
        ("on Friday", Grain.WEEKDAY),
        ("last week", Grain.WEEK),
        ("this season", Grain.SEASON),
        ("over the next decade", Grain.DECADE),
        ("recently", Grain.VAGUE),
        ("before the election", Grain.EVENT),
    ],
)
def test_grain_tells_how_exact_it_is(text: str, grain: Grain) -> None:
    (found,) = dates(f"They met {text}.")
    assert found.moment is not None
    assert found.moment.grain is grain


@pytest.mark.parametrize(
    "junk",
    [
        "1985 ",
        "a ",
        "the last ",
        "in the early ",
        "9",
        "May 5, ",
        "before the ",
        "x",
        "'",
        "May ",
        "Tuesday ",
        "the 90s ",
    ],
)
def test_time_grows_with_length_only(junk: str) -> None:
    text = junk * (100_000 // len(junk))
    start = time.perf_counter()
    dates(text, WEDNESDAY)
    assert time.perf_counter() - start < 5
