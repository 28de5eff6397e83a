"""Do two short texts report the same event? Too few sentences for links to say so: judged by topic and words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import product

from consistency.align.embedded import Embedded
from consistency.align.word_alignment import Pooled, likest, pooled
from consistency.language.terms import terms
from consistency.thresholds.sentences import BRIEF_COUNTERPART, BRIEF_EVEN, BRIEF_SENTENCES, BRIEF_STEEPNESS
from consistency.types import EXCERPT, Sentence, Span


def too_short(left: Sequence[Sentence], right: Sequence[Sentence]) -> bool:
    """Whether the checkable sentences of two texts are too few to compare the texts as whole articles."""
    sizes = [sum(sentence.checkable for sentence in side) for side in (left, right)]
    return max(sizes) < EXCERPT and (sizes[0] <= BRIEF_SENTENCES or sizes[1] == 1)


def same_short(
    left: Sequence[Sentence], right: Sequence[Sentence], one: Sequence[Embedded], two: Sequence[Embedded]
) -> float:
    """How likely, 0 to 1, two short texts report the same event; from 0.5 on they do.

    ``one`` and ``two`` are the embeddings of the sentences.
    """
    sides = [
        [(sentence, embedded) for sentence, embedded in zip(*side, strict=True) if sentence.checkable]
        for side in ((left, one), (right, two))
    ]
    if not all(sides):
        return 0.0
    topic = max(float(a.vector @ b.vector) for (_, a), (_, b) in product(*sides))
    passages = [[pooled(s.text, e.tokens, e.spans) for s, e in side] for side in sides]
    shared = max(_shared(*passages), _shared(*passages[::-1]))
    return round(1.0 / (1.0 + math.exp(BRIEF_STEEPNESS * (BRIEF_EVEN - topic - shared))), 4)


def _shared(own: Sequence[Pooled], others: Sequence[Pooled]) -> float:
    """The share of a text's content words for which the other text has one that means much the same."""
    found = [best >= BRIEF_COUNTERPART for passage in own for best in _counterparts(passage, others)]
    return sum(found) / max(len(found), 1)


def _counterparts(passage: Pooled, others: Sequence[Pooled]) -> list[float]:
    """How like each content word of a passage the likest word of the other text is."""
    best: dict[Span, float] = {}
    for span, likeness in (seen for other in others for seen in likest(passage, other)[0]):
        best[span] = max(best.get(span, 0.0), likeness)
    return [best.get(term.span, 0.0) for term in terms(passage.text)]
