"""Amounts in units: percentages, lengths, spans of time, and the ages that spans of time become."""

from __future__ import annotations

from consistency.language.calendar_words import MONTH_FORMS
from consistency.language.tokens import Tokens
from consistency.language.word_classes import FUNCTION_WORDS
from consistency.quantities.amount import Amount, is_negative, with_letter
from consistency.quantities.counted import measured, thing
from consistency.quantities.numbers import Numeral
from consistency.quantities.units import TIMES, WORDS, Unit, per, unit_at
from consistency.types import Dimension

_AGES = frozenset({"aged", "age", "ages"})


#: What stands before a figure and does not own it: "May 12 years", "No. 12".
_NO_NAMES = MONTH_FORMS.keys() | {"no"}


def with_unit(tokens: Tokens, number: Numeral) -> Amount | None:
    """The number with the unit of measurement behind it."""
    last = number.last
    attached = tokens.touching(last) and tokens.at(last).text != "-"
    start = last + _hyphen(tokens, last)
    start += number.vague and tokens.at(start).low == "of"
    start += number.part and tokens.at(start).low == "of" and tokens.at(start + 1).low in ("a", "an")
    start += number.part and tokens.at(start).low in ("a", "an")
    bracket = tokens.at(start).text in ("(", "[", "{", "<") and tokens.at(start + 2).text in (")", "]", "}", ">")
    scaled = with_letter(tokens, number)
    if scaled is not number and tokens.touching(last) and tokens.at(scaled.last).low in (*WORDS, *TIMES):
        return with_unit(tokens, scaled)
    found = unit_at(tokens, start + bracket, attached=attached) or _inches(tokens, number)
    if found is None or _is_word(tokens, start + bracket, number, found, attached):
        return None
    return _measure(tokens, number, found._replace(last=found.last + bracket))


def with_half(tokens: Tokens, index: int) -> Amount | None:
    """ "a year and a half", "an hour and a half"."""
    unit = unit_at(tokens, index + 1) if tokens[index].low in ("a", "an", "one") else None
    if unit is None or tokens.lows(unit.last, unit.last + 3) != ("and", "a", "half"):
        return None
    last = unit.last + 3
    return Amount(index, last, last, 1.5, 0.1, unit.dimension, unit.name, per=unit.per)


def _hyphen(tokens: Tokens, index: int) -> bool:
    """Whether a hyphen binds number and unit: "3-inch", and torn apart "30 - year" before a unit in the singular."""
    if tokens.at(index).text != "-":
        return False
    glued = tokens.touching(index) and tokens.touching(index + 1)
    low = tokens.at(index + 1).low
    return glued or (not tokens.touching(index) and not low.endswith("s") and (low in TIMES or low in WORDS))


def _inches(tokens: Tokens, number: Numeral) -> Unit | None:
    following, beyond = tokens.at(number.last), tokens.at(number.last + 1).low
    if following.text == '"' and beyond in ("long", "wide", "tall", "high", "deep", "thick", "x", "by", "in"):
        return Unit(number.last + 1, "inch")
    if following.text == "'" and tokens.touching(number.last) and tokens.at(number.last + 1).digits:
        return Unit(number.last + 1, "foot") if tokens.touching(number.last + 1) else None
    feet = tokens.at(number.first - 1 - (tokens.at(number.first - 1).text == ".")).low in ("ft", "foot", "feet", "'")
    return Unit(number.last + 1, "inch") if feet and following.low == "in" else None


def _is_word(tokens: Tokens, index: int, number: Numeral, unit: Unit, attached: bool) -> bool:
    """Whether what looks like a unit is not one here: "5 m people", "10 C block", "two cups_"."""
    text, following = tokens[index].text, tokens.at(unit.last)
    if len(text) <= 2 and text.isalpha() and following.text == "-" and tokens.touching(unit.last):
        return True
    if text in ("m", "M", "k", "K", "t", "T", "B") and tokens.touching(index):
        return following.word and thing(tokens, unit.last) is not None
    return text == "M" or (text in ("t", "h", "g", "l", "L", "W", "Wh", "Hz") and following.capital and not attached)


def _measure(tokens: Tokens, number: Numeral, unit: Unit) -> Amount:
    first, value = number.first, number.value
    warm = not unit.per and unit.name in ("celsius", "fahrenheit", "degree", "percent", "percentage point")
    spaced = (
        warm and tokens.at(first - 1).text == "-" and not tokens.touching(first) and not _ranges_before(tokens, first)
    )
    if is_negative(tokens, first) or spaced:
        first, value = first - 1, -value
    unit, dimension = _age(tokens, unit, first)
    core_last, counted, end = unit.last, None, unit.last
    if dimension is not Dimension.AGE:
        attributive = dimension is Dimension.PERCENT and tokens.at(first - 1).low in ("a", "an", "the", "its", "their")
        counted = None if dimension is Dimension.DURATION else measured(tokens, unit.last, attributive=attributive)
        if counted and tokens.at(unit.last).low == "of" and dimension is Dimension.MEASURE:
            longer = per(tokens, unit._replace(last=counted[1]))
            end, unit = (longer.last, longer) if longer.per != unit.per else (end, unit)
    return Amount(
        first, max(end, core_last), core_last, value, number.step, dimension, unit.name,
        counted=counted, vague=number.vague, scale=number.scale, per=unit.per,
    )  # fmt: skip


def _ranges_before(tokens: Tokens, first: int) -> bool:
    return tokens.at(first - 2).digits or tokens.at(first - 2).text == "%"


def _age(tokens: Tokens, unit: Unit, first: int) -> tuple[Unit, Dimension]:
    """Turns a span of time into an age: "34-year-old", "ten years of age", "aged 3 months"."""
    if unit.dimension is not Dimension.DURATION:
        return unit, unit.dimension
    hyphen = tokens.at(unit.last).text == "-"
    if tokens.at(unit.last + hyphen).low in ("old", "olds", "old's"):
        return unit._replace(last=unit.last + hyphen + 1), Dimension.AGE
    if tokens.lows(unit.last, unit.last + 2) == ("of", "age"):
        return unit._replace(last=unit.last + 2), Dimension.AGE
    if tokens.at(first - 1).low in _AGES:
        return unit, Dimension.AGE
    return unit, unit.dimension


def bare_age(tokens: Tokens, number: Numeral) -> Amount | None:
    """ "aged 34", "Jane Doe, 34, said", "87 yo"."""
    following = tokens.at(number.last)
    last = number.last
    if following.low in ("yo", "y.o.") or tokens.lows(last, last + 3) == ("y", "/", "o"):
        last += 1 if following.low != "y" else 3
    elif number.value > 120 or not (_aged(tokens, number.first) or _apposition(tokens, number)):
        return None
    return Amount(number.first, last, last, number.value, number.step, Dimension.AGE, "year")


def _aged(tokens: Tokens, first: int) -> bool:
    """ "aged 34", "aged only 34", "at the age of 34", "when she was 34"."""
    first -= tokens.at(first - 1).low in ("just", "only", "about", "around", "between")
    low = tokens.at(first - 1).low
    if low in _AGES or (low == "of" and tokens.at(first - 2).low in _AGES):
        return True
    told = tokens.lows(first - 3, first)
    return (
        len(told) == 3
        and told[0] in ("when", "time", "since")
        and told[1] in ("he", "she", "i")
        and told[2] in ("was", "turned")
    )


def _apposition(tokens: Tokens, number: Numeral) -> bool:
    """ "Jane Doe, 34, said", "the driver, 34, was"."""
    comma = number.first - 1 - (tokens.at(number.first - 1).low in ("now", "then"))
    before, owner, following = tokens.at(comma), tokens.at(comma - 1), tokens.at(number.last)
    if before.text != "," or not number.digits or number.last != number.first + 1 or not 4 <= number.value <= 110:
        return False
    if owner.capital and owner.low not in _NO_NAMES:
        listed = following.low == "and" and tokens.at(number.last + 1).digits
        return not listed and (following.text in (",", ";", "(") or following.low in ("who", "was", "of", "and"))
    return following.text == "," and owner.word and owner.low not in FUNCTION_WORDS and owner.low not in _NO_NAMES
