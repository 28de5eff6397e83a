"""The content words of an annotated sentence."""

from __future__ import annotations

from collections.abc import Sequence

from consistency.language.inflection import prefix_stem
from consistency.language.memoize import memoize_by_identity
from consistency.language.stopwords import STOPWORDS
from consistency.types import CONTENT, Word


@memoize_by_identity
def contents(words: tuple[Word, ...]) -> frozenset[int]:
    """The places of the words of a sentence that say something by themselves."""
    return frozenset([n for n, word in enumerate(words) if content(word) and not of_age(words, n)])


def of_age(words: Sequence[Word], n: int) -> bool:
    """Whether a word only makes an age of the figure before it: "61-year-old"."""
    return words[n].text.lower() in ("year", "old") and n > 0 and words[n - 1].text == "-"


@memoize_by_identity
def stems(words: tuple[Word, ...]) -> tuple[str, ...]:
    """The stem of each word of a sentence."""
    return tuple([prefix_stem(word.text) for word in words])


def content(word: Word) -> bool:
    """Whether a word says something by itself."""
    return word.pos in CONTENT and word.text.lower() not in STOPWORDS and word.text[:1].isalnum()
