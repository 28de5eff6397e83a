"""Ranks: "the second-largest lender", "its biggest market", "the fourth meeting", "No. 2", "ranked third"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from consistency.language.calendar_words import MONTH_FORMS
from consistency.language.number_words import ONES, ORDINALS, TENS
from consistency.language.resources import table
from consistency.language.surface import words
from consistency.language.tokens import NOTHING, Tokens, tokenize
from consistency.language.word_classes import FUNCTION_WORDS
from consistency.quantities.counted import thing
from consistency.quantities.numbers import numeral
from consistency.quantities.units import TIMES
from consistency.types import ClaimKind, Span
from consistency.types.extraction import Extraction

#: Superlatives by the scale they stand at the end of; words of one scale state the same rank.
SCALE_OF: dict[str, str] = {
    word: scale for scale, forms in table("quantities", "ranks")["scales"].items() for word in forms
}
_NUMBERED = frozenset({"no", "nos", "number"})
_FIRST = SCALE_OF.keys() | ORDINALS.keys() | _NUMBERED | {"most"}
_PLACES = words("quantities/ranks", "places")

#: From here a numeral such as "16th", before "in the league" or "out of 18", is a place in an order.
_FAR = 4
_OWNERS = words("quantities/ranks", "owners")
#: Nouns with which an ordinal is a fixed term, a date or a part of a period, not a place in a count.
_FIXED = words("quantities/ranks", "fixed")
_BEST_IDIOMS = words("quantities/ranks", "best_idioms")
_MOST_STOP = words("quantities/ranks", "most_stop")


NUMBERS = frozenset(ONES) | frozenset(TENS)


class _Rank(NamedTuple):
    """The tokens ``[first, last)`` that print a rank."""

    first: int
    last: int
    rank: int
    scale: str | None = None
    noun: bool = True


def ranks(text: str, taken: Sequence[Span] = ()) -> list[Extraction]:
    """The ranks of a folded sentence in the order of the text; none overlaps a span of ``taken``."""
    tokens = tokenize(text)
    found: list[Extraction] = []
    index = 0
    for start in _openings(tokens):
        if start < index:
            continue
        rank = _rank_at(tokens, start)
        made = _found(tokens, rank) if rank else None
        if (
            rank is None
            or made is None
            or any(made.span.overlaps(span) for span in (*taken, *(one.span for one in found[-1:])))
        ):
            continue
        found.append(made)
        index = max(rank.last, start + 1)
    return found


def _openings(tokens: Tokens) -> list[int]:
    """The words at which a rank may begin; all others need no closer look."""
    return [
        index
        for index, (token, after) in enumerate(zip_longest(tokens, tokens[1:], fillvalue=NOTHING))
        if token.low in _FIRST or token.digits or after.text == "-"
    ]


def _found(tokens: Tokens, rank: _Rank) -> Extraction | None:
    counted = _ranked(tokens, rank.last) if rank.noun else None
    alone = rank.scale is not None and rank.rank > 1
    if rank.noun and counted is None and not alone:
        return None
    end = counted[1] if counted else rank.last
    return Extraction(
        kind=ClaimKind.RANK,
        span=tokens.span(rank.first, end),
        core=tokens.span(rank.first, rank.last),
        rank=rank.rank,
        scale=rank.scale,
        counted=tokens.span(*counted) if counted else None,
    )


def _ranked(tokens: Tokens, last: int) -> tuple[int, int] | None:
    """What is ranked: the noun phrase behind the rank, in the singular or plural."""
    start = last + (tokens.at(last).low == "single")
    return thing(tokens, start, several=False)


def _rank_at(tokens: Tokens, index: int) -> _Rank | None:
    token = tokens[index]
    if token.low in SCALE_OF or token.low == "most":
        return _best(tokens, index, index, 1)
    if token.low in _NUMBERED:
        return _number(tokens, index)
    value, last = _ordinal(tokens, index)
    if value is None:
        return None
    hyphen = tokens.at(last).text == "-"
    if tokens.at(last + hyphen).low in SCALE_OF or tokens.at(last + hyphen).low == "most":
        return _best(tokens, index, last + hyphen, value)
    return None if hyphen else _plain(tokens, index, last, value)


def _ordinal(tokens: Tokens, index: int) -> tuple[int | None, int]:
    """Value and end of "third", "twenty-first", "3rd"."""
    token = tokens[index]
    suffix = tokens.at(index + 1).low
    if token.digits:
        if (
            suffix in ("st", "nd", "rd", "th")
            and tokens.touching(index + 1)
            and token.text.isdecimal()
            and len(token.text) < 5
        ):
            return int(token.text), index + 2
        return None, index
    if token.low in ORDINALS:
        return ORDINALS[token.low], index + 1
    if tokens.at(index + 1).text == "-" and tokens.at(index + 2).low in ORDINALS and (tens := numeral(tokens, index)):
        unit = ORDINALS[tokens[index + 2].low]
        if tens.last == index + 1 and tens.value >= 20 and tens.value % 10 == 0 and unit < 10:
            return int(tens.value) + unit, index + 3
    return None, index


def _best(tokens: Tokens, first: int, index: int, rank: int) -> _Rank | None:
    """A superlative with its scale; "one of the largest" gives no rank."""
    low, last = tokens[index].low, index + 1
    if _among(tokens, first) or tokens.at(first - 1).digits or tokens.at(first - 1).low in NUMBERS:
        return None
    if low == "most":
        word = tokens.at(last)
        owned = tokens.at(first - 1).low in _OWNERS or tokens.at(first - 1).low.endswith(("'s", "s'")) or first < index
        if not owned or not word.word or word.low in _MOST_STOP or word.low in FUNCTION_WORDS:
            return None
        return _Rank(first, last + 1, rank, f"most {word.low}")
    if low == "top" and (tokens.at(last).digits or tokens.at(last).low in ONES or tokens.at(last).text == "-"):
        return None
    if low in ("leading", "top", "best", "light") and not _owned(tokens, first):
        return None
    if low in ("best", "worst") and (tokens.at(last).text == "-" or tokens.at(last).low in _BEST_IDIOMS):
        return None
    if low == "leading" and tokens.at(first - 1).low in ("a", "an"):
        return None
    last += 2 if tokens.at(last).text == "-" and tokens.at(last + 1).low == "ever" else 0
    return _Rank(first, last, rank, SCALE_OF[low])


def _among(tokens: Tokens, first: int) -> bool:
    """Whether the superlative only names a member of the top: "one of the world's largest", "among the biggest"."""
    for index in range(max(0, first - 6), first):
        if tokens[index].low == "among" or tokens.lows(index, index + 2) in (
            ("one", "of"),
            ("some", "of"),
            ("two", "of"),
        ):
            return not any(tokens[place].text in ",;:." for place in range(index, first))
    return False


def _owned(tokens: Tokens, first: int) -> bool:
    before = tokens.at(first - 1)
    return before.low in _OWNERS - {"a", "an"} or before.low.endswith(("'s", "s'")) or before.text == "'"


def _number(tokens: Tokens, index: int) -> _Rank | None:
    """ "No. 2", "number one"."""
    dot = tokens.at(index + 1).text == "."
    digits = tokens.at(index + 1 + dot)
    if tokens[index].low == "number":
        value = (
            ONES.get(digits.low, 0)
            if digits.word
            else int(digits.text)
            if digits.text.isdecimal() and len(digits.text) < 3
            else 0
        )
        return _Rank(index, index + 2, value, noun=False) if value else None
    if not dot or not digits.text.isdecimal() or len(digits.text) > 2 or int(digits.text) == 0:
        return None
    street = tokens.at(index + 3).capital and tokens.at(index + 4).low == "street"
    return None if street else _Rank(index, index + 3, int(digits.text), noun=False)


def _day(before: str) -> bool:
    """Whether an ordinal behind a word may be a day of a month: "June 16th", "the 16th"."""
    return before in MONTH_FORMS or before in ("the", "on")


def _plain(tokens: Tokens, index: int, last: int, value: int) -> _Rank | None:
    """An ordinal: before a noun ("the fourth meeting"), or a place ("ranked third")."""
    before, following = tokens.at(index - 1), tokens.at(last)
    if before.low in _PLACES and not (following.word and following.low not in FUNCTION_WORDS):
        return _Rank(index, last, value, noun=False)
    ends = following.low in ("in", "among", "out", "and", "after") or following.text in (".", ",", ";")
    if tokens[index].digits and value >= _FAR and ends and not _day(before.low):
        return _Rank(index, last, value, noun=False)
    if following.low == "place" and tokens.at(index - 1).low in ("in", "into", "to", "took", "take", "taking"):
        return _Rank(index, last + 1, value, noun=False)
    if following.low in _FIXED or following.low in TIMES or tokens.at(last + 1).low in ("quarter", "half"):
        return None
    if tokens[index].capital and following.capital and index > 0:
        return None
    loose = before.low in ("per", "one", "at", "any", "every", "each", "split", "from") or before.text == "-"
    if loose or (before.low == "a" and value == 2 and following.low in FUNCTION_WORDS):
        return None
    owned = (
        before.low in _OWNERS
        or before.low.endswith(("'s", "s'"))
        or before.low in ("for", "of", "in")
        or before.text == "'"
    )
    if value <= 1 and not owned:
        return None
    return _Rank(index, last, value) if owned or tokens[index].digits or (value > 1 and following.word) else None
