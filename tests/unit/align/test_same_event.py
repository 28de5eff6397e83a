"""Whether two articles tell one story."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from consistency.align.same_event import same_event
from consistency.align.sentence_alignment import Link, links
from consistency.language.terms import terms
from consistency.types import Sentence, SentenceKind, Span

STORM = (
    "A storm tore the roof off the railway station of Brennick on Sunday night.",
    "Nobody was hurt, but 240 passengers spent the night in a school, mayor Tilda Oyelaran said.",
    "Trains to the coast will not run before Thursday.",
    "Insurers put the damage at about 9 million euros.",
)
BRIEF = ("The station of Brennick lost its roof in a storm on Sunday night, and 240 passengers slept in a school.",)
STRIKE = (
    "Drivers of the coast railway will walk out on Thursday, their union said.",
    "The union wants 6 percent more pay and shorter night shifts.",
    "Brennick station will stay open for buses.",
    "It is the third strike since spring.",
)


def sentences(texts: tuple[str, ...], kind: SentenceKind = SentenceKind.BODY) -> list[Sentence]:
    return [
        Sentence(article="a", index=i, kind=kind, span=Span(0, len(t)), text=t, offsets=tuple(range(len(t) + 1)))
        for i, t in enumerate(texts)
    ]


def bags(*sides: tuple[str, ...]) -> list[NDArray[np.float64]]:
    """Unit vectors of stems: enough to stand in for an encoder where the words are shared."""
    vocabulary = sorted({term.stem for side in sides for text in side for term in terms(text)})
    rows = [[[term.stem for term in terms(text)].count(name) for name in vocabulary] for side in sides for text in side]
    unit = np.array(rows, dtype=float) / np.linalg.norm(rows, axis=1, keepdims=True)
    return np.split(unit, np.cumsum([len(side) for side in sides])[:-1])


def related(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    one, two = bags(left, right)
    a, b = sentences(left), sentences(right)
    return same_event(a, b, links(a, b, one, two), one, two)


def test_an_article_tells_its_own_story() -> None:
    assert related(STORM, STORM) > 0.99


def test_a_summary_tells_the_story_of_its_article() -> None:
    assert related(BRIEF, STORM) > 0.8


def test_another_story_of_the_same_place_is_another_story() -> None:
    assert related(STORM, STRIKE) < 0.3


def test_the_sides_can_be_swapped() -> None:
    assert related(STORM, BRIEF) == related(BRIEF, STORM)


def test_one_weak_link_is_no_common_event() -> None:
    left, right = sentences(("Profit at the mill rose.",)), sentences(("A mill burned.",))
    one = np.array([[1.0, 0.0]])
    weak = Link(left=0, right=0, score=0.31, strength="weak")
    assert same_event(left, right, [weak], one, one) < 0.5
    assert same_event(left, right, [], one, one) == 0.0


def test_without_claims_there_is_no_story() -> None:
    furniture = sentences(STORM, SentenceKind.FURNITURE)
    (vectors,) = bags(STORM)
    assert same_event(furniture, sentences(STORM), [], vectors, vectors) == 0.0
