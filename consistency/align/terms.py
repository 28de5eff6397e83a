"""The content words of a passage: what they are, when two are the same, how much each says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from consistency.align.stopwords import STOPWORDS
from consistency.types import Span

#: Words and figures with the marks that can stand inside them: "U.S.", "don't", "10,000", "$1.7", "up-end".
_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[$€£]?\d+(?:[.,:]\d+)*%?|[^\W\d_]+(?:['-]?[^\W_]+)*")

#: Letters that a stem keeps: cutting words at five or six letters serves European languages about as
#: well as rule-based stemmers (McNamee & Mayfield, Character N-Gram Tokenization, 2004).
STEM = 6

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


def words(text: str) -> tuple[Span, ...]:
    """The words and figures of a text, without punctuation."""
    return tuple(Span(*match.span()) for match in _WORD.finditer(text))


def stem(word: str) -> str:
    """The form under which inflected and derived forms of a word meet: "Bolivia's", "Bolivian" -> "bolivi"."""
    if any(char.isdigit() for char in word):
        return word.strip("$€£%").replace(",", "")
    plain = word.lower().replace(".", "").removesuffix("'s").removesuffix("'")
    if len(plain) > 3 and plain.endswith("s") and not plain.endswith("ss"):
        plain = plain[:-1]
    return plain[:STEM]


def terms(text: str) -> tuple[Term, ...]:
    """The content words of a text, in order."""
    return tuple(_term(text, span) for span in words(text) if span.cut(text).lower() not in STOPWORDS)


def _term(text: str, span: Span) -> Term:
    word = span.cut(text)
    figure = any(char.isdigit() for char in word)
    return Term(span, stem(word), figure, word[0].isupper() and not figure)


class Weights(NamedTuple):
    """Passages as rows over one vocabulary: which stem stands where, and what each stem is worth."""

    left: NDArray[np.bool_]
    right: NDArray[np.bool_]
    worth: NDArray[np.float64]


def weigh(left: Sequence[str], right: Sequence[str]) -> Weights:
    """Which content words each passage of two articles has, and their worth: rare words are worth more.

    A stem's rarity is taken on the side where it is more common, so that a word which both sides use
    once is as rare as one that a single side uses once.
    """
    found = [[terms(text) for text in side] for side in (left, right)]
    bare: dict[str, float] = {}
    for term in (term for side in found for row in side for term in row):
        bare[term.stem] = max(bare.get(term.stem, 0.0), term.weight)
    place = {name: column for column, name in enumerate(bare)}
    rows = [_rows(side, place) for side in found]
    share = np.maximum(*(side.mean(axis=0) if len(side) else np.zeros(len(place)) for side in rows))
    worth = np.array(list(bare.values())) * (1.0 + np.log(1.0 / np.maximum(share, 1e-9)))
    return Weights(rows[0], rows[1], worth)


def _rows(side: Sequence[Iterable[Term]], place: dict[str, int]) -> NDArray[np.bool_]:
    rows = np.zeros((len(side), len(place)), dtype=np.bool_)
    for index, row in enumerate(side):
        rows[index, [place[term.stem] for term in row]] = True
    return rows
