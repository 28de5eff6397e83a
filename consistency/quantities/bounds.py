"""Words around a figure that say on which side the true one lies, whether it is a change, and whether it comes on top.

Approximators after Sauerland and Stateva (2007) and newspaper style guides, read outwards, longest first.
"""

from __future__ import annotations

from typing import NamedTuple

from consistency.language.resources import table
from consistency.language.surface import words
from consistency.language.tokens import Tokens
from consistency.types import Bound, Change, Dimension


class Hedge(NamedTuple):
    """What qualifies a figure; the tokens ``[first, last)`` now cover the qualifying words too."""

    first: int
    last: int
    bound: Bound = Bound.EXACT
    change: Change | None = None
    increment: bool = False


def _phrases(section: str) -> dict[tuple[str, ...], Bound]:
    """Each phrase of a section of the table, in words, with its bound."""
    return {
        tuple(phrase.split()): Bound(bound)
        for bound, phrases in table("quantities", "bounds")[section].items()
        for phrase in phrases
    }


def _by_change(section: str) -> dict[str, Change]:
    return {word: Change(change) for change, forms in table("quantities", "bounds")[section].items() for word in forms}


BEFORE, AFTER = _phrases("before"), _phrases("after")
_AFTER_WORDS = frozenset(phrase[0] for phrase in AFTER)
_BEFORE_WORDS = frozenset(phrase[-1] for phrase in BEFORE)
_LONGEST = 6
_INCREMENTS = frozenset({"another", "further", "additional", "extra"})
#: Verbs after which "over three hours" measures; elsewhere "over three years" means "in the course of".
_MEASURING = words("quantities/bounds", "measuring")
_CHANGE_OF = _by_change("changes")
_CHANGE_NOUNS = _by_change("nouns")
_COMPARED = _by_change("compared")
#: Verbs with which "up" or "down" makes another verb: "makes up 52%".
_PHRASAL = words("quantities/bounds", "phrasal")
#: Changes that only a noun phrase, never the words before a plain count, announces: "lost 12 people" is no change.
_SMALL_STEPS = words("quantities/bounds", "small_steps")


def hedge(tokens: Tokens, first: int, last: int, dimension: Dimension, floor: int = 0) -> Hedge:
    """Everything that qualifies the figure in ``[first, last)``; no token before ``floor`` is taken."""
    bound, start = _before(tokens, first, dimension, floor)
    after, end = after_bound(tokens, last)
    increment, start = _increment(tokens, start, floor)
    chosen = after if bound is Bound.EXACT and after else bound
    change = announced(tokens, start) or compared(tokens, end)
    if increment and bound is Bound.EXACT:
        again, start = _before(tokens, start, dimension, floor)
        chosen = again if again is not Bound.EXACT else chosen
    return Hedge(start, end, chosen, change, increment)


def _before(tokens: Tokens, first: int, dimension: Dimension, floor: int) -> tuple[Bound, int]:
    outer, start = Bound.EXACT, first
    for _ in range(3):
        phrase = _longest_before(tokens, start, floor)
        if phrase is None or _during(tokens, start - len(phrase), phrase, dimension):
            break
        start -= len(phrase)
        if BEFORE[phrase] is not Bound.EXACT:
            outer = BEFORE[phrase]
    return outer, start


def _longest_before(tokens: Tokens, end: int, floor: int) -> tuple[str, ...] | None:
    if tokens.at(end - 1).low not in _BEFORE_WORDS:
        return None
    for length in range(min(_LONGEST, end - floor), 0, -1):
        phrase = tokens.lows(end - length, end)
        if phrase in BEFORE:
            return phrase
    return None


def _during(tokens: Tokens, first: int, phrase: tuple[str, ...], dimension: Dimension) -> bool:
    """Whether "over", "within", "past" or "up to" is a plain preposition here."""
    low = tokens.at(first - 1).low
    if phrase in (("over",), ("within",), ("past",), ("beyond",)) and dimension is Dimension.DURATION:
        return phrase != ("over",) or low not in _MEASURING
    if phrase == ("past",):
        return low in ("the", "in", "this", "these")
    if phrase == ("within",):
        return dimension is not Dimension.MEASURE
    if phrase == ("up", "to"):
        return low in (
            "went",
            "go",
            "goes",
            "moved",
            "pushed",
            "drove",
            "came",
            "back",
            "leading",
            "run",
            "lead",
            "build",
        )
    return phrase == ("around",) and low in ("turn", "turned")


def after_bound(tokens: Tokens, last: int) -> tuple[Bound | None, int]:
    """The bound that follows a figure ("or more", "-odd"), and where it ends."""
    if tokens.at(last).low not in _AFTER_WORDS:
        return None, last
    for length in (3, 2, 1):
        phrase = tokens.lows(last, last + length)
        if len(phrase) == length and phrase in AFTER:
            if phrase[0] == "+" and tokens.at(last + 1).digits:
                return None, last
            if phrase in (("plus",), ("odd",)) and not tokens.at(last + 1).word:
                return None, last
            if phrase[0] == "and" and (tokens.at(last + 2).digits or tokens.at(last + 2).word):
                return None, last
            if phrase[0] in ("minimum", "maximum", "max") and tokens.at(last + 1).word:
                return None, last
            return AFTER[phrase], last + length
    return None, last


def _increment(tokens: Tokens, start: int, floor: int) -> tuple[bool, int]:
    if start - 1 < floor or tokens.at(start - 1).low not in _INCREMENTS:
        return False, start
    start -= 1
    article = start - 1 >= floor and tokens.at(start - 1).low in ("a", "an")
    return True, start - article


def announced(tokens: Tokens, start: int) -> Change | None:
    """The change that a verb or noun before the figure announces: "rose by", "down", "an increase of"."""
    index = start - 1
    while index >= 0 and (tokens[index].low in _SMALL_STEPS or tokens[index].low.endswith("ly")):
        index -= 1
    low = tokens.at(index).low
    if low in ("of", "with") and tokens.at(index - 1).low in _CHANGE_NOUNS:
        return _CHANGE_NOUNS[tokens[index - 1].low]
    if low == "as" and tokens.lows(index - 2, index) == ("as", "much"):
        low = tokens.at(index - 3).low
    if low in ("up", "down") and tokens.at(index - 1).low in _PHRASAL:
        return None
    if low in ("in", "on", "out") or tokens.at(index + 1).low == "to":
        return None
    return _CHANGE_OF.get(low)


def compared(tokens: Tokens, last: int) -> Change | None:
    """The change that follows the figure: "5% increase", "20 cents higher"."""
    index = last + (tokens.at(last).text == "-")
    low, following = tokens.at(index).low, tokens.at(index + 1).low
    if low in _CHANGE_NOUNS:
        return _CHANGE_NOUNS[low]
    if low == "pay" and following in _CHANGE_NOUNS:
        return _CHANGE_NOUNS[following]
    if low in ("more", "less") and following in ("or",):
        return None
    return _COMPARED.get(low)
