"""Sentence links: who tells the same as whom."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from consistency.align.sentence_alignment import Link, links
from consistency.language.terms import terms, words
from consistency.types import Sentence, SentenceKind, Span

HARBOUR = (
    "The port of Haverleigh will close its eastern dock for 14 months, the harbour master Ines Calder said on Monday.",
    "Repairs to the sea wall are expected to cost $38 million.",
    "Fishing crews fear that they will lose the herring season.",
)
RETOLD = (
    "Herring crews fear for their fishing season.",
    "Haverleigh's port will shut the eastern dock for 14 months.",
    "The repair of the sea wall should cost about $38 million.",
    "Harbour master Ines Calder announced the closure on Monday.",
)


def sentences(texts: tuple[str, ...], kind: SentenceKind = SentenceKind.BODY) -> list[Sentence]:
    return [
        Sentence(article="a", index=i, kind=kind, span=Span(0, len(t)), text=t, offsets=tuple(range(len(t) + 1)))
        for i, t in enumerate(texts)
    ]


def bags(*sides: tuple[str, ...]) -> list[NDArray[np.float32]]:
    """Unit vectors of stems: enough to stand in for an encoder where the words are shared."""
    vocabulary = sorted({term.stem for side in sides for text in side for term in terms(text)})
    place = {name: i for i, name in enumerate(vocabulary)}
    out = []
    for side in sides:
        rows = np.full((len(side), len(vocabulary)), 1e-3, dtype=np.float32)
        for i, text in enumerate(side):
            rows[i, [place[term.stem] for term in terms(text)]] = 1.0
        out.append(rows / np.linalg.norm(rows, axis=1, keepdims=True))
    return out


def linked(left: tuple[str, ...], right: tuple[str, ...]) -> dict[tuple[int, int], Link]:
    one, two = bags(left, right)
    return {(link.left, link.right): link for link in links(sentences(left), sentences(right), one, two)}


def test_reordered_and_split_sentences_are_linked() -> None:
    assert set(linked(HARBOUR, RETOLD)) == {(0, 1), (0, 3), (1, 2), (2, 0)}


def test_a_clause_that_became_a_sentence_is_linked_with_the_long_sentence_that_it_came_from() -> None:
    whole = (
        "The council of Orvale agreed on Monday to sell the old paper mill beside the river to a builder from Brennick "
        "who plans 200 flats there, while residents try to save the chestnut trees in its yard.",
        "The mayor thanked the engineers.",
    )
    split = (
        "The council of Orvale agreed on Monday to sell the old paper mill beside the river to a Brennick builder.",
        "Residents are trying to save the chestnut trees in its yard.",
    )
    assert set(linked(split, whole)) == {(0, 0), (1, 0)}


def test_links_are_mirrored_when_the_sides_are_swapped() -> None:
    assert {(j, i) for i, j in linked(HARBOUR, RETOLD)} == set(linked(RETOLD, HARBOUR))


def test_an_article_is_linked_to_itself_sentence_by_sentence() -> None:
    found = linked(HARBOUR, HARBOUR)
    assert {(0, 0), (1, 1), (2, 2)} == set(found)
    assert all(link.strength == "strong" and link.score == pytest.approx(1.0) for link in found.values())


def test_a_sentence_on_another_matter_stays_alone() -> None:
    other = ("Violinists auditioned in Tarnow for a chamber orchestra.",)
    assert not linked(HARBOUR, other)


@pytest.mark.parametrize("kind", [SentenceKind.DATELINE, SentenceKind.FURNITURE])
def test_what_makes_no_claim_is_never_linked(kind: SentenceKind) -> None:
    one, two = bags(HARBOUR, HARBOUR)
    assert links(sentences(HARBOUR, kind), sentences(HARBOUR), one, two) == ()


def test_no_sentences_no_links() -> None:
    assert links([], sentences(HARBOUR), np.zeros((0, 3)), np.zeros((3, 3))) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. paid $1.7 billion, or 10,000 a head.", "The U.S. paid $1.7 billion or 10,000 a head"),
        ("It didn't up-end Al-Orvi's plan - twice.", "It didn't up-end Al-Orvi's plan twice"),
        ("A 3% rise at 10:30.", "A 3% rise at 10:30"),
        ("The 21st of the 1990s, a 10-year-old; 7.5million.", "The 21st of the 1990s a 10 year-old 7.5 million"),
    ],
)
def test_words_keep_inner_marks(text: str, expected: str) -> None:
    assert " ".join(span.cut(text) for span in words(text)) == expected


WORDS = ("harbour", "council", "ferry", "budget", "14", "9,000", "Calder", "Haverleigh", "doctor", "vaccine", "river")
TEXTS = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=3, max_size=8, unique=True).map(" ".join),
    min_size=1,
    max_size=6,
    unique=True,
).map(tuple)


@settings(max_examples=60, deadline=None)
@given(left=TEXTS, right=TEXTS)
def test_links_point_into_both_articles_and_score_0_to_1(left: tuple[str, ...], right: tuple[str, ...]) -> None:
    found = linked(left, right)
    assert all(0 <= i < len(left) and 0 <= j < len(right) for i, j in found)
    assert all(0.0 < link.score <= 1.0 for link in found.values())


@settings(max_examples=60, deadline=None)
@given(texts=TEXTS)
def test_every_sentence_is_linked_to_itself(texts: tuple[str, ...]) -> None:
    found = linked(texts, texts)
    assert all(found[i, i].strength == "strong" for i in range(len(texts)))
