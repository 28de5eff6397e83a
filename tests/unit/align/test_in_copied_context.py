"""One word for another in a sentence that was copied otherwise."""

from __future__ import annotations

import pytest

from consistency.check import Checker
from consistency.settings import Settings
from consistency.types import Severity
from tests.unit import checking

ARTICLE = """The finance minister, Brenna Holt, opened a new glass factory in Orvale on Monday.
The factory will employ 340 workers, most of them from the county, according to the company that built it.
Critics said the subsidy for the project was too high and that the river nearby would suffer.
Holt told reporters that the government had studied the complaints with care.
The union welcomed the jobs but asked for a written guarantee on wages.
A crowd of several hundred people cheered as the first furnace was lit.
"""


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(Settings(cache=False, select=("ENT301", "MOD603")))


def found(checker: Checker, old: str, new: str) -> list[tuple[str, Severity, str]]:
    assert ARTICLE.count(old) == 1
    draft = ARTICLE.replace(old, new)
    return [(f.code, f.severity, checking.words(f, draft)) for f in checking.findings(checker, draft, ARTICLE)]


@pytest.mark.parametrize(
    ("old", "new", "code", "words"),
    [
        ("glass factory", "glass museum", "ENT301", "museum"),
        ("finance minister", "finance magazine", "ENT301", "magazine"),
        ("Critics said", "Students said", "ENT301", "Students"),
        ("the subsidy for", "the penalty for", "ENT301", "penalty"),
        ("studied the complaints", "hidden the complaints", "MOD603", "hidden"),
        ("furnace was lit", "furnace was broken", "MOD603", "broken"),
    ],
)
def test_another_word_is_a_warning(checker: Checker, old: str, new: str, code: str, words: str) -> None:
    assert found(checker, old, new) == [(code, Severity.WARNING, words)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("cheered", "applauded"),
        ("Critics said", "Opponents said"),
        ("a written guarantee", "a written assurance"),
        ("the company that", "the firm that"),
        ("with care", "carefully"),
        ("the complaints", "the grievances"),
        ("welcomed", "welcomd"),  # a slip of the pen is no other word
        ("the project", "the development"),  # words that only point
    ],
)
def test_a_synonym_is_no_alarm(checker: Checker, old: str, new: str) -> None:
    assert [one for one in found(checker, old, new) if one[1] is not Severity.NOTE] == []


def test_a_sentence_told_otherwise_is_left_alone(checker: Checker) -> None:
    assert found(checker, "A crowd of several hundred people cheered as", "Hundreds of guests sang when") == []


def test_a_noun_exchanged_with_what_goes_with_it_is_told_once(checker: Checker) -> None:
    raised = found(checker, "glass factory in", "stone church in")
    assert [(code, words) for code, _, words in raised] == [("ENT301", "church")]
