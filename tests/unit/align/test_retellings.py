"""What a free retelling of a whole article loses or shifts, clause by clause."""

from __future__ import annotations

import pytest

from consistency.align import pair
from consistency.align.names.by_position import names_by_position
from consistency.align.statements.agents import acts
from consistency.align.statements.hedging import hedged
from consistency.align.unaligned.clauses import parts
from consistency.annotate import annotate
from consistency.check import Checker
from consistency.read import article_from_text
from consistency.settings import Settings
from consistency.types import Role
from tests.unit import checking

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
    return [(finding.code, finding.message) for finding in checking.loud(checker, draft, SOURCE)]


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
    ("text", "names"),
    [
        ("He holds the chair.", [""]),
        ("Kenmark's rival Brazil, which holds the chair, agreed.", ["Brazil"]),
        ("The mayor holds the chair.", []),
    ],
)
def test_doers(text: str, names: list[str]) -> None:
    (words,) = annotate([text])
    assert [act.name for act in acts(words)] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hedda Brunn, who faces an election in May, warned the senator.", "Hedda Brunn"),
        ("Brunn warned the senator, Milo Estrand, who faces an election.", "Milo Estrand"),
    ],
)
def test_the_name_that_a_clause_hangs_on(text: str, name: str) -> None:
    (words,) = annotate([text])
    assert [act.name for act in acts(words) if act.relative] == [name]


@pytest.mark.parametrize(
    ("right", "wrong", "code", "words"),
    [
        ("Dora Velk, its mayor", "Harald Quist, its mayor", "ATT501", "Harald Quist"),
        ("Anglers", "Thanks to the warm spring, anglers", "MOD606", "Thanks to the warm spring"),
    ],
)
def test_a_shift_in_other_words(checker: Checker, right: str, wrong: str, code: str, words: str) -> None:
    draft = FAITHFUL.replace("A fish ladder was asked for by anglers, who", "Anglers asked for a fish ladder and")
    assert right in draft and loud(checker, draft) == []
    found = loud(checker, draft.replace(right, wrong))
    assert [name for name, message in found if words in message] == [code], found


def test_another_name_with_the_same_title(checker: Checker) -> None:
    source = """The theft came to light in March, when an auditor, Lena Voss, noticed a forged invoice of the mill.
Harlan Mills had paid the bill twice, the inquiry of the city council found. The money was never seen again.
Peter Garrow, the chairman of the mill, resigned in April. The council has asked for a new audit.
"""
    draft = """In March Peter Garrow, an auditor, noticed a forged invoice of the mill, and so the theft came to light.
The city council's inquiry found that Harlan Mills paid that bill twice. Nobody has seen the money since.
The mill's chairman resigned in April, and the council wants a new audit.
"""
    report = checker.check(
        article_from_text(draft, id="draft", role=Role.DRAFT), [article_from_text(source, id="s", role=Role.SOURCE)]
    )
    assert [f.code for f in report.findings if "Lena Voss" in f.message and "Garrow" in f.message] == ["ENT301"]


def test_two_names_in_one_word_keep_their_places(checker: Checker) -> None:
    text = """Norway wants to "steadily elevate the Norway-Portugal sea partnership," Berg told the minister Rui Costa.
The minister welcomed the plan. Both countries share a fishing ground. The talks go on in May.
"""
    draft = article_from_text(text.replace("wants to", "hopes to"), id="draft", role=Role.DRAFT)
    told = [checker.parse(draft), checker.parse(article_from_text(text, id="source", role=Role.SOURCE))]
    vectors = [checker.engine.resources.encoder.encode([s.text for s in doc.sentences]) for doc in told]
    assert list(names_by_position(pair(*told, *vectors))) == []
