"""What a free retelling of a whole article loses or shifts, clause by clause."""

from __future__ import annotations

import pytest

from consistency.align.clauses import parts
from consistency.align.doers import acts
from consistency.align.hedges import hedged
from consistency.check import Checker
from consistency.extract.linguistic import annotate
from consistency.read import article_from_text
from consistency.settings import Settings
from consistency.types import Role, Severity

SOURCE = """The council of Orvale told Harlan Mills on Tuesday to clean the river within a year or face a court case.
The mayor, Dora Velk, said the town sought to improve its standing among anglers.
Harlan Mills, the county's biggest private employer, runs three plants along the Rill.
Ruritania dropped plans for a new customs tariff last week, so as not to provoke a quarrel with Kenmark.
Kenmark had threatened to raise its own duties if the tariff came into force.
The mill agreed to strengthen its dam with 200 tonnes of stone to keep the floods away.
Ruritania holds the chair of the river commission this year.
Anglers welcomed the news and asked for a fish ladder.
"""

FAITHFUL = """On Tuesday the council of Orvale gave Harlan Mills a year to clean the river or be taken to court.
The town wants a better standing among anglers, said Dora Velk, its mayor.
The mills, which run three plants along the Rill, are the biggest private employer in the county.
Ruritania last week dropped its plans for a new customs tariff to avoid a quarrel with Kenmark.
Kenmark had threatened higher duties of its own in case the tariff came into force.
The mill has agreed to reinforce its dam with 200 tonnes of stone to keep floods away.
Ruritania, which holds the chair of the river commission this year, made no comment.
A fish ladder was asked for by anglers, who welcomed the news.
"""


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(Settings(cache=False))


def loud(checker: Checker, draft: str) -> list[tuple[str, str]]:
    report = checker.check(
        article_from_text(draft, id="draft", role=Role.DRAFT),
        [article_from_text(SOURCE, id="source", role=Role.SOURCE)],
    )
    return [(f.code, f.message) for f in report.findings if f.severity is not Severity.NOTE]


def test_a_faithful_retelling_is_silent(checker: Checker) -> None:
    assert loud(checker, FAITHFUL) == []


@pytest.mark.parametrize(
    ("right", "wrong", "code", "words"),
    [
        (" or be taken to court", "", "COV702", "or face a court case"),
        ("wants a better standing", "continues to improve its standing", "MOD601", "sought to improve"),
        ("tariff to avoid", "tariff, likely to avoid", "MOD601", "so as not to provoke"),
        (" in case the tariff came into force", "", "COV702", "if the tariff came into force"),
        ("last week dropped", "recently dropped", "COV703", "last week"),
        ("has agreed to reinforce", "has reinforced", "MOD601", "agreed to strengthen"),
        ("The mill has agreed", "In response, the mill has agreed", "MOD606", "In response"),
    ],
)
def test_a_shift_is_found(checker: Checker, right: str, wrong: str, code: str, words: str) -> None:
    assert right in FAITHFUL
    found = loud(checker, FAITHFUL.replace(right, wrong))
    assert [name for name, message in found if words in message] == [code], found
    assert len(found) == 1, found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He told them to leave or face a fine.", ["or face a fine"]),
        ("Velk, the county's biggest employer, closed two plants.", ["the county's biggest employer"]),
        ('She said "we will stay if they pay".', []),
    ],
)
def test_parts_of_a_sentence(text: str, found: list[str]) -> None:
    (words,) = annotate([text])
    assert [text[words[a].start : words[b - 1].end] for a, b in parts(words)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mill is likely to close.", [("likely", "close")]),
        ("The mayor appears unwilling to pay.", [("appears", "pay")]),
        ("The mill reportedly closed.", [("reportedly", "closed")]),
        ("The mayor appeared in court.", []),
        ("The likely winner smiled.", []),
    ],
)
def test_hedges(text: str, found: list[tuple[str, str]]) -> None:
    (words,) = annotate([text])
    assert [(words[a].text, words[b].text) for a, b in hedged(words)] == found


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("He holds the chair.", [True]),
        ("Kenmark's rival Brazil, which holds the chair, agreed.", [False]),
        ("Jordan holds the chair.", []),
        ("The mayor holds the chair.", []),
    ],
)
def test_doers(text: str, person: list[bool]) -> None:
    (words,) = annotate([text])
    assert [act.person for act in acts(words)] == person
