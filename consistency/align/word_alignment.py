"""Which words of two passages correspond, and how similar each is to the most similar one of the other passage."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from consistency.language.inflection import prefix_stem
from consistency.language.memoize import memoize_by_identity
from consistency.language.stopwords import STOPWORDS
from consistency.language.terms import terms, words
from consistency.thresholds.sentences import (
    FUNCTION_WORD_LINK,
    WORD_COSINE,
    WORD_EQUAL_BONUS,
    WORD_KIND_COST,
    WORD_LINK,
    WORD_MOVED_COST,
    WORD_NEIGHBOURS_BONUS,
    WORD_RUN_BONUS,
    WORD_TEMPERATURE,
)
from consistency.types import Span, Word
from consistency.types.limits import WORDS

Floats = NDArray[np.float64]

# The constants below were chosen on one half of 800 sentence pairs with links by human annotators and
# measured on the other; F1 changes by less than 0.01 when any of them is halved or doubled, but for COSINE.


@dataclass(frozen=True, slots=True, kw_only=True)
class WordLink:
    """Two words, by their ranges in the two texts, that stand for each other; ``score`` is 0 to 1."""

    left: Span
    right: Span
    score: float
    same: bool


class Seen(NamedTuple):
    """A word and how like it the likest word of the other passage is; well below 0.5: no counterpart."""

    span: Span
    best: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two passages word by word: the links, and all words of either side."""

    links: tuple[WordLink, ...]
    left: tuple[Seen, ...]
    right: tuple[Seen, ...]

    def flip(self) -> Comparison:
        """The same comparison seen from the right passage."""
        links = (WordLink(left=link.right, right=link.left, score=link.score, same=link.same) for link in self.links)
        ordered = tuple(sorted(links, key=lambda link: (link.left, link.right)))
        return Comparison(links=ordered, left=self.right, right=self.left)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pooled:
    """A passage's words, with a unit vector for each: the mean of its word pieces'."""

    text: str
    words: tuple[Span, ...]
    vectors: Floats


def pooled(text: str, tokens: NDArray[np.floating], spans: NDArray[np.integer]) -> Pooled:
    """A passage's words, ``WORDS`` at the most, from the vectors of its word pieces and their character ranges."""
    found = words(text)[:WORDS]
    return Pooled(text=text, words=found, vectors=_pool(found, tokens, spans))


def compare_words(left: Pooled, right: Pooled) -> Comparison:
    """Two passages word by word.

    A link needs both words to choose each other, judged by meaning in context, form, neighbours and
    place; where a phrase stands for one word, several links may share that word.
    """
    cosine = _cosine(left, right)
    if not cosine.size:
        seen = likest(left, right)
        return Comparison(links=(), left=seen[0], right=seen[1])
    same = np.equal.outer(*_forms(left, right)).astype(float)
    kinds = _kinds(left), _kinds(right)
    likely = _likely(_similarity(cosine, same, np.not_equal.outer(*kinds)))
    function = np.logical_or.outer(*(kind == _FUNCTION for kind in kinds))
    linked = (likely >= np.where(function, FUNCTION_WORD_LINK, WORD_LINK)) & (cosine >= WORD_COSINE)
    # As lists, since numbers of Python are quicker to index with and to round than those of an array.
    places = zip(*(axis.tolist() for axis in np.nonzero(linked)), strict=True)
    measured = zip(cosine[linked].tolist(), same[linked].tolist(), strict=True)
    found = tuple(
        WordLink(left=left.words[i], right=right.words[j], score=_score(score), same=bool(equal))
        for (i, j), (score, equal) in zip(places, measured, strict=True)
    )
    seen = _seen(left.words, cosine.max(axis=1)), _seen(right.words, cosine.max(axis=0))
    return Comparison(links=found, left=seen[0], right=seen[1])


def likest(left: Pooled, right: Pooled) -> tuple[tuple[Seen, ...], tuple[Seen, ...]]:
    """Each word of either passage, with how like it the likest word of the other one is."""
    cosine = _cosine(left, right)
    if not cosine.size:
        return _seen(left.words, np.zeros(len(left.words))), _seen(right.words, np.zeros(len(right.words)))
    return _seen(left.words, cosine.max(axis=1)), _seen(right.words, cosine.max(axis=0))


def _cosine(left: Pooled, right: Pooled) -> Floats:
    return np.asarray(np.einsum("ik,jk->ij", left.vectors, right.vectors))


def cover(
    text: str,
    others: Iterable[str],
    *,
    kept: Iterable[Span] = (),
    besides: Iterable[Span] = (),
    worth: Mapping[str, float] | None = None,
) -> float:
    """The share, 0 to 1, of a passage's content words that other passages also have; 1 where there are none.

    ``kept`` are ranges of ``text`` that have a counterpart by other evidence (word links); words in
    ``besides`` do not count; ``worth`` weighs the stems (see ``rarity``), each word counts once otherwise.
    """
    told = {term.stem for other in others for term in terms(other)}
    spared, known = tuple(besides), tuple(kept)
    total = shared = 0.0
    for term in terms(text):
        if any(term.span.overlaps(span) for span in spared):
            continue
        weight = term.weight * (worth or {}).get(term.stem, 1.0)
        total += weight
        if term.stem in told or any(term.span.overlaps(span) for span in known):
            shared += weight
    return shared / total if total else 1.0


_FUNCTION, _FIGURE, _CONTENT = range(3)


def _kinds(passage: Pooled) -> NDArray[np.int_]:
    return np.array([_kind(span.cut(passage.text)) for span in passage.words])


@lru_cache(maxsize=50_000)
def _kind(word: str) -> int:
    if any(char.isdigit() for char in word):
        return _FIGURE
    return _FUNCTION if word.lower() in STOPWORDS else _CONTENT


def _forms(left: Pooled, right: Pooled) -> tuple[NDArray[np.int_], NDArray[np.int_]]:
    """A number for each word of both passages, equal where the stems are."""
    numbers: dict[str, int] = {}
    stems = [prefix_stem(span.cut(side.text)) for side in (left, right) for span in side.words]
    both = np.array([numbers.setdefault(form, len(numbers)) for form in stems])
    return both[: len(left.words)], both[len(left.words) :]


def _pool(spans: tuple[Span, ...], tokens: NDArray[np.floating], pieces: NDArray[np.integer]) -> Floats:
    """A unit vector for each word: the mean of its word pieces; zero where a word has none (text cut off)."""
    ranges = np.array(spans, dtype=int).reshape(-1, 2)
    pieces = np.asarray(pieces).reshape(-1, 2)
    # Pieces stand in text order, so each word's are a run: differences of running sums add them up
    # without a matrix product, whose threads would cost more than the sum.
    first = np.searchsorted(pieces[:, 1], ranges[:, 0], side="right")
    last = np.maximum(np.searchsorted(pieces[:, 0], ranges[:, 1], side="left"), first)
    running = np.zeros((len(pieces) + 1, np.shape(tokens)[-1]))
    running[1:] = tokens
    # In place from the row of zeros on: three times as quick as a sum that converts each row.
    np.add.accumulate(running, axis=0, out=running)
    sums = running[last] - running[first]
    # Their lengths as numpy's norm adds them up, without its other cases.
    sums /= np.maximum(np.sqrt(np.add.reduce(sums * sums, axis=1, keepdims=True)), 1e-9)
    return sums


def _similarity(cosine: Floats, same: Floats, other_kind: NDArray[np.bool_]) -> Floats:
    """The cosine of each two words, with what form, neighbours, place and kind say for and against."""
    near = _shifted(cosine, 1) + _shifted(cosine, -1)
    run = same * (_shifted(same, 1) + _shifted(same, -1))
    places = (np.arange(size) / size for size in cosine.shape)
    apart = np.abs(np.subtract.outer(*places))
    support = WORD_EQUAL_BONUS * same + WORD_RUN_BONUS * run + WORD_NEIGHBOURS_BONUS * near
    return np.asarray(cosine + support - WORD_MOVED_COST * apart - WORD_KIND_COST * other_kind)


def _shifted(table: Floats, by: int) -> Floats:
    """The table moved along its diagonal: what stands before (1) or after (-1) each pair of words."""
    moved = np.zeros_like(table)
    if by > 0:
        moved[by:, by:] = table[:-by, :-by]
    else:
        moved[:by, :by] = table[-by:, -by:]
    return moved


def _likely(similarity: Floats) -> Floats:
    """How likely each link is: the geometric mean of both words' choices (Dou and Neubig, EACL 2021)."""
    choices = []
    for axis in (0, 1):
        raised = np.exp((similarity - similarity.max(axis=axis, keepdims=True)) / WORD_TEMPERATURE)
        choices.append(raised / raised.sum(axis=axis, keepdims=True))
    return np.asarray(np.sqrt(choices[0] * choices[1]))


def _seen(spans: tuple[Span, ...], best: Floats) -> tuple[Seen, ...]:
    scores = [round(value, 4) for value in np.clip(best, 0.0, 1.0).tolist()]
    return tuple([Seen(span=span, best=score) for span, score in zip(spans, scores, strict=True)])


def _score(cosine: float) -> float:
    return round(min(max(cosine, 0.0), 1.0), 4)


class Embedded(Protocol):
    """A sentence as vectors."""

    @property
    def vector(self) -> NDArray[Any]:
        """The sentence's unit vector."""
        ...

    @property
    def tokens(self) -> NDArray[Any]:
        """One vector for each word piece."""
        ...

    @property
    def spans(self) -> NDArray[Any]:
        """The characters that each word piece covers, ``[n, 2]``."""
        ...


#: The places of a right sentence's words by the place of the left word that they stand for.
Counterparts = Mapping[int, frozenset[int]]


def counterparts(ours: tuple[Word, ...], theirs: tuple[Word, ...], links: Iterable[WordLink]) -> Counterparts:
    """For each word of a sentence that is linked with words of another, the places of these."""
    found: dict[int, frozenset[int]] = {}
    for link in links:
        _add(found, _inside(ours, link.left), frozenset(_inside(theirs, link.right)))
    return found


def turned(stands: Counterparts) -> Counterparts:
    """The same seen from the other sentence."""
    places: dict[frozenset[int], list[int]] = {}
    for n, there in stands.items():
        places.setdefault(there, []).append(n)
    found: dict[int, frozenset[int]] = {}
    for there, here in places.items():
        _add(found, there, frozenset(here))
    return found


def _add(found: dict[int, frozenset[int]], words: Iterable[int], others: frozenset[int]) -> None:
    """Link each of some words with others; they share one set, as a long compound has hundreds of parsed words."""
    for n in words:
        found[n] = found[n] | others if n in found else others


@memoize_by_identity
def _edges(words: tuple[Word, ...]) -> tuple[list[int], list[int]]:
    """Where the words of a sentence begin, and where they end."""
    return [word.start for word in words], [word.end for word in words]


def _inside(words: tuple[Word, ...], span: Span) -> range:
    starts, ends = _edges(words)
    return range(bisect_right(ends, span.start), bisect_left(starts, span.end))
