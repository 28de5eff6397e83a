"""A figure without its qualifiers, and what all kinds of figures share."""

from __future__ import annotations

from typing import NamedTuple

from consistency.language.tokens import Tokens
from consistency.quantities.numbers import LETTERS, Numeral
from consistency.types import Bound, Change, Dimension


class Amount(NamedTuple):
    """The tokens ``[first, last)`` of a figure; ``core_last`` ends number, scale and unit."""

    first: int
    last: int
    core_last: int
    value: float
    step: float
    dimension: Dimension
    unit: str | None = None
    high: float | None = None
    counted: tuple[int, int] | None = None
    vague: bool = False
    increment: bool = False
    bound: Bound | None = None
    change: Change | None = None
    scale: float = 1.0
    per: str | None = None

    @property
    def bare(self) -> bool:
        """Whether the figure has no unit and is no rate."""
        return self.unit is None and self.per is None


def with_letter(tokens: Tokens, number: Numeral) -> Numeral:
    """Reads "5m", "3.2 B" as scales: only called beside a currency or a thing counted."""
    low = tokens.at(number.last).low
    if number.scale > 1 or low not in LETTERS or not (tokens.touching(number.last) or low in ("m", "b")):
        return number
    scale = LETTERS[low]
    value = float(f"{number.value * scale:.15g}")
    return number._replace(last=number.last + 1, value=value, step=number.step * scale, scale=scale)


def is_negative(tokens: Tokens, first: int) -> bool:
    """Whether a minus sign stands directly before the figure and nothing directly before that."""
    if tokens.at(first - 1).low == "minus":
        return not tokens.at(first - 2).digits
    if tokens.at(first - 1).text not in ("-", "−"):
        return False
    return tokens.touching(first) and not tokens.touching(first - 1) and not tokens.at(first - 2).digits
