"""Figures and times that a faithful writer works out from those of the source, and those that nobody can."""

from __future__ import annotations

from dataclasses import replace

import pytest

from consistency.check import Checker
from consistency.settings import Settings
from tests.unit.checking import loud

SALES = "Sales fell from 41,200 boats in 2010 to 32,700 this year. Two of the seven board members voted for a sale."
SHIP = "The ferry had 287 passengers and 51 crew on board. Eleven of its 74 cabins were flooded, four of them at once."
PRICES = (
    "Prices rose 2.9 percent in November from a year earlier, down from 3.4 percent in October, the bank in Oden said."
)


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(replace(Settings(), cache=False))


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        (SALES, "Sales are down to 32,700 boats, 8,500 fewer than in 2010."),
        (SALES, "Five of the seven board members were against a sale."),
        (SHIP, "Almost 340 people were on board the ferry."),
        (SHIP, "Of the ferry's 74 cabins, 11 were flooded."),
        (
            PRICES,
            "Inflation slowed to 2.9 percent in November from 3.4 percent the month before, the bank in Oden said.",
        ),
        (PRICES, "Inflation fell to 2.9 percent in November, the bank in Oden said."),
        (
            "At least 34 people were hurt when the hall collapsed.",
            "More than 30 people were hurt when the hall collapsed.",
        ),
        ("The rate of vaccination in the town was 81 percent.", "In the town, four out of five were vaccinated."),
        ("All but five of the 84 patients had not been warned.", "Only five of the 84 patients had been warned."),
        ("Halden's shares fell 3.2 percent. Brisk's jumped 25 percent.", "Brisk's shares soared 25 percent."),
    ],
)
def test_what_follows_from_the_source_is_no_mistake(source: str, draft: str, checker: Checker) -> None:
    assert [finding.message for finding in loud(checker, draft, source)] == []


@pytest.mark.parametrize(
    ("source", "draft", "code"),
    [
        (SALES, "Four of the seven board members voted for a sale.", "NUM101"),
        (
            "At least 34 people were hurt when the hall collapsed.",
            "More than 40 people were hurt when the hall collapsed.",
            "NUM101",
        ),
        ("More than 30 people were hurt in the hall.", "More than 40 people were hurt in the hall.", "NUM101"),
        (
            "The rate of vaccination in the town was 81 percent.",
            "In the town, the rate of vaccination was three in five.",
            "NUM101",
        ),
        ("Halden's shares fell 3.2 percent on Monday.", "Halden's shares rose 3.2 percent on Monday.", "MOD602"),
        ("Prices in Oden fell 2.9 percent in May.", "Prices in Oden rose 2.9 percent in May.", "MOD602"),
    ],
)
def test_what_does_not_follow_is_one(source: str, draft: str, code: str, checker: Checker) -> None:
    assert code in {finding.code for finding in loud(checker, draft, source)}
