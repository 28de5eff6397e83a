"""Amounts of money: a number with a currency before or after it, and the small change behind."""

from __future__ import annotations

from consistency.language.number_words import SCALES
from consistency.language.surface import words
from consistency.language.tokens import Tokens
from consistency.quantities import currencies
from consistency.quantities.amount import Amount, is_negative, with_letter
from consistency.quantities.counted import measured
from consistency.quantities.currencies import MINOR, SIGNS
from consistency.quantities.numbers import Numeral, numeral
from consistency.quantities.units import Unit, per
from consistency.types import Dimension

#: What tells pounds of money from pounds of weight.
_MASS_WORDS = words("quantities/figures", "mass_words")


_MONEY_WORDS = words("quantities/figures", "money_words")


def prefixed(tokens: Tokens, number: Numeral, sign: currencies.Currency) -> Amount | None:
    """The number with the currency before it, also said twice ("$10 dollars")."""
    number = with_letter(tokens, number)
    last = number.last
    hyphen = tokens.at(last).text == "-" and tokens.touching(last + 1)
    again = currencies.after(tokens, last + hyphen)
    if again and (
        again.unit == sign.unit or (sign.unit == "USD" and again.unit.endswith("D") and len(again.unit) == 3)
    ):
        last, sign = again.last, sign._replace(unit=again.unit)
    return money_of(tokens, number, sign.unit, sign.scale, min(sign.first, number.first), last)


def suffixed(tokens: Tokens, number: Numeral, floor: int) -> Amount | None:
    """ "30 MUSD", "50 cents", "1.8M dollars", "12-cent-a-share", "75 USD million", "billions of dollars"."""
    lettered = with_letter(tokens, number)
    for reading in (lettered, number) if lettered is not number else (number,):
        last = reading.last + (number.vague and tokens.at(reading.last).low == "of")
        last += tokens.at(last).text == "-" and tokens.touching(last + 1)
        found = currencies.after(tokens, last, large=reading.value >= 100)
        found = found or _pence(tokens, reading)
        if found is None or (found.unit == "GBP" and _is_mass(tokens, reading, found)):
            continue
        if tokens.at(found.last).digits and tokens.touching(found.last):
            continue
        scale = SCALES.get(tokens.at(found.last).low, 1.0) if reading.scale == 1 else 1.0
        reading = reading._replace(value=reading.value * scale, step=reading.step * scale)
        return money_of(tokens, reading, found.unit, found.scale, number.first, found.last + (scale > 1))
    return None


def _pence(tokens: Tokens, number: Numeral) -> currencies.Currency | None:
    """ "50p", but not the picture lines of "1080p"."""
    glued = tokens.at(number.last).text == "p" and tokens.touching(number.last)
    if not glued or not number.digits or number.value in (360, 480, 720, 1080, 1440, 2160):
        return None
    return currencies.Currency(number.last, number.last + 1, "penny")


def _is_mass(tokens: Tokens, number: Numeral, found: currencies.Currency) -> bool:
    if tokens[found.first].low not in ("pound", "pounds"):
        return False
    words = {token.low for token in tokens.near(number.first)}
    if words & _MONEY_WORDS or "£" in words:
        return False
    return number.scale < 1e3 and (number.value < 1000 or bool(words & _MASS_WORDS))


def money_of(
    tokens: Tokens, number: Numeral, unit: str, scale: float, first: int, last: int, by: str | None = None
) -> Amount:
    """An amount of ``unit`` in the tokens ``[first, last)``, with its cents, its rate and what it is an amount of.

    ``by`` is what an earlier figure in the same unit is counted by: "share" for the 6 of "$5 a share to 6".
    """
    value, step, last = _small_change(tokens, number, unit, last)
    negative = is_negative(tokens, first)
    plain = Unit(last, unit, Dimension.MONEY, by)
    shape = per(tokens, plain)
    attributive = tokens.at(first - 1 - negative).low in ("a", "an", "the", "its", "his", "their", "this", "that")
    counted = measured(tokens, shape.last, attributive=attributive and shape.last == last)
    end = shape.last
    if counted and shape.per == by and tokens.at(last).low == "of":
        longer = per(tokens, plain._replace(last=counted[1]))
        end, by = longer.last if longer.per != by else end, longer.per
    else:
        by = shape.per
    return Amount(
        first - negative, end, shape.last, (-1 if negative else 1) * float(f"{value * scale:.15g}"), step * scale,
        Dimension.MONEY, unit, per=by, counted=counted, vague=number.vague, scale=number.scale,
    )  # fmt: skip


def _small_change(tokens: Tokens, number: Numeral, unit: str, last: int) -> tuple[float, float, int]:
    """Adds the cents of "3 dollars 50 cents", "thirteen dollars forty-five" and "15 USD and 50"."""
    plain = (number.value, number.step, last)
    if unit in MINOR or number.scale > 1 or number.step < 1 or last == number.last:
        return plain
    start = last + (tokens.at(last).low == "and")
    cents = numeral(tokens, start) if start < len(tokens) and tokens[start].low not in ("a", "an") else None
    if cents is None or cents.scale > 1 or cents.step < 1 or not 1 <= cents.value < 100:
        return plain
    following = tokens.at(cents.last)
    minor = following.low in ("cent", "cents", "pence", "p")
    if not minor and ((following.word and following.low != "more") or following.text in (*SIGNS, "%", "-", "/", ":")):
        return plain
    return number.value + cents.value / 100, 0.01, cents.last + minor
