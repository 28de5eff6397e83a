"""Each side of an alignment, and who made it."""

from __future__ import annotations

import pytest

from consistency.align.builders import best_link, gap_side, silent_side, words_side
from consistency.check import Checker
from consistency.read import article_from_text
from consistency.settings import Settings
from consistency.types import ParsedArticle, Role, Span
from tools.trace import line, traced


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(Settings(cache=False, select=("ALL",)))


@pytest.fixture(scope="module")
def doc(checker: Checker) -> ParsedArticle:
    text = "The ferry left Orvale.\n\nIt was late."
    return checker.parse(article_from_text(text, id="a", role=Role.SOURCE))


def test_the_first_of_equal_links_is_best() -> None:
    assert best_link({4: 0.5, 2: 0.7, 3: 0.7}) == 2


def test_the_best_of_no_links_is_an_error() -> None:
    with pytest.raises(ValueError, match="empty"):
        best_link({})


def test_a_silent_side_is_anchored_at_its_best_sentence(doc: ParsedArticle) -> None:
    side = silent_side(doc, {0: 0.4, 1: 0.6})
    assert side.anchor is not None
    assert side.anchor.cut(doc.article.text) == "It was late."
    assert not side.speaks


def test_a_silent_side_without_links_has_no_anchor(doc: ParsedArticle) -> None:
    assert silent_side(doc, {}).anchor is None


def test_words_are_a_phrase_with_their_place_in_the_article(doc: ParsedArticle) -> None:
    side = words_side(doc, 0, 1, 3)
    assert side.phrase is not None
    assert side.phrase.text == "ferry left"
    assert side.phrase.span.cut(doc.article.text) == "ferry left"


def test_a_gap_is_empty_and_anchored_at_the_words_around_it(doc: ParsedArticle) -> None:
    side = gap_side(doc, 0, 2, Span(4, 14))
    assert side.gap is not None
    assert side.gap.inner == ()
    assert side.anchor is not None
    assert side.anchor.cut(doc.article.text) == "ferry left"


SOURCE = "The council approved the new bridge over the Rill on Friday."

PRODUCERS = [
    ("The council approved the new bridge over the Rill on Friday for $40 million.", "claim_clusters"),
    ("The council and Brenna Holt approved the new bridge over the Rill on Friday.", "names.unsupported"),
    ("The council approved the new bridge over the Rill on Friday, whose planks were painted red.", "unaligned.spans"),
]


@pytest.mark.parametrize(("draft", "producer"), PRODUCERS)
def test_an_added_detail_names_the_function_that_found_it(checker: Checker, draft: str, producer: str) -> None:
    articles = [
        article_from_text(text, id=role.value, role=role) for text, role in ((draft, Role.DRAFT), (SOURCE, Role.SOURCE))
    ]
    found = [(a, f) for a, f in traced(checker, articles[0], articles[1:]) if f.code in ("COV704", "COV705")]
    assert producer in {alignment.producer for alignment, _ in found}
    assert any(f" {producer} (score " in line(*pair) for pair in found)


def test_every_alignment_has_a_producer(checker: Checker) -> None:
    drafts = [draft for draft, _ in PRODUCERS]
    docs = [
        checker.parse(article_from_text("\n\n".join(drafts), id="draft", role=Role.DRAFT)),
        checker.parse(
            article_from_text(f'{SOURCE}\n\n"We will build it all in stone," he said.', id="source", role=Role.SOURCE)
        ),
    ]
    made = checker.compare_parsed(docs).alignments
    assert made
    assert [alignment.kind for alignment in made if not alignment.producer] == []
