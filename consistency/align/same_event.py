"""Whether two articles report the same event: by their sentence links, or, of a sentence or two, by topic and words."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import product

import numpy as np
from numpy.typing import NDArray

from consistency.align.sentence_alignment import Link
from consistency.align.word_alignment import Embedded, Pooled, likest, pooled
from consistency.language.terms import terms
from consistency.thresholds.sentences import (
    BRIEF_COUNTERPART,
    BRIEF_EVEN,
    BRIEF_SENTENCES,
    BRIEF_STEEPNESS,
    EVENT_OFFSET,
    EVENT_RETOLD_WEIGHT,
    EVENT_TOPIC_WEIGHT,
    EVENT_WORDS_WEIGHT,
    RETOLD_FROM,
    RETOLD_FULLY,
)
from consistency.types import EXCERPT, Sentence, Span

# The constants below were fitted (logistic regression) to 290 news articles with their own summaries, alone and
# run together with that of another article, and to tellings of five stories; against summaries of other articles,
# the most similar articles out of 290, and stories made to look alike (data/unrelated). On these: 99 % of the
# summaries and all tellings are taken for the same, no random other article and 3 % of the most similar ones are.
# The names that two articles share were tried as a further measure and changed nothing.


def same_event(
    left: Sequence[Sentence],
    right: Sequence[Sentence],
    links: Iterable[Link],
    left_vectors: NDArray[np.floating],
    right_vectors: NDArray[np.floating],
) -> float:
    """How sure it is, 0 to 1, that two articles tell the same story; from 0.5 on they do.

    ``links`` are the articles' sentence links, the vectors unit rows, one for each sentence.
    """
    found = list(links)
    sizes = [sum(sentence.checkable for sentence in side) for side in (left, right)]
    if not found or not all(sizes):
        return 0.0
    best = _best((link.left, link.score) for link in found), _best((link.right, link.score) for link in found)
    told = max(sum(map(_retold, scores.values())) / size for scores, size in zip(best, sizes, strict=True))
    topic = _centre(left, left_vectors) @ _centre(right, right_vectors)
    odds = EVENT_OFFSET + EVENT_RETOLD_WEIGHT * told
    odds = odds + EVENT_WORDS_WEIGHT * _common(left, right) + EVENT_TOPIC_WEIGHT * float(topic)
    return round(1.0 / (1.0 + math.exp(-odds)), 4)


def _best(scored: Iterable[tuple[int, float]]) -> dict[int, float]:
    best: dict[int, float] = {}
    for place, score in scored:
        best[place] = max(best.get(place, 0.0), score)
    return best


def _retold(score: float) -> float:
    return min(max((score - RETOLD_FROM) / (RETOLD_FULLY - RETOLD_FROM), 0.0), 1.0)


def _centre(side: Sequence[Sentence], vectors: NDArray[np.floating]) -> NDArray[np.floating]:
    """The direction of an article as a whole: a unit vector."""
    mean = np.asarray(vectors)[[sentence.checkable for sentence in side]].mean(axis=0)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-9))


def _common(left: Sequence[Sentence], right: Sequence[Sentence]) -> float:
    """The share of the smaller article's content words that the other has too."""
    one, two = ({term.stem for s in side if s.checkable for term in terms(s.text)} for side in (left, right))
    return len(one & two) / max(min(len(one), len(two)), 1)


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
