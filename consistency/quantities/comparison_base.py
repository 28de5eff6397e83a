"""What a figure is compared with: "than a year earlier", "from 3% in May", "that of a decade ago"."""

from __future__ import annotations

from consistency.language.surface import words
from consistency.language.tokens import Tokens
from consistency.types import Span

_REACH = 16
_ENDS = words("quantities/figures", "ends")
_OPENERS = (("compared", "with"), ("compared", "to"), ("versus",), ("against",), ("up", "from"), ("down", "from"))
_OPENING = frozenset(words[0] for words in _OPENERS)


def basis(tokens: Tokens, last: int, *, change: bool, ratio: bool) -> Span | None:
    """The words of the comparison base behind a figure that ends before token ``last``."""
    end = _clause_end(tokens, last, ratio=ratio)
    lows = tokens.lows(last, end)
    if "than" in lows:
        return _until_end(tokens, last + lows.index("than"))
    for index in range(last, end):
        token = tokens[index]
        if token.low in _OPENING and any(tokens.lows(index, index + len(words)) == words for words in _OPENERS):
            return _until_end(tokens, index)
        if token.low == "from" and change and index <= last + 3:
            return _until_end(tokens, index)
        if ratio and index == last and token.low in ("that", "those", "what", "the", "as"):
            return _until_end(tokens, index)
    return None


def _clause_end(tokens: Tokens, last: int, *, ratio: bool) -> int:
    for index in range(last, min(last + _REACH, len(tokens))):
        if tokens[index].low in _ENDS and not (tokens[index].low == "as" and ratio):
            return index
    return min(last + _REACH, len(tokens))


def _until_end(tokens: Tokens, first: int) -> Span | None:
    last = first + 1
    while last < min(first + _REACH, len(tokens)):
        inner = tokens[last].text == "-" and tokens.touching(last) and tokens.touching(last + 1)
        if tokens[last].low in _ENDS and not inner and (tokens[last].low != "as" or last > first + 3):
            break
        last += 1
    return tokens.span(first, last) if last > first + 1 else None
