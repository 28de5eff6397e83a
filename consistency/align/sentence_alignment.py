"""Which sentences of two articles tell the same: many to many, for editors merge, split and reorder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from consistency.align.limits import room
from consistency.language.terms import Weights, weigh
from consistency.thresholds.sentences import (
    JOIN_GAIN,
    JOIN_SCORE,
    LINK_COSINE_SHARE,
    LINK_FLOOR,
    LINK_ORDER_BONUS,
    LINK_REPEATED,
    LINK_SHORTER_SHARE,
    LINK_STRONG,
    SPLIT_GAIN,
    SPLIT_SCORE,
)
from consistency.types import ParsedArticle, Passage, Place, PlaceKind, Sentence
from consistency.types.limits import LIKELIEST_LINKS, PAIRS_OF_SENTENCES

Pair = tuple[int, int]
#: How many links each sentence of both sides may have.
Rooms = tuple[Sequence[int], Sequence[int]]

Strength = Literal["strong", "weak"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two sentences, by their positions in the two articles, that tell the same; ``score`` is 0 to 1."""

    left: int
    right: int
    score: float
    strength: Strength


def links(
    left: Sequence[Sentence],
    right: Sequence[Sentence],
    left_vectors: NDArray[np.floating],
    right_vectors: NDArray[np.floating],
) -> tuple[Link, ...]:
    """The pairs of sentences that tell the same, in the order of the left article.

    Vectors are unit rows, one for each sentence. Datelines and page furniture are never linked.
    """
    if not left or not right:
        return ()
    weights = weigh([_content(sentence) for sentence in left], [_content(sentence) for sentence in right])
    scores = _scores(weights, np.asarray(left_vectors) @ np.asarray(right_vectors).T)
    scores[[not sentence.checkable for sentence in left], :] = 0.0
    scores[:, [not sentence.checkable for sentence in right]] = 0.0
    found = _best(scores)
    _join(found, scores, weights, ([room(s.text) for s in left], [room(s.text) for s in right]))
    return tuple(
        Link(left=int(i), right=int(j), score=round(float(min(scores[i, j], 1.0)), 4), strength=strength)
        for (i, j), strength in sorted(found.items())
    )


def _content(sentence: Sentence) -> str:
    return sentence.text if sentence.checkable else ""


def _scores(weights: Weights, cosine: NDArray[np.floating]) -> NDArray[np.float64]:
    shared = (weights.left * weights.worth) @ weights.right.T.astype(float)
    sizes = [np.maximum(side @ weights.worth, 1e-9) for side in (weights.left, weights.right)]
    short = np.minimum(sizes[0][:, None], sizes[1][None, :])
    long = np.maximum(sizes[0][:, None], sizes[1][None, :])
    words = shared / (LINK_SHORTER_SHARE * short + (1.0 - LINK_SHORTER_SHARE) * long)
    meaning = np.clip(cosine, 0.0, 1.0)
    return np.asarray(LINK_COSINE_SHARE * meaning + (1.0 - LINK_COSINE_SHARE) * np.minimum(words, 1.0))


def _order(shape: Pair) -> NDArray[np.float64]:
    """A bonus for each pair: full at the same depth of both articles, none between start and end."""
    depths = [np.arange(size) / max(size - 1, 1) for size in shape]
    return LINK_ORDER_BONUS * (1.0 - np.abs(depths[0][:, None] - depths[1][None, :]))


def _best(scores: NDArray[np.float64]) -> dict[Pair, Strength]:
    """Pairs that are each other's best partner."""
    ranked = scores + _order((scores.shape[0], scores.shape[1]))
    column, row = ranked.argmax(axis=1), ranked.argmax(axis=0)
    pairs = [(i, int(j)) for i, j in enumerate(column) if row[j] == i and scores[i, j] >= LINK_FLOOR]
    return {pair: _strength(scores[pair]) for pair in pairs}


def _join(found: dict[Pair, Strength], scores: NDArray[np.float64], weights: Weights, rooms: Rooms) -> None:
    """Adds to ``found`` the pairs that repeat a linked sentence or cover words no link has covered yet.

    ``rooms`` say how many links each sentence of both sides may have.
    """
    open_left = _uncovered(weights.left, weights.right, found)
    open_right = _uncovered(weights.right, weights.left, [(j, i) for i, j in found])
    many = Counter(i for i, _ in found), Counter(j for _, j in found)
    for i, j in _likely(scores):
        if (i, j) in found or many[0][i] >= rooms[0][i] or many[1][j] >= rooms[1][j]:
            continue
        common = weights.left[i] & weights.right[j]
        gain = max(
            _share(open_left[i] & common, weights.left[i], weights.worth),
            _share(open_right[j] & common, weights.right[j], weights.worth),
        )
        if scores[i, j] >= LINK_REPEATED or gain >= (JOIN_GAIN if scores[i, j] >= JOIN_SCORE else SPLIT_GAIN):
            found[i, j] = _strength(scores[i, j])
            many[0][i] += 1
            many[1][j] += 1
            open_left[i] &= ~common
            open_right[j] &= ~common


def _likely(scores: NDArray[np.float64]) -> list[Pair]:
    """The pairs that may be linked, the best first; of very many, the likeliest of each sentence."""
    likely = scores >= SPLIT_SCORE
    if np.count_nonzero(likely) > PAIRS_OF_SENTENCES:
        likely &= _among_the_best(scores) | _among_the_best(scores.T).T
    places = np.argwhere(likely)
    order = np.argsort(-scores[likely], kind="stable")
    return [(i, j) for i, j in places[order].tolist()]


def _among_the_best(scores: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which scores are among the ``LIKELIEST_LINKS`` of their row; of equal ones, those at the same depth."""
    best = np.zeros(scores.shape, dtype=np.bool_)
    if scores.shape[1] <= LIKELIEST_LINKS:
        return ~best
    for i, row in enumerate(scores):
        depth = i / scores.shape[0] * scores.shape[1]
        far = np.abs(np.arange(scores.shape[1]) - depth) / scores.shape[1]
        best[i, np.argpartition(far * LINK_ORDER_BONUS - row, LIKELIEST_LINKS)[:LIKELIEST_LINKS]] = True
    return best


def _strength(score: float) -> Strength:
    return "strong" if score >= LINK_STRONG else "weak"


def _uncovered(own: NDArray[np.bool_], other: NDArray[np.bool_], pairs: Iterable[Pair]) -> NDArray[np.bool_]:
    left = own.copy()
    for i, j in pairs:
        left[i] &= ~other[j]
    return left


def _share(part: NDArray[np.bool_], whole: NDArray[np.bool_], worth: NDArray[np.float64]) -> float:
    return float(worth[part].sum()) / max(float(worth[whole].sum()), 1e-9)


class HasLinks(Protocol):
    """What is needed of two tellings side by side, whoever aligned them."""

    @property
    def linked(self) -> Mapping[tuple[int, int], float]:
        """The scores of the sentences, left and right, that are aligned."""
        ...


def passages(docs: Sequence[ParsedArticle], pairings: Mapping[tuple[int, int], HasLinks]) -> tuple[Passage, ...]:
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
