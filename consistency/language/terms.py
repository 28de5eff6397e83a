"""The content words of a passage: what they are, when two are the same, how much each says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import log
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from consistency.language.inflection import prefix_stem
from consistency.language.stopwords import STOPWORDS
from consistency.language.token_patterns import TERM
from consistency.types import Span

#: Weights of a figure and of a name against a plain word of the same rarity: editors reword all else.
FIGURE_WEIGHT = 1.5
NAME_WEIGHT = 1.25


class Term(NamedTuple):
    """A content word: where it stands, its stem, and whether it is a figure or a name."""

    span: Span
    stem: str
    figure: bool
    name: bool

    @property
    def weight(self) -> float:
        """How much the word counts before its rarity is known."""
        return FIGURE_WEIGHT if self.figure else NAME_WEIGHT if self.name else 1.0


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[Span, ...]:
    """The words and figures of a text, without punctuation."""
    return tuple(Span(*match.span()) for match in TERM.finditer(text))


@lru_cache(maxsize=4096)
def terms(text: str) -> tuple[Term, ...]:
    """The content words of a text, in order."""
    return tuple(_term(text, span) for span in words(text) if span.cut(text).lower() not in STOPWORDS)


def _term(text: str, span: Span) -> Term:
    return Term(span, *_sort(span.cut(text)))


@lru_cache(maxsize=50_000)
def _sort(word: str) -> tuple[str, bool, bool]:
    """The stem of a word, and whether it is a figure or a name."""
    figure = any(char.isdigit() for char in word)
    return prefix_stem(word), figure, word[0].isupper() and not figure


class Weights(NamedTuple):
    """Passages as rows over one vocabulary: which stem stands where, and what each stem is worth."""

    left: NDArray[np.bool_]
    right: NDArray[np.bool_]
    worth: NDArray[np.float64]


def weigh(left: Sequence[str], right: Sequence[str]) -> Weights:
    """Which content words each passage of two articles has, and what each is worth."""
    found = [[terms(text) for text in side] for side in (left, right)]
    worth = _rarity(found)
    place = {name: column for column, name in enumerate(worth)}
    rows = [_rows(side, place) for side in found]
    return Weights(rows[0], rows[1], np.array(list(worth.values())))


def _rarity(sides: Sequence[Sequence[Sequence[Term]]]) -> dict[str, float]:
    """What each stem of two articles is worth: rare ones, figures and names more; 1 is the least.

    A stem's rarity is taken on the side where it is more common, so that a word which both sides use once is as rare
    as one that a single side uses once.
    """
    bare: dict[str, float] = {}
    share: dict[str, float] = {}
    for side in sides:
        common = Counter(name for row in side for name in {term.stem for term in row})
        for name, count in common.items():
            share[name] = max(share.get(name, 0.0), count / len(side))
        for term in (term for row in side for term in row):
            bare[term.stem] = max(bare.get(term.stem, 0.0), term.weight)
    return {name: weight * (1.0 - log(share[name])) for name, weight in bare.items()}


def _rows(side: Sequence[Iterable[Term]], place: dict[str, int]) -> NDArray[np.bool_]:
    rows = np.zeros((len(side), len(place)), dtype=np.bool_)
    for index, row in enumerate(side):
        rows[index, [place[term.stem] for term in row]] = True
    return rows
