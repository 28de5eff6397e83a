"""The noun phrase that a figure counts: "National Guard members" in "10,000 National Guard members to stem"."""

from __future__ import annotations

from consistency.language.inflection import is_plural
from consistency.language.number_words import ONES, SCALES, TENS
from consistency.language.tokens import Tokens
from consistency.language.word_classes import DETERMINERS, FUNCTION_WORDS, ING_NOUNS, VERBS

#: Words of degree and order that may stand before the noun although they end other phrases.
_INSIDE = frozenset({"most", "more", "least", "other", "next", "last", "old", "long", "deep", "high", "low", "wide"})
_REACH = 7
_NUMBERS = frozenset(ONES) | frozenset(TENS) | frozenset(SCALES)


def thing(tokens: Tokens, index: int, *, several: bool = True) -> tuple[int, int] | None:
    """First and last token of the phrase counted by the figure that ends before ``index``; its last word is the head.

    ``several``: the head must look like a plural. Reads through "of the" in "five of the ministers".
    """
    first = _partitive(tokens, index)
    if not tokens.at(first).word:
        return None
    last = _plural_head(tokens, first) if several else _nearest_head(tokens, first)
    return (first, last) if last is not None else None


def inner_number(tokens: Tokens, first: int, last: int) -> int | None:
    """Where a number stands inside a phrase that is counted: "seven" in "three of the port's seven cranes"."""
    places = range(first + 1, last)
    return next((n for n in places if tokens[n].low in _NUMBERS and tokens.at(n + 1).text != "-"), None)


def _partitive(tokens: Tokens, index: int) -> int:
    if tokens.at(index).low != "of":
        return index
    following = tokens.at(index + 1).low
    return index + 2 if following in DETERMINERS else index + 1


def _plural_head(tokens: Tokens, first: int) -> int | None:
    index = first
    while index < min(first + _REACH, len(tokens)):
        token = tokens[index]
        if not token.word:
            if not _inner_sign(tokens, index):
                return None
        elif is_plural(token.low) and tokens.at(index + 1).text not in ("-", "'"):
            return _extended(tokens, index)
        elif (
            (token.low in FUNCTION_WORDS and token.low not in _INSIDE)
            or (token.low in _NUMBERS and index == first)
            or (token.low in VERBS and index > first)
        ):
            return None
        index += 1
    return None


def _inner_sign(tokens: Tokens, index: int) -> bool:
    """A hyphen inside a word, or a comma between two adjectives."""
    text = tokens[index].text
    if text == "-":
        return tokens.at(index + 1).word
    if text == "," and tokens.at(index - 1).word and tokens.at(index + 1).word:
        return is_plural(tokens.at(index + 2).low) and not tokens[index + 1].capital
    return text == "'" and tokens.at(index + 1).word


def _extended(tokens: Tokens, index: int) -> int:
    """The last of the plurals in a row ("sports teams", "United Nations officials"), or of "arms control treaties"."""
    while is_plural(tokens.at(index + 1).low) and tokens.at(index + 1).low not in VERBS:
        index += 1
    while tokens[index].capital and tokens.at(index + 1).capital and tokens.at(index + 1).word:
        ahead = _plural_head(tokens, index + 1)
        if ahead is None or ahead > index + 3:
            break
        index = ahead - 1
    return index + 1


def _nearest_head(tokens: Tokens, first: int) -> int | None:
    """The end of a phrase without a plural: before the first verb, function word or sign."""
    index = first
    while index < min(first + 4, len(tokens)):
        token = tokens[index]
        if token.text == "-" and index > first and tokens.touching(index) and tokens.at(index + 1).word:
            index += 2
            continue
        if not token.word or token.low in FUNCTION_WORDS or token.low in _NUMBERS or token.low.endswith("ly"):
            break
        if index > first and (token.low in VERBS or _verbal(tokens, index)):
            break
        if is_plural(token.low) and index > first:
            return index + 1
        index += 1
    return index if index > first else None


def _verbal(tokens: Tokens, index: int) -> bool:
    """Whether the word after a noun starts a clause: a participle, or a name after a common noun."""
    token, following = tokens[index], tokens.at(index + 1)
    if token.capital and not tokens[index - 1].capital:
        return not following.word or following.capital or following.low in FUNCTION_WORDS or following.low in VERBS
    if token.low.endswith("ed"):
        return True
    modifies = following.word and following.low not in FUNCTION_WORDS and not following.capital
    return token.low.endswith("ing") and token.low not in ING_NOUNS and not modifies


def measured(tokens: Tokens, index: int, *, attributive: bool) -> tuple[int, int] | None:
    """What an amount is an amount of: "a 100% tariff", "$37 billion worth of goods", "$250 billion in investment"."""
    if attributive and (noun := thing(tokens, index, several=False)) and tokens.at(index).low != "of":
        return noun
    if tokens.lows(index, index + 2) == ("worth", "of"):
        return thing(tokens, index + 2, several=False)
    if tokens.at(index).low not in ("of", "in"):
        return None
    start = index + 1
    if tokens[index].low == "of" and tokens.at(start).low in DETERMINERS:
        start += 1
    if tokens.at(start).capital and tokens[index].low == "in":
        return None
    return thing(tokens, start, several=False)
