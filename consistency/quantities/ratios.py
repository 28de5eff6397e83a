"""Shares and multiples: "a third of", "half the", "one in three", "twice as many", "double that", "threefold"."""

from __future__ import annotations

from consistency.language.number_words import ONES
from consistency.language.surface import words
from consistency.language.tokens import Tokens
from consistency.language.word_classes import DETERMINERS, FUNCTION_WORDS
from consistency.quantities.amount import Amount
from consistency.quantities.counted import thing
from consistency.quantities.numbers import PARTS, numeral
from consistency.quantities.units import unit_at
from consistency.types import Change, Dimension

_MULTIPLES = {"twice": 2.0, "thrice": 3.0, "double": 2.0, "triple": 3.0, "treble": 3.0, "quadruple": 4.0}
_VERBS = {
    "doubled": 2.0,
    "doubling": 2.0,
    "tripled": 3.0,
    "tripling": 3.0,
    "trebled": 3.0,
    "quadrupled": 4.0,
    "halved": 0.5,
}
_FOLDS = {"twofold": 2.0, "threefold": 3.0, "fourfold": 4.0, "fivefold": 5.0, "sixfold": 6.0, "tenfold": 10.0}
_COMPARING = words("quantities/figures", "comparing")
_BEFORE_SHARE = words("quantities/figures", "before_share")
_NO_SHARE_BEFORE = words("quantities/figures", "no_share_before")


def ratio_at(tokens: Tokens, index: int) -> Amount | None:
    """The share or multiple that starts at token ``index``."""
    low = tokens[index].low
    if low in _MULTIPLES:
        return _multiple(tokens, index)
    if low in _VERBS:
        change = Change.DOWN if low == "halved" else Change.UP
        return _ratio(index, index + 1, _VERBS[low], unit="times")._replace(change=change)
    if low in _FOLDS:
        return _ratio(index, index + 1, _FOLDS[low], unit="times")
    if low in ("half", "a", "an"):
        return _share(tokens, index)
    return _fold(tokens, index) or _in(tokens, index)


def _ratio(
    first: int, last: int, value: float, unit: str | None = None, counted: tuple[int, int] | None = None
) -> Amount:
    return Amount(first, last, last, value, 0.01 if unit is None else 1.0, Dimension.RATIO, unit, counted=counted)


def _multiple(tokens: Tokens, index: int) -> Amount | None:
    """ "twice as many", "double that of"; not "a double room", "twice a week"."""
    low, following = tokens[index].low, tokens.at(index + 1)
    if following.low in _COMPARING and tokens.at(index - 1).low not in ("a", "an", "the"):
        return _ratio(index, index + 1, _MULTIPLES[low], unit="times")
    if low in ("twice", "thrice") and following.text != "-":
        return Amount(index, index + 1, index + 1, _MULTIPLES[low], 1.0, Dimension.COUNT, "time")
    return None


def _share(tokens: Tokens, index: int) -> Amount | None:
    """ "half of", "half the", "a third of", "a half hour"; scales ("half a million") are numbers, read elsewhere."""
    part = index + (tokens[index].low != "half")
    value = PARTS.get(tokens.at(part).low)
    last = part + 1
    if value is None or tokens.at(part).low.endswith("s") or numeral(tokens, index):
        return None
    if tokens.at(index - 1).low in _NO_SHARE_BEFORE or tokens.at(index - 1).text == "-":
        return None
    if tokens.at(part).low == "half" and (hour := _half_unit(tokens, index, last)):
        return hour
    if tokens.at(last).low == "of" or (tokens.at(part).low == "half" and tokens.at(last).low in DETERMINERS):
        start = last + (tokens.at(last).low in DETERMINERS)
        return _ratio(index, last, value, counted=thing(tokens, start, several=False))
    if tokens.at(index - 1).low in _BEFORE_SHARE and _closed(tokens, last):
        return _ratio(index, last, value)
    return None


def _closed(tokens: Tokens, index: int) -> bool:
    """Whether no noun follows: "by a third", not "by a third party"."""
    return not tokens.at(index).word or tokens.at(index).low in FUNCTION_WORDS


def _half_unit(tokens: Tokens, index: int, last: int) -> Amount | None:
    start = last + (tokens.at(last).text == "-") + (tokens.at(last).low in ("a", "an"))
    unit = unit_at(tokens, start)
    if unit is None or unit.dimension in (Dimension.PERCENT, Dimension.POINTS) or tokens.at(start).text == "%":
        return None
    return Amount(index, unit.last, unit.last, 0.5, 0.1, unit.dimension, unit.name, per=unit.per)


def _fold(tokens: Tokens, index: int) -> Amount | None:
    """ "3-fold", "ten-fold"."""
    hyphen = tokens.at(index + 1).text == "-"
    if tokens.at(index + 1 + hyphen).low != "fold":
        return None
    number = numeral(tokens, index)
    return _ratio(index, index + 2 + hyphen, number.value, unit="times") if number else None


def _in(tokens: Tokens, index: int) -> Amount | None:
    """ "one in three", "nine out of 10", "two of every five"."""
    number = numeral(tokens, index)
    if number is None or number.scale > 1 or number.step != 1 or number.vague:
        return None
    last = number.last
    if tokens.at(last).low not in ("in", "out", "of"):
        return None
    for phrase in (("in", "every"), ("out", "of", "every"), ("of", "every"), ("out", "of"), ("in",)):
        if tokens.lows(last, last + len(phrase)) == phrase:
            return _of_many(tokens, number.first, number.value, last + len(phrase), exact=phrase != ("in",))
    return None


def _of_many(tokens: Tokens, first: int, top: float, index: int, *, exact: bool) -> Amount | None:
    many = numeral(tokens, index) if index < len(tokens) and tokens[index].low not in ("half", "quarter") else None
    if many is None or many.vague or many.step < 1 or not top < many.value or 1500 <= many.value <= 2100:
        return None
    small = top in (1, 2, 3, 4, 9) or many.value % 10 == 0
    if not exact and (not small or unit_at(tokens, many.last) or tokens.at(many.last).text in ("-", "/", ":")):
        return None
    spelled = tokens[first].low in ONES or tokens[first].digits
    return _ratio(first, many.last, top / many.value, counted=thing(tokens, many.last)) if spelled else None
