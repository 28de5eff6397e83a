"""Enumerations of proper names: "Brazil, Russia, India and China" is a list of four."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from consistency.language.calendar_words import MONTH_FORMS, WEEKDAYS
from consistency.language.surface import words
from consistency.language.tokens import Token, Tokens, tokenize
from consistency.language.word_classes import FUNCTION_WORDS
from consistency.types import ClaimKind, Dimension, Quantity, Span
from consistency.types.extraction import Extraction

#: Words that join the parts of one name.
_INNER = words("quantities/ranks", "inner")
_JOINS = frozenset({"and", "or"})
_NO_NAMES = FUNCTION_WORDS.union(WEEKDAYS, MONTH_FORMS)
#: Without "and" before the last item a row of names may be a place inside a place: it must be longer.
_LEAST, _LEAST_UNJOINED = 3, 4
_LONGEST_NAME = 7


class _Item(NamedTuple):
    """A name in the tokens ``[first, last)``."""

    first: int
    last: int


def lists(text: str, taken: Sequence[Span] = ()) -> list[Extraction]:
    """The lists of three or more names in a folded sentence; none overlaps a span of ``taken``."""
    if "," not in text:
        return []
    tokens = tokenize(text)
    made = (_found(tokens, items) for items in _rows(tokens))
    return [found for found in made if not any(found.span.overlaps(span) for span in taken)]


def _found(tokens: Tokens, items: list[_Item]) -> Extraction:
    span = tokens.span(items[0].first, items[-1].last)
    names = tuple(_name(tokens, item) for item in items)
    return Extraction(
        kind=ClaimKind.QUANTITY,
        span=span,
        core=span,
        quantity=Quantity(value=float(len(items)), dimension=Dimension.LIST, members=names),
    )


def _name(tokens: Tokens, item: _Item) -> str:
    """The words of an item without its article."""
    first = item.first + (tokens[item.first].low == "the")
    text = ""
    for index in range(first, item.last):
        text += tokens[index].text if tokens.touching(index) or not text else " " + tokens[index].text
    return text


def _rows(tokens: Tokens) -> Iterator[list[_Item]]:
    index = 0
    while index < len(tokens):
        # No list begins at most words, which is seen sooner than what would follow there.
        if not tokens[index].capital and tokens[index].low != "the":
            index += 1
            continue
        items, joined = _row(tokens, index)
        if len(items) >= (_LEAST if joined else _LEAST_UNJOINED):
            yield items
        index = items[-1].last if items else index + 1


def _row(tokens: Tokens, index: int) -> tuple[list[_Item], bool]:
    """The names from ``index`` on, and whether "and" or "or" stands before the last."""
    first = _item(tokens, index)
    if first is None:
        return [], False
    items = [first]
    while True:
        start, joined = _separator(tokens, items[-1].last)
        item = _item(tokens, start) if start else None
        if item is None:
            return _without_opening(tokens, items), False
        items.append(item)
        if joined:
            return _without_opening(tokens, items), True


def _separator(tokens: Tokens, index: int) -> tuple[int | None, bool]:
    """Where the next item starts, and whether it is announced as the last."""
    comma = tokens.at(index).text == ","
    joined = tokens.at(index + comma).low in _JOINS
    return (index + comma + joined, joined) if comma or joined else (None, False)


def _item(tokens: Tokens, index: int) -> _Item | None:
    start = index + (tokens.at(index).low == "the")
    if not _names(tokens.at(start)):
        return None
    last = start + 1
    while last < start + _LONGEST_NAME and (step := _continues(tokens, last)):
        last += step
    return _Item(index, last)


def _names(token: Token) -> bool:
    """Whether a word can open a name: capital, and neither a function word nor a day."""
    if not (token.capital and token.word):
        return False
    return token.low not in _NO_NAMES or (token.text.isupper() and len(token.text) > 1)


def _continues(tokens: Tokens, index: int) -> int:
    """How many tokens at ``index`` still belong to the name before."""
    token = tokens.at(index)
    if token.text in ("-", "&", ".", "'") and tokens.touching(index) and tokens.at(index + 1).capital:
        return 2 if token.text != "." or len(tokens[index - 1].text) <= 2 else 0
    if token.capital and token.word and token.low not in FUNCTION_WORDS:
        return 1
    if token.low in _INNER:
        skip = 1 + (tokens.at(index + 1).low in _INNER)
        return skip + 1 if _names(tokens.at(index + skip)) else 0
    return 0


def _without_opening(tokens: Tokens, items: list[_Item]) -> list[_Item]:
    """Drops "In Paris," at the head of a sentence: it opens the sentence, not the list."""
    first = items[0].first
    opener = first == 1 and tokens[0].low in ("in", "at", "on", "for", "after", "from", "with")
    return items[1:] if opener and len(items) > 1 else items
