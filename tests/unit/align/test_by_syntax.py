"""Words that stand in one place by grammar, in an article and a summary of it."""

from __future__ import annotations

import pytest

from consistency.check import Checker
from consistency.settings import Settings
from tests.unit import checking

ARTICLE = """The swimmer Dora Velk has withdrawn from the Orvale games, her club said on Tuesday.
Velk, who underwent shoulder surgery in Brennick earlier this year, had hoped to race in the final.
About 90 families live inside the old quarry next to the pool, and they rely on the club for water.
The club sells its tickets through a small office near the harbour.
A spokesman said the private garden behind the clubhouse would stay closed until the spring.
Volunteers found a lost dog in the changing rooms on Sunday and gave it to the town's shelter.
The club was founded by dock workers and still trains most of the region's young swimmers.
"""


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(Settings(cache=False))


def findings(checker: Checker, draft: str) -> list[tuple[str, str]]:
    return [(finding.code, checking.words(finding, draft)) for finding in checking.loud(checker, draft, ARTICLE)]


@pytest.mark.parametrize(
    ("draft", "found"),
    [
        ("Dora Velk underwent surgery on her knee in Brennick earlier this year.", ("ENT301", "knee")),
        ("In all, about 90 families live just outside the quarry next to the pool.", ("MOD603", "outside")),
        ("A spokesman said that the public garden of the clubhouse would stay closed.", ("MOD602", "public")),
    ],
)
def test_another_word_in_the_same_slot_is_found(checker: Checker, draft: str, found: tuple[str, str]) -> None:
    assert found in findings(checker, draft)


@pytest.mark.parametrize(
    "draft",
    [
        "Dora Velk underwent surgery on her shoulder in Brennick earlier this year.",
        "In all, some 90 families live in the quarry next to the pool.",
        "A spokesman said that the garden of the clubhouse would stay shut.",
        "Dora Velk had an operation in Brennick this year.",
    ],
)
def test_what_the_article_says_is_silent(checker: Checker, draft: str) -> None:
    assert findings(checker, draft) == []
