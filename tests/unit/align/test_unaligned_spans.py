"""A short sentence against the few sentences that are all its source."""

from __future__ import annotations

from functools import cache

import pytest

from consistency.check import Checker
from consistency.settings import Settings
from tests.unit import checking

SOURCE = (
    "After the quake, engineers of the county closed off the ruins of the old town hall, "
    "a tower that has stood on the market square since 1702, and asked visitors to use the indoor market."
)


@cache
def checker() -> Checker:
    return Checker(Settings(cache=False, select=("COV704", "COV705")))


def loud(draft: str) -> list[str]:
    return [finding.message for finding in checking.loud(checker(), draft, SOURCE)]


@pytest.mark.parametrize(
    "draft",
    [
        "Engineers closed off the spot.",  # a word that only points
        "Visitors were asked to use the in-door market.",  # the same word, written in two
        "Engineers closed off the tower.",
    ],
)
def test_what_the_source_says_is_silent(draft: str) -> None:
    assert loud(draft) == []


@pytest.mark.parametrize(
    "draft",
    ["The county closed off the tower, which is a museum of bread.", "The tower is the oldest bakery of the county."],
)
def test_what_it_does_not_say_is_told(draft: str) -> None:
    assert len(loud(draft)) == 1
