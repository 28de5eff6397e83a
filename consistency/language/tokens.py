"""Words, figures and signs of a sentence, each with its place: what all finders of figures walk over."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from consistency.language.token_patterns import FIGURE_TOKEN
from consistency.types import Span


class Token(NamedTuple):
    """One word, figure or sign; ``low`` is the lower-cased text."""

    text: str
    low: str
    start: int
    end: int

    @property
    def digits(self) -> bool:
        """Whether the token is a printed figure."""
        return self.text[-1].isdecimal()

    @property
    def word(self) -> bool:
        """Whether the token is a word."""
        return self.text[0].isalpha()

    @property
    def capital(self) -> bool:
        """Whether the token is a word with a capital first letter."""
        return self.text[0].isupper()


#: How many words to either side can tell how a figure is to be read.
NEAR = 60
#: What stands before the first and after the last word: equal to no word, touching nothing.
NOTHING = Token("\0", "\0", -9, -9)


class Tokens(list[Token]):
    """The tokens of one sentence; asking beyond either end gives ``NOTHING``."""

    def without(self, taken: Sequence[Span]) -> Tokens:
        """The same places, with nothing where a span of ``taken`` stands; ``low`` keeps its word behind a mark."""
        if not taken:
            return self
        spans = sorted(taken)
        found, place = Tokens(), 0
        for token in self:
            while place < len(spans) and spans[place].end <= token.start:
                place += 1
            hidden = place < len(spans) and spans[place].start < token.end
            found.append(token._replace(text="\0", low=f"\0{token.low}") if hidden else token)
        return found

    def near(self, index: int) -> Tokens:
        """The words around token ``index``: a sentence's worth, however long the text is."""
        return Tokens(self[max(0, index - NEAR) : index + NEAR])

    def at(self, index: int) -> Token:
        """The token at ``index``, or ``NOTHING``."""
        return self[index] if 0 <= index < len(self) else NOTHING

    def touching(self, index: int) -> bool:
        """Whether no space stands between the token at ``index`` and the one before it."""
        return 0 < index < len(self) and self[index - 1].end == self[index].start

    def lows(self, first: int, last: int) -> tuple[str, ...]:
        """The lower-cased words of ``[first, last)``."""
        return tuple([token.low for token in self[first if first > 0 else 0 : last if last > 0 else 0]])

    def span(self, first: int, last: int) -> Span:
        """The characters that the tokens ``[first, last)`` cover."""
        return Span(self[first].start, self[last - 1].end)


@lru_cache(maxsize=8)
def tokenize(text: str) -> Tokens:
    """The tokens of ``text`` in order; shared by all who read one sentence, so never to be changed."""
    return Tokens([Token(word := match[0], word.lower(), *match.span()) for match in FIGURE_TOKEN.finditer(text)])
