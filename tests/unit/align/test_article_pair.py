"""Two articles side by side: what is computed for them is computed once, and shared by both directions."""

from __future__ import annotations

import pytest

from consistency.align import ArticlePair, pair
from consistency.check import Checker
from consistency.read import article_from_text
from consistency.types import ParsedArticle, Role

DRAFT = "The fire at the mill killed 15 people on Monday. The mayor praised the firefighters of the town."
SOURCE = "The mayor praised the town's firefighters. On Monday the mill fire killed 12 people, police said."


@pytest.fixture
def pairing(checker: Checker) -> ArticlePair:
    def parsed(text: str, role: Role) -> ParsedArticle:
        return checker.parse(article_from_text(text, id=role.value, role=role))

    docs = parsed(DRAFT, Role.DRAFT), parsed(SOURCE, Role.SOURCE)
    encode = checker.engine.resources.encoder.encode
    return pair(*docs, *(encode([sentence.text for sentence in doc.sentences]) for doc in docs))


def test_a_pair_flipped_twice_is_the_same_pair(pairing: ArticlePair) -> None:
    flipped = pairing.flip()
    assert flipped.flip() is pairing and pairing.flip() is flipped
    assert (flipped.left, flipped.right) == (pairing.right, pairing.left)
    assert pairing.linked and flipped.linked == {(b, a): score for (a, b), score in pairing.linked.items()}


def test_words_are_aligned_once_for_both_directions(pairing: ArticlePair) -> None:
    there, back = pairing.compare(0, 1), pairing.flip().compare(1, 0)
    assert pairing.compare(0, 1) is there
    assert there.links and {(link.right, link.left) for link in back.links} == {(x.left, x.right) for x in there.links}
    assert pairing.likest(0, 1) == there.left and pairing.flip().likest(1, 0) == there.right


def test_parsed_words_correspond_in_both_directions(pairing: ArticlePair) -> None:
    there, back = pairing.counterparts(0, 1), pairing.flip().counterparts(1, 0)
    words = pairing.left.words[0], pairing.right.words[1]
    killed = [next(n for n, word in enumerate(side) if word.text == "killed") for side in words]
    assert killed[1] in there[killed[0]] and killed[0] in back[killed[1]]
    assert pairing.counterparts(0, 1) is there and pairing.flip().counterparts(1, 0) is back


def test_a_result_of_the_pair_is_computed_once_for_each_direction(pairing: ArticlePair) -> None:
    computed: list[ArticlePair] = []

    def sentences(pairing: ArticlePair) -> int:
        computed.append(pairing)
        return len(pairing.left.sentences)

    assert [side.once(sentences) for side in (pairing, pairing, pairing.flip())] == [2, 2, 2]
    assert computed == [pairing, pairing.flip()]
