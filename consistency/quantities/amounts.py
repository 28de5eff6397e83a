"""The core of a figure at one place of a sentence, ranges joined, look-alikes dropped."""

from __future__ import annotations

from consistency.language.number_words import ONES, SCALES, TENS
from consistency.language.surface import words
from consistency.language.tokens import Tokens
from consistency.quantities import currencies
from consistency.quantities import non_quantities as lookalikes
from consistency.quantities.amount import Amount, with_letter
from consistency.quantities.bounds import after_bound, announced
from consistency.quantities.counts import VAGUE, loose, vague, with_thing
from consistency.quantities.measures import with_half, with_unit
from consistency.quantities.money import money_of, prefixed, suffixed
from consistency.quantities.numbers import CROWDS, Numeral, numeral
from consistency.types import Dimension

#: Word tokens at which a number may start.
STARTERS = (
    frozenset(ONES) | frozenset(TENS) | frozenset(CROWDS) | frozenset(SCALES) | frozenset(VAGUE)
    | words("quantities/figures", "starters_more42")
    | words("quantities/figures", "starters_more43")
    | frozenset("¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")
)  # fmt: skip


_CONNECTORS = frozenset({"-", "to", "and", "or"})


def amount_at(tokens: Tokens, index: int, floor: int) -> tuple[int, Amount | None]:
    """The amount that starts at ``index`` (its currency sign may stand before it), and where to go on."""
    if tokens[index].low in VAGUE:
        return index + 1, vague(tokens, index)
    if tokens[index].digits and (end := lookalikes.chain(tokens, index)) > index:
        return end, None
    if half := with_half(tokens, index):
        return half.last, half
    number = numeral(tokens, index)
    if number is None:
        return index + 1, loose(tokens, index)
    if lookalikes.broken(tokens, number):
        return number.last, None
    left = _single(tokens, number, floor)
    if left is None:
        return number.last, None
    return _ranged(tokens, number, left, floor)


def _single(tokens: Tokens, number: Numeral, floor: int) -> Amount | None:
    """The number with its currency, unit or thing counted; None where letters glued to it make it a code."""
    sign = currencies.before(tokens, number.first, floor)
    if sign is not None:
        return prefixed(tokens, number, sign)
    money = suffixed(tokens, number, floor)
    if money is not None:
        return money
    return with_unit(tokens, number) or with_thing(tokens, number)


def _ranged(tokens: Tokens, number: Numeral, left: Amount, floor: int) -> tuple[int, Amount | None]:
    """Joins "10 to 15 million", "$5-$7 billion", "between 3% and 4%"; drops scores such as "4-1"."""
    at = left.core_last
    connector = tokens.at(at).low
    if connector not in _CONNECTORS or left.vague:
        return _named_out(tokens, number, left)
    if connector == "and" and not _between(tokens, left.first):
        return _named_out(tokens, number, left)
    start = at + 1 + _signs(tokens, at + 1)
    second = numeral(tokens, start) if start < len(tokens) and tokens[start].low not in ("a", "an") else None
    if second is None or second.vague:
        return _named_out(tokens, number, left)
    right = _single(tokens, second, at + 1)
    right = _same_money(tokens, left, second, right)
    joined = _join(tokens, number, left, second, right, connector)
    if joined is not None:
        return joined.last, joined
    if connector == "-" and left.bare and (right is None or right.bare):
        return second.last, None
    return _inherited(tokens, number, left, second, right, connector)


def _same_money(tokens: Tokens, left: Amount, second: Numeral, right: Amount | None) -> Amount | None:
    """In "$10-15 million" the sign stands for both."""
    if left.dimension is Dimension.AGE and right is not None and right.dimension is Dimension.NUMBER:
        return right._replace(dimension=left.dimension, unit=left.unit, per=left.per)
    if left.dimension is not Dimension.MONEY or right is None or right.dimension is not Dimension.NUMBER:
        return right
    second = with_letter(tokens, second)
    return money_of(tokens, second, left.unit or "", 1.0, second.first, second.last, left.per)


def _signs(tokens: Tokens, index: int) -> int:
    """How many tokens a currency before the second number of a range takes."""
    for length in (1, 2):
        if tokens.at(index + length).digits and currencies.before(tokens, index + length, index):
            return length
    return 0


def _between(tokens: Tokens, first: int) -> bool:
    return any(tokens.at(first - back).low == "between" for back in (1, 2))


def _join(
    tokens: Tokens, number: Numeral, left: Amount, second: Numeral, right: Amount | None, connector: str
) -> Amount | None:
    """One amount with ``high``, where both numbers are of one kind and rise."""
    if right is None or right.high is not None or not _one_kind(left, right):
        return None
    if connector == "to" and _starts_change(tokens, left, right):
        return None
    if connector == "or" and ((not right.counted and right.bare) or right.value > left.value + 3):
        return None
    low, step = _spread(number, left, second, right)
    if not low < right.value or (connector == "-" and _result(tokens, right, left)):
        return None
    if connector == "to" and right.bare and right.counted is None and right.value > 20 * low:
        return None
    return right._replace(first=left.first, value=low, high=right.value, step=max(step, right.step))


def _one_kind(left: Amount, right: Amount) -> bool:
    if left.bare and left.counted is None:
        return True
    return (left.unit, left.per) == (right.unit, right.per) and left.dimension is right.dimension


def _starts_change(tokens: Tokens, left: Amount, right: Amount) -> bool:
    """Whether "from 5 to 8" or "rose 3 to 45" tells a way, not a range: "growth of 3 to 5 percent" has one unit."""
    if tokens.at(left.first - 1).low == "from":
        return True
    return announced(tokens, left.first) is not None and (right.bare or not left.bare)


def _spread(number: Numeral, left: Amount, second: Numeral, right: Amount) -> tuple[float, float]:
    """The lower value in the scale of the upper one: "10 to 15 million"."""
    shared = second.scale if number.scale == 1 and left.scale == 1 else 1.0
    shared = max(shared, right.scale) if number.scale == 1 and left.scale == 1 else 1.0
    if shared > 1 and left.value < 1000 and left.value * shared < right.value:
        return float(f"{left.value * shared:.15g}"), left.step * shared
    return left.value, left.step


def _result(tokens: Tokens, right: Amount, left: Amount) -> bool:
    bare = right.bare and right.counted is None
    return bare or (right.bare and lookalikes.score(tokens, left.first, right.core_last))


def _inherited(
    tokens: Tokens, number: Numeral, left: Amount, second: Numeral, right: Amount | None, connector: str
) -> tuple[int, Amount | None]:
    """In "from 10 to 15 percent" the first figure has the unit of the second."""
    if connector == "to" and left.bare and left.counted is None and right is not None and not right.bare:
        low, step = _spread(number, left, second, right)
        return left.last, left._replace(value=low, step=step, unit=right.unit, per=right.per, dimension=right.dimension)
    return _named_out(tokens, number, left)


def _named_out(tokens: Tokens, number: Numeral, amount: Amount) -> tuple[int, Amount | None]:
    """Drops numbers that are names, labels, years or serial numbers."""
    if not amount.bare or amount.dimension is Dimension.RATIO:
        return amount.last, amount
    hedged = after_bound(tokens, number.last)[0] is not None
    if lookalikes.named(tokens, number, amount.counted, hedged) or _pronoun(tokens, number, amount):
        return number.last, None
    return amount.last, amount


def _pronoun(tokens: Tokens, number: Numeral, amount: Amount) -> bool:
    """Whether a spelled "one" or a lone scale word counts nothing here."""
    if amount.counted or number.digits:
        return False
    return number.value <= 1 or (number.last == number.first + 1 and tokens[number.first].low in SCALES)
