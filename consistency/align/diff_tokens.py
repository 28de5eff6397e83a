"""The words of a sentence as word-by-word comparison counts them.

Hyphenated words are one token ("up-end"), so are the names of a country; articles, punctuation and
the mark of the possessive are none; contractions are read as the words that they stand for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from consistency.language.countries import country_at, country_of
from consistency.language.inflection import unaccented
from consistency.language.memoize import memoize_by_identity
from consistency.language.word_classes import CONTRACTIONS
from consistency.types import CONTENT, Span, Word

#: No tokens: they come and go without a difference in meaning.
EMPTY = frozenset({"a", "an", "the", "that", "'s", "'"})


class Token(NamedTuple):
    """One counted word: ``[first, last)`` in the words of its sentence; equal ``key``, equal word."""

    first: int
    last: int
    span: Span
    key: str
    lemma: str
    pos: str

    @property
    def content(self) -> bool:
        """Whether the word says something by itself."""
        return self.pos in CONTENT


@memoize_by_identity
def tokens(words: tuple[Word, ...]) -> tuple[Token, ...]:
    """The counted words of a sentence, in order."""
    return tuple(_token(words, first, last) for first, last in _ranges(words) if not _empty(words[first:last]))


def _ranges(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    texts, at = [word.text for word in words], 0
    while at < len(words):
        last = _land(texts, at) or hyphenated(words, at)
        yield at, last
        at = last


def _land(texts: Sequence[str], at: int) -> int | None:
    """Where the name of a country that begins here with two or more words ends."""
    found = country_at(texts, at)
    return found.last if found and found.last > at + 1 else None


def hyphenated(words: Sequence[Word], at: int) -> int:
    """Where the word that begins here ends, with all that hyphens tie to it."""
    last = at + 1
    while last + 1 < len(words) and words[last].text == "-" and _tied(words, last) and words[last - 1].text.isalnum():
        last += 2
    return last


def _tied(words: Sequence[Word], dash: int) -> bool:
    return words[dash - 1].end == words[dash].start and words[dash].end == words[dash + 1].start


def _empty(inner: Sequence[Word]) -> bool:
    if len(inner) > 1:
        return False
    word = inner[0]
    return (word.pos in ("PUNCT", "SPACE", "SYM") and word.text not in "$%£€") or word.text.lower() in EMPTY


def _token(words: Sequence[Word], first: int, last: int) -> Token:
    inner = words[first:last]
    span = Span(inner[0].start, inner[-1].end)
    texts = [word.text for word in inner]
    text = ("" if "-" in texts else " ").join(texts)
    head, low = inner[-1], text.lower()
    land = country_of(text) if text[:1].isupper() else None
    lemma = CONTRACTIONS.get(low, head.lemma.lower() if len(inner) == 1 else low)
    return Token(first, last, span, f"@{land.name}" if land else unaccented(lemma), lemma, head.pos)
