"""Word links: which word stands for which, and which has no counterpart."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from consistency.align.word_alignment import Comparison, compare_words, cover, likest, pooled
from consistency.language.terms import weigh, words
from consistency.types import Span

#: Words that an encoder would put close to each other share all but a little of their vector.
MEANING = {"shut": "close", "closed": "close", "ferry": "boat", "boats": "boat", "vessel": "boat"}


def pieces(text: str) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """One vector for each word, from its meaning and, a little, its form; figures share a direction."""
    spans = list(words(text))
    rows = []
    for span in spans:
        form = span.cut(text).lower()
        meaning = "figure" if any(c.isdigit() for c in form) else MEANING.get(form, form)
        rows.append(direction(meaning) + 0.3 * direction("form " + form))
    return np.array(rows, dtype=np.float32).reshape(len(spans), 64), np.array(spans, dtype=np.int64).reshape(-1, 2)


def direction(name: str) -> NDArray[np.float64]:
    rng = np.random.default_rng(int.from_bytes(name.encode(), "big") % 2**32)
    vector = rng.normal(size=64)
    return np.asarray(vector / np.linalg.norm(vector))


def compared(left: str, right: str) -> Comparison:
    return compare_words(pooled(left, *pieces(left)), pooled(right, *pieces(right)))


def pairs(left: str, right: str) -> list[tuple[str, str]]:
    return [(link.left.cut(left), link.right.cut(right)) for link in compared(left, right).links]


def test_synonyms_and_swapped_figures_stand_for_each_other() -> None:
    found = pairs("The old boat was closed for 40 days.", "The old ferry was shut for 14 days.")
    assert {("boat", "ferry"), ("closed", "shut"), ("40", "14"), ("days", "days")} <= set(found)


def test_a_word_without_counterpart_has_no_link_and_little_likeness() -> None:
    left, right = "Divers raised the rusty boat.", "Divers raised the boat."
    assert "rusty" not in {one for one, _ in pairs(left, right)}
    best = {seen.span.cut(left): seen.best for seen in compared(left, right).left}
    assert best["rusty"] < 0.5 < best["boat"]


def test_equal_texts_are_linked_in_order_although_words_repeat() -> None:
    text = "The boat left the pier, and the boat met the tide."
    links = compared(text, text).links
    assert [link.left for link in links] == [link.right for link in links] == list(words(text))
    assert all(link.same and link.score == pytest.approx(1.0, abs=1e-3) for link in links)


def test_word_pieces_are_pooled_to_words() -> None:
    text = "quaysides"
    vectors = np.array([direction("quay"), direction("side")], dtype=np.float32)
    halves = np.array([[0, 4], [4, 9]])
    whole = pooled(text, vectors, halves)
    (link,) = compare_words(whole, whole).links
    assert link.left == link.right == Span(0, 9)


def test_links_are_mirrored_when_the_sides_are_swapped() -> None:
    left, right = "The vessel was closed on 3 May.", "On 5 May boats were shut."
    assert sorted((b, a) for a, b in pairs(left, right)) == sorted(pairs(right, left))


def test_likeness_alone_is_that_of_the_whole_comparison() -> None:
    left, right = "Divers raised the rusty boat.", "The vessel was raised on 3 May."
    alone = likest(pooled(left, *pieces(left)), pooled(right, *pieces(right)))
    assert alone == (compared(left, right).left, compared(left, right).right)
    assert alone[::-1] == (compared(right, left).left, compared(right, left).right)


@pytest.mark.parametrize(("left", "right"), [("", "A boat."), ("...", "A boat."), ("", "")])
def test_without_words_there_are_no_links(left: str, right: str) -> None:
    assert compared(left, right).links == ()
    assert [seen.best for seen in compared(left, right).right] == [0.0] * len(words(right))


def test_words_past_the_end_of_the_vectors_have_no_counterpart() -> None:
    text = "Boats sank."
    tokens, spans = pieces(text)
    found = compare_words(pooled(text, tokens[:1], spans[:1]), pooled(text, tokens, spans))
    assert [link.left.cut(text) for link in found.links] == ["Boats"]


def test_cover_is_the_share_of_content_words_told() -> None:
    assert cover("The boat sank off Marrow Point.", ["A boat sank.", "It lay off Marrow Point."]) == 1.0
    assert cover("The boat sank.", ["The mayor slept."]) == 0.0
    assert cover("It was theirs.", ["Nothing else."]) == 1.0


def test_cover_counts_linked_words_and_leaves_out_the_detail() -> None:
    text = "The vessel sank after 14 days."
    bare = cover(text, ["A boat sank."])
    assert bare < cover(text, ["A boat sank."], kept=[Span(4, 10)]) < 1.0
    assert cover(text, ["A boat sank."], kept=[Span(4, 10)], besides=[Span(16, 29)]) == 1.0


def test_rare_words_are_worth_more() -> None:
    found = weigh(["The boat sank.", "The boat left Marrow."], ["A boat came."])
    (boat,) = set(np.flatnonzero(found.left.all(axis=0)))
    assert found.worth[boat] == found.worth.min() < found.worth.max()
