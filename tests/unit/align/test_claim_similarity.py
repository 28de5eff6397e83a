"""Claims are compared by the words around them, and a "_" in an article is a character like any other."""

from __future__ import annotations

import pytest

from consistency.align.claim_similarity import context_similarity, copied_context, surroundings
from consistency.extract import extract, sourced
from consistency.language.inflection import suffix_stem
from consistency.quantities.totals import whole_of
from consistency.read import article_from_text
from consistency.segment import segment
from consistency.types import Claim, Context, Role


def claimed(text: str) -> tuple[Claim, ...]:
    article = article_from_text(text, id="draft", role=Role.DRAFT, path="draft.txt")
    sentences = segment(article)
    return extract(article, sentences, sourced(sentences))


def test_the_context_is_the_sentence_before_and_after_the_claim() -> None:
    (claim,) = claimed("The port paid $12 million for the crane.")
    assert claim.context == Context(before="The port paid ", after=" for the crane.")


@pytest.mark.parametrize("name", ["file_name", "_", "_: the harbour list,"])
def test_an_underscore_in_the_sentence_masks_nothing(name: str) -> None:
    (marked,) = claimed(f"In {name} the port paid $12 million for the crane.")
    (plain,) = claimed("The port paid $15 million for the crane.")
    assert marked.context.after == " for the crane."
    assert copied_context(marked.context, plain.context) == copied_context(plain.context, plain.context)
    assert context_similarity(marked, plain) > 0.8


def test_nearer_words_weigh_more() -> None:
    weights = surroundings(Context(before="harbour port ", after=" bought"))
    assert weights[suffix_stem("port")] == weights[suffix_stem("bought")] == 1.0
    assert 0 < weights[suffix_stem("harbour")] < 1.0


def test_words_copied_on_one_side_only_do_not_count() -> None:
    left = Context(before="port paid ", after=" for cranes")
    assert copied_context(left, Context(before="port paid ", after=" on ships")) == 0.0
    assert copied_context(left, left) > 2.0


@pytest.mark.parametrize(
    ("after", "whole"),
    [
        (" of the seven members", 7),
        (" out of 1,200 homes", 1200),
        (" of the members", None),
        (" members, _ of seven", None),
    ],
)
def test_the_whole_follows_the_figure(after: str, whole: float | None) -> None:
    assert whole_of(Context(before="They chose ", after=after)) == whole
