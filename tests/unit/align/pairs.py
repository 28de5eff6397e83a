"""A draft and its source as an article pair, and alignments as the words of their sides."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from consistency.align.article_pair import ArticlePair
from consistency.check import Checker
from consistency.read import article_from_text
from consistency.settings import Settings
from consistency.types import Alignment, Role, Side

#: Who made an alignment, and the words of its sides; "" is an article that lacks them.
Row = tuple[str, str, str]


@cache
def checker() -> Checker:
    """One checker for all tests, without a cache, for all kinds of alignments."""
    return Checker(Settings(cache=False, select=("ALL",)))


@cache
def pair(draft: str, source: str) -> ArticlePair:
    """The draft on the left, its source on the right."""
    texts = ((draft, Role.DRAFT), (source, Role.SOURCE))
    docs = [checker().parse(article_from_text(text, id=role.value, role=role)) for text, role in texts]
    return checker().compare_parsed(docs).pairs[0, 1]


def rows(alignments: Iterable[Alignment]) -> list[Row]:
    """The alignments of two articles, in their order."""
    return [(a.producer, words(a.sides[0]), words(a.sides[1])) for a in alignments]


def words(side: Side) -> str:
    """The words of a phrase, or of all claims."""
    return side.phrase.text if side.phrase else " / ".join(claim.text for claim in side.claims)
