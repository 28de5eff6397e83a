"""By how much: the figures that belong to a word, which tell whether two words speak of one change."""

from __future__ import annotations

from collections.abc import Sequence

from consistency.language.number_words import SCALES
from consistency.types import Word


def figures(words: Sequence[Word], n: int) -> frozenset[str]:
    """The figures that belong to a word of a sentence: "25" to "soared" in "soared 25 percent"."""
    below = {m for m, word in enumerate(words) if word.head == n} | {n}
    below |= {m for m, word in enumerate(words) if word.head in below and words[word.head].text == "by"}
    found = (word.text.lower() for word in words if word.pos == "NUM" and word.head in below)
    # A scale is shared by figures that are not equal.
    return frozenset(found) - SCALES.keys()


def apart(left: Sequence[Word], n: int, right: Sequence[Word], m: int) -> bool:
    """Whether different figures belong to two words: what "soared 25 percent" is not what "fell 3 percent"."""
    mine, other = figures(left, n), figures(right, m)
    return bool(mine and other) and mine.isdisjoint(other)
