"""Which passages of several articles tell the same: aligned sentences, as places in the raw texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from consistency.types import ParsedArticle, Passage, Place, PlaceKind


class Linked(Protocol):
    """What is needed of two tellings side by side, whoever aligned them."""

    @property
    def linked(self) -> Mapping[tuple[int, int], float]:
        """The scores of the sentences, left and right, that are aligned."""
        ...


def passages(docs: Sequence[ParsedArticle], pairings: Mapping[tuple[int, int], Linked]) -> tuple[Passage, ...]:
    """One passage for every two sentences that are aligned; ``pairings`` are by the numbers of two tellings."""
    return tuple(
        Passage(places=(_place(docs[i], a), _place(docs[j], b)), score=score)
        for (i, j), pairing in pairings.items()
        for (a, b), score in sorted(pairing.linked.items())
    )


def _place(doc: ParsedArticle, sentence: int) -> Place:
    article = doc.article
    span = doc.sentences[sentence].span
    return Place(article=article.id, role=article.role, kind=PlaceKind.EVIDENCE, span=span)
