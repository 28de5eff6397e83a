"""Do two figures agree? Yes, no, or not comparable; unknown is always silent."""

from __future__ import annotations

import math

from consistency.quantities.conversion import convert
from consistency.quantities.notation import alike
from consistency.types import Bound, Dimension, Quantity

#: How far above a "more than" (or below an "almost") an exact figure may lie and still be what was meant.
#: Desk practice: "more than 100" is said of 101 to about 115, not of 187.
NEAR = 0.15

#: Tuples, as the sets of dimensions are: members of an enumeration are compared sooner than hashed.
_ABOVE = (Bound.MORE_THAN, Bound.AT_LEAST)
_BELOW = (Bound.LESS_THAN, Bound.AT_MOST, Bound.JUST_UNDER)


def direction(bound: Bound) -> str:
    """On which side the true figure lies: "above", "below", "about" or "exact"."""
    if bound in _ABOVE:
        return "above"
    if bound in _BELOW:
        return "below"
    return "about" if bound is Bound.APPROX else "exact"


#: Dimensions between which a writer moves freely: "aged 72", "72", "72 members", a list of 72.
_BARE = (Dimension.COUNT, Dimension.LIST, Dimension.NUMBER, Dimension.AGE)

#: "3,700 years old" and "3,700 years".
_YEARS = (Dimension.AGE, Dimension.DURATION)


def comparable(left: Quantity, right: Quantity) -> bool:
    """Whether both figures measure on one scale: same dimension, and units that are equal or convertible."""
    left, right = alike(left, right)
    if left.dimension is not right.dimension:
        pair = left.dimension, right.dimension
        if all(one in _BARE for one in pair):
            return True
        return all(one in _YEARS for one in pair) and _unit(left) == _unit(right)
    if _unit(left) == _unit(right):
        return True
    if _is_rate(left) != _is_rate(right):
        # What a figure is counted by is understood where one side leaves it out ("a $15 minimum wage").
        return left.unit == right.unit
    return convert(1.0, left.full_unit, right.full_unit) is not None


def _is_rate(quantity: Quantity) -> bool:
    """Whether the figure is counted by something: "$15 an hour", "1,400 people a day"."""
    return quantity.per is not None


def _unit(quantity: Quantity) -> tuple[str | None, str | None]:
    return quantity.unit, quantity.per


def agrees(left: Quantity, right: Quantity) -> bool | None:
    """True if one thing may bear both figures, False if it may not, None if they cannot be compared.

    Rounding, ranges, units and bounds are taken into account: "1.7 billion" agrees with
    "1.68 billion", "more than 100" with "107", "10 to 15" with "12".
    """
    left, right = alike(left, right)
    if not comparable(left, right):
        return None
    if left.vague or right.vague:
        return _vague(left, right)
    if _is_rate(left) != _is_rate(right):
        return True if _close(left.value, right.value, max(left.step, right.step)) else None
    low, high, step = _in_unit(left, right)
    if _close(low, right.value, max(step, right.step)) and _close(high, _high(right), max(step, right.step)):
        return True
    if left.dimension is not right.dimension:
        return None
    if left.high is not None and right.high is not None:
        return False
    if left.high is not None or right.high is not None:
        return _ranges(low, high, right, max(step, right.step))
    return _bounded(left, low, step, right)


def within(left: Quantity, right: Quantity, share: float) -> bool:
    """Whether two figures in one unit lie no further apart than a share of the greater one."""
    left, right = alike(left, right)
    if share <= 0 or left.vague or right.vague or not comparable(left, right) or _is_rate(left) != _is_rate(right):
        return False
    low, high, _ = _in_unit(left, right)
    return all(
        abs(one - two) <= share * max(abs(one), abs(two)) * (1 + 1e-9)
        for one, two in ((low, right.value), (high, _high(right)))
    )


def _high(quantity: Quantity) -> float:
    return quantity.value if quantity.high is None else quantity.high


def _same_unit(left: Quantity, right: Quantity) -> bool:
    return _unit(left) == _unit(right) or (left.dimension in _BARE and (None, None) in (_unit(left), _unit(right)))


def _in_unit(quantity: Quantity, other: Quantity) -> tuple[float, float, float]:
    """Value, upper value and rounding step of a figure, expressed in the unit of another."""
    if _same_unit(quantity, other):
        return quantity.value, _high(quantity), quantity.step
    low = convert(quantity.value, quantity.full_unit, other.full_unit)
    high = convert(_high(quantity), quantity.full_unit, other.full_unit)
    if low is None or high is None:
        return quantity.value, _high(quantity), quantity.step
    # A converted figure is rounded once more by the writer: allow two significant digits.
    return low, high, max(quantity.step * abs(low / quantity.value or 1), abs(low) * 0.05) if quantity.value else 0.0


def _close(left: float, right: float, step: float) -> bool:
    return abs(left - right) <= step / 2 + 1e-9 * max(abs(left), abs(right))


def _ranges(low: float, high: float, right: Quantity, step: float) -> bool:
    slack = step / 2
    return low - slack <= _high(right) and right.value - slack <= high


def _round_step(value: float, step: float) -> float:
    """The place of the last digit that is not zero: a rounded figure's trailing zeros say nothing."""
    if value == 0 or step <= 0:
        return step
    while math.isclose(value / (step * 10), round(value / (step * 10)), abs_tol=1e-9) and abs(value) >= step * 10:
        step *= 10
    return step


def _bounded(left: Quantity, low: float, step: float, right: Quantity) -> bool | None:
    one, two = direction(left.bound), direction(right.bound)
    if one == two == "exact":
        return False
    # Only a figure that says of itself that it is rough may be rounded through its zeros.
    coarse = max(
        _round_step(low, step) if one != "exact" else step,
        _round_step(right.value, right.step) if two != "exact" else right.step,
    )
    if {one, two} & {"about"}:
        return _close(low, right.value, min(coarse, 0.3 * max(abs(low), abs(right.value))))
    if one == two:
        return _rounder(low, step, right, one)
    return _beyond(low, one, right.value, two)


def _rounder(left: float, step: float, right: Quantity, bound: str) -> bool:
    """Whether one of two bounds on one side is the other one, told more roundly: "more than 30" for "at least 34"."""
    (rough, coarse), (fine, exact) = sorted(
        ((left, _round_step(left, step)), (right.value, _round_step(right.value, right.step))), key=lambda one: -one[1]
    )
    beyond = fine - rough if bound == "above" else rough - fine
    return coarse > exact and 0 <= beyond <= min(coarse, NEAR * max(abs(left), abs(right.value)))


def _beyond(left: float, one: str, right: float, two: str) -> bool | None:
    """An exact figure against a bounded one, or two bounds that point at each other."""
    for value, bound, other in ((left, one, right), (right, two, left)):
        if (bound == "above" and other < value) or (bound == "below" and other > value):
            return False
    near = abs(left - right) <= NEAR * max(abs(left), abs(right))
    return True if near else None


def _vague(left: Quantity, right: Quantity) -> bool | None:
    """Words such as "dozens" agree with what they may mean, and contradict nothing."""
    if left.vague and right.vague:
        return True if left.value == right.value else None
    rough, exact = (left, right) if left.vague else (right, left)
    return True if rough.value * 0.4 <= exact.value <= rough.value * 12 else None


def same_direction(left: Quantity, right: Quantity) -> bool | None:
    """Whether the bounds point the same way; None where a rough and an exact figure meet."""
    one, two = direction(left.bound), direction(right.bound)
    if one == two:
        return True
    return None if "about" in (one, two) else False
