"""Tokens of a sentence without a linguistic pipeline, and the word tables that speech and modality read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from consistency.language.resources import table
from consistency.language.token_patterns import SENTENCE_TOKEN
from consistency.types import Span

#: Sentences whose reading is remembered: drafts and sources repeat each other's, and their own of yesterday.
REMEMBERED = 2000


class Token(NamedTuple):
    """A word or mark of a sentence with its offsets; ``lower`` is the text in lower case."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def capital(self) -> bool:
        """Whether it is written like a name."""
        return self.text[:1].isupper()

    @property
    def word(self) -> bool:
        """Whether it is a word or a number, no mark."""
        return self.text[:1].isalnum()


@lru_cache(maxsize=500)
def tokens(text: str) -> tuple[Token, ...]:
    """The words and marks of a text, in order."""
    return tuple([Token(*m.span(), word := m[0], word.lower()) for m in SENTENCE_TOKEN.finditer(text)])


def within(found: Sequence[Token], span: Span) -> range:
    """The places of the tokens that a range touches; where it touches none, an empty range before the next one."""
    first = bisect_right(found, span.start, key=lambda token: token.end)
    return range(first, max(first, bisect_left(found, span.end, key=lambda token: token.start)))


def extent(found: Sequence[Token]) -> Span:
    """From the first of some tokens to the last."""
    return Span(found[0].start, found[-1].end)


@lru_cache(maxsize=64)
def words(name: str, section: str) -> frozenset[str]:
    """The words of one list of a table, which is named with its room: ``words("quantities/units", "times")``."""
    room, _, file = name.partition("/")
    return frozenset(table(room, file)[section])


def blank(text: str, spans: Sequence[Span]) -> str:
    """The text with some ranges made blank, every other character in its place."""
    for span in spans:
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text
