from __future__ import annotations

from datetime import date

import pytest

from consistency.dates.compare import agrees, looser
from consistency.dates.find import dates
from consistency.types import Moment


def told(words: str, published: date | None = None) -> Moment:
    (found,) = dates(f"It stopped {words}.", published)
    assert found.moment is not None
    return found.moment


ANSWERS = [
    ("on Tuesday", "on Thursday", False),
    ("on Tuesday", "on Tuesday night", True),
    ("on Tuesday morning", "on Tuesday night", False),
    ("last Tuesday", "next Tuesday", False),
    ("on Tuesday", "on 11 February 2025", True),
    ("on Tuesday", "on 12 February 2025", False),
    ("in 1985", "in 1987", False),
    ("in 1994", "in the 1990s", True),
    ("in 1984", "in the 1990s", False),
    ("in the 1990s", "in the nineties", True),
    ("in 2014", "from 2013 to 2015", True),
    ("between 2015 and 2021", "between 2015 and 2018", False),
    ("between 2015 and 2021", "from 2015 to 2021", True),
    ("in May", "on May 25", True),
    ("in May", "on June 25", False),
    ("in early May", "in late May", False),
    ("on Christmas Eve", "on December 24", True),
    ("last week", "the previous week", True),
    ("last week", "last month", False),
    ("last year", "this year", False),
    ("this week", "this year", True),
    ("last year", "a year ago", True),
    ("a decade ago", "ten years ago", True),
    ("a decade ago", "three years ago", False),
    ("over the next decade", "over the next three years", False),
    ("over the next decade", "in the next 10 years", True),
    ("over the next decade", "over the past decade", False),
    ("in the third quarter", "in the fourth quarter", False),
    ("in the summer of 2006", "in the winter of 2006", False),
    ("at 5 p.m. sharp", "at 17:00 sharp", True),
    ("at 5 p.m. sharp", "at 6 p.m. sharp", False),
    ("before the vote", "prior to the vote", True),
    ("before the vote", "after the vote", False),
    ("since the vote", "until the vote", False),
    ("during the vote", "after the vote", False),
    ("on the eve of the vote", "in the run-up to the vote", False),
    ("on the eve of the vote", "before the vote", True),
    ("in the run up to the vote", "in the lead-up to the vote", True),
    ("two days after the vote", "three days after the vote", False),
    ("after the 2016 election", "after the 2020 election", False),
    ("after the parliamentary election", "after the election", True),
    ("before the end of the war", "before the war", None),
    ("before the vote", "before the summit", None),
    ("during her second term", "during her fourth term", False),
    ("during her second term", "during her second term", True),
    ("after the vote", "on Tuesday", None),
    ("since 1985", "in 1985", None),
    ("by Friday", "on Friday", None),
    ("on Tuesday", "last week", None),
    ("on Tuesday", "recently", None),
    ("on 5/6/2020", "on 5 June 2020", None),
]


@pytest.mark.parametrize(("left", "right", "answer"), ANSWERS)
def test_agrees_both_ways(left: str, right: str, answer: bool | None) -> None:
    assert agrees(told(left), told(right)) is answer
    assert agrees(told(right), told(left)) is answer


@pytest.mark.parametrize(
    ("left", "there", "right", "here", "answer"),
    [
        ("yesterday", date(2025, 2, 19), "on Tuesday", None, True),
        ("yesterday", date(2025, 2, 19), "on Monday", None, False),
        ("last week", date(2025, 2, 19), "this week", date(2025, 2, 12), True),
        ("last week", date(2025, 2, 19), "this week", date(2025, 2, 19), False),
        ("last week", date(2025, 2, 19), "last week", date(2025, 3, 19), None),
        ("last month", date(2025, 2, 19), "in January", None, True),
        ("last month", date(2025, 2, 19), "in March", None, False),
        ("last year", date(2025, 2, 19), "in 2024", None, True),
    ],
)
def test_each_side_is_resolved_by_its_own_day(
    left: str, there: date, right: str, here: date | None, answer: bool | None
) -> None:
    assert agrees(told(left, there), told(right, here)) is answer


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("last week", "recently"),
        ("on Tuesday", "this week"),
        ("on May 25", "in May"),
        ("in 1994", "in the 1990s"),
        ("on the eve of the vote", "before the vote"),
        ("two days after the vote", "after the vote"),
        ("in early May", "in May"),
        ("after taking office", "later"),
        ("in recent years", "recently"),
    ],
)
def test_looser_holds_in_one_direction(left: str, right: str) -> None:
    assert looser(told(left), told(right))
    assert not looser(told(right), told(left))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("on Tuesday", "on Tuesday"),
        ("a decade ago", "ten years ago"),
        ("on Tuesday", "on Thursday"),
        ("in 1984", "in the 1990s"),
        ("before the vote", "on Tuesday"),
        ("recently", "later"),
    ],
)
def test_not_looser(left: str, right: str) -> None:
    assert not looser(told(left), told(right))
