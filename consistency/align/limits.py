"""How the limits on the work are applied to two articles: which sentences, links and neighbours are compared at all.

What is cut depends on the articles alone, and is reported.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from consistency.types import ParsedArticle, Word
from consistency.types.limits import ARTICLE_SENTENCES, FEWEST_LINKS, FEWEST_NEIGHBOURS, LINKS, LONG_SENTENCE, WORDS

T = TypeVar("T")


def share(budget: int, *sizes: int, least: int = FEWEST_NEIGHBOURS) -> int:
    """How many each of the many may be compared with, if all together may cost ``budget``."""
    return max(least, budget // max(*sizes, 1))


def room(text: str) -> int:
    """How many sentences of the other article a sentence may be aligned with: fewer for a very long one."""
    return max(FEWEST_LINKS, round(LINKS * min(LONG_SENTENCE / max(len(text), 1), 1.0) ** 2))


def nearest(many: Sequence[T], depth: float, most: int) -> Sequence[T]:
    """The ``most`` of many that stand nearest to a depth of their article, 0 to 1; all where they are no more."""
    if len(many) <= most:
        return many
    first = min(max(round(depth * len(many)) - most // 2, 0), len(many) - most)
    return many[first : first + most]


def limited(doc: ParsedArticle) -> ParsedArticle:
    """The part of a telling that is compared; the telling itself where it is within the limits."""
    if len(doc.sentences) > ARTICLE_SENTENCES:
        doc = _opening(doc)
    if all(len(words) <= WORDS for words in doc.words):
        return doc
    return replace(doc, words=tuple(map(_first, doc.words)))


def _opening(doc: ParsedArticle) -> ParsedArticle:
    kept = tuple(
        tuple(one for one in said if at + one.sentence_offset < ARTICLE_SENTENCES)
        for at, said in enumerate(doc.attributions[:ARTICLE_SENTENCES])
    )
    return replace(
        doc,
        sentences=doc.sentences[:ARTICLE_SENTENCES],
        claims=tuple(claim for claim in doc.claims if claim.sentence < ARTICLE_SENTENCES),
        mentions=tuple(one for one in doc.mentions if one.sentence < ARTICLE_SENTENCES),
        words=doc.words[:ARTICLE_SENTENCES],
        attributions=kept,
    )


def _first(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The first words of a sentence; what depends on one that is gone depends on nothing."""
    if len(words) <= WORDS:
        return words
    return tuple(word if word.head < WORDS else replace(word, head=n) for n, word in enumerate(words[:WORDS]))
