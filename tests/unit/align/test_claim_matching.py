"""Figures without a partner, and figures that must follow from each other, in claims of short articles."""

from __future__ import annotations

import pytest

from consistency.align.claim_matching import match
from consistency.align.claim_similarity import context_similarity, overlap, surroundings
from consistency.align.restatements import restated, unsupported
from consistency.extract import extract
from consistency.quantities.arithmetic import arithmetic
from consistency.read import article_from_text
from consistency.segment import segment
from consistency.types import AlignmentKind, Context, ParsedArticle, Role


def tell(text: str, role: Role = Role.DRAFT) -> ParsedArticle:
    article = article_from_text(text, id=role.value, role=role)
    sentences = segment(article)
    return ParsedArticle(article=article, sentences=sentences, claims=extract(article, sentences))


ECHOES = [
    ("The quarry sold 12,400 tonnes.", "Trucks took 12400 loads away."),
    ("The blast hurt 17 people.", "The blast hurt eleven drivers and six guards."),
    ("The bridge opens on April 8.", "Work runs from April 8 to May 2."),
    ("The prize comes 8 years later.", "The prize comes 8 years late."),
    ("She made 10 visits.", "It was her tenth visit."),
]


@pytest.mark.parametrize(("draft", "source"), ECHOES)
def test_a_figure_told_another_way_is_echoed(draft: str, source: str) -> None:
    assert restated(tell(draft).claims[-1], tell(source, Role.SOURCE), near={0})


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("The quarry sold 12,400 tonnes.", "The quarry sold much stone."),
        ("The blast hurt 17 people.", "The blast hurt eleven drivers and five guards."),
    ],
)
def test_a_figure_that_nobody_gives_is_not_echoed(draft: str, source: str) -> None:
    assert not restated(tell(draft).claims[-1], tell(source, Role.SOURCE), near={0})


@pytest.mark.parametrize(
    ("source", "answer"),
    [
        ("The mill burned.", True),
        ("The mill burned yesterday.", False),
        ("The mill burned at the weekend.", False),
        ("Saturday's market was closed.", False),
        ("The mill burned on Friday.", True),
    ],
)
def test_a_weekday_is_unheard_unless_a_word_may_mean_it(source: str, answer: bool) -> None:
    claim = tell("The mill burned on Saturday.").claims[0]
    assert unsupported(claim, tell(source, Role.SOURCE)) is answer


def test_equal_figures_are_paired_before_different_ones() -> None:
    draft, source = tell("The raid killed 4 men and hurt 9 men."), tell("The raid killed 9 men and hurt 4 men.")
    pairs = {(m.left, m.right) for m in match(draft, source, {(0, 0): 0.9})}
    assert pairs == {(0, 1), (1, 0)}


def test_a_different_figure_needs_an_aligned_sentence() -> None:
    draft, source = tell("The raid killed 4 men."), tell("The raid killed 9 men.")
    assert [(m.left, m.right) for m in match(draft, source, {(0, 0): 0.9})] == [(0, 0)]
    assert match(draft, source, {}) == ()


def test_kinship_falls_with_the_words_around() -> None:
    one = tell("The fire burned 15 barns in Orvale.").claims[0]
    same = tell("In Orvale the fire burned 20 barns.").claims[0]
    other = tell("The club signed 20 players.").claims[0]
    assert context_similarity(one, one) == pytest.approx(1.0)
    assert context_similarity(one, same) > 0.7 > 0.3 > context_similarity(one, other)
    assert overlap(surroundings(Context(before="fire ", after=" barns")), {}) == 0.0


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Sales rose from 40 to 50, up 25 percent.", ["25 percent", "40", "50"]),
        ("Three men and four women, nine people in all, were hurt.", ["nine people", "Three men", "four women"]),
        ("It binds two towns: Arland, Borland and Corland.", ["two towns", "Arland, Borland and Corland"]),
    ],
)
def test_figures_that_rest_on_others_are_grouped(text: str, figures: list[str]) -> None:
    (alignment,) = arithmetic(tell(text))
    assert alignment.kind is AlignmentKind.RECKONING
    assert [claim.text for claim in alignment.sides[0].claims] == figures


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose from 40 in May to 50, and 25 percent of them were new.",
        "Three men, four women and nine people were hurt.",
        "11 - Arden, Borland, Corland and Dorland.",
    ],
)
def test_figures_that_stand_apart_are_not_reckoned(text: str) -> None:
    assert arithmetic(tell(text)) == ()


def test_a_figure_in_a_copied_frame_answers_however_the_rest_is_told() -> None:
    draft = "The clerk of the Orvale mill jailed for eighteen months on Friday at the county court."
    source = "Halden, who had kept the books, was jailed for nine months on Friday after he admitted the theft."
    one, two = tell(draft), tell(source, Role.SOURCE)
    (found,) = [m for m in match(one, two, {}) if "month" in one.claims[m.left].text]
    assert (one.claims[found.left].text, two.claims[found.right].text) == ("eighteen months", "nine months")
    apart = tell("Halden was jailed after nine months in hiding, on a Friday in May.", Role.SOURCE)
    assert [m for m in match(one, apart, {}) if "month" in one.claims[m.left].text] == []
