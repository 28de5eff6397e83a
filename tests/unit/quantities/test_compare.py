"""When do two figures agree?"""

from __future__ import annotations

import pytest

from consistency.quantities.compare import agrees, same_direction
from consistency.types import Bound, Dimension, Quantity


def money(value: float, step: float = 1.0, bound: Bound = Bound.EXACT, **more: object) -> Quantity:
    return Quantity(value=value, step=step, bound=bound, dimension=Dimension.MONEY, unit="USD", **more)  # type: ignore[arg-type]


def count(value: float, bound: Bound = Bound.EXACT, **more: object) -> Quantity:
    return Quantity(value=value, bound=bound, dimension=Dimension.COUNT, **more)  # type: ignore[arg-type]


def length(value: float, unit: str) -> Quantity:
    return Quantity(value=value, dimension=Dimension.MEASURE, unit=unit)


CASES = [
    (money(1.7e9, 1e8), money(1.68e9, 1e7), True),
    (money(1.7e9, 1e8), money(1.2e9, 1e8), False),
    (money(1.7e9, 1e8), count(1.7e9), None),
    (money(1.7e9), Quantity(value=1.7e9, dimension=Dimension.MONEY, unit="EUR"), None),
    (count(12), count(15), False),
    (count(100, Bound.MORE_THAN), count(107), True),
    (count(100, Bound.MORE_THAN), count(187), None),
    (count(100, Bound.MORE_THAN), count(93), False),
    (count(100, Bound.MORE_THAN), count(120, Bound.MORE_THAN), False),
    (count(30, Bound.MORE_THAN), count(34, Bound.AT_LEAST), True),
    (count(40, Bound.MORE_THAN), count(34, Bound.AT_LEAST), False),
    (count(36, Bound.AT_LEAST), count(34, Bound.AT_LEAST), False),
    (count(70, Bound.LESS_THAN), count(66, Bound.AT_MOST), True),
    (count(70, Bound.JUST_UNDER), count(68), True),
    (count(20, Bound.APPROX), count(17), True),
    (count(20, Bound.APPROX), count(38), False),
    (count(10, high=15), count(12), True),
    (count(10, high=15), count(19), False),
    (count(10, high=15), count(10, high=15), True),
    (count(36, vague=False), count(24, vague=True), True),
    (count(3, vague=True), count(300), None),
    (
        Quantity(value=0.2, dimension=Dimension.RATIO),
        Quantity(value=20, dimension=Dimension.PERCENT, unit="percent"),
        True,
    ),
    (
        Quantity(value=0.2, dimension=Dimension.RATIO),
        Quantity(value=30, dimension=Dimension.PERCENT, unit="percent"),
        False,
    ),
    (money(0.85, 0.01), Quantity(value=85, dimension=Dimension.MONEY, unit="cent"), True),
    (money(0.85, 0.01), Quantity(value=58, dimension=Dimension.MONEY, unit="cent"), False),
    (length(5, "mile"), length(8, "kilometre"), True),
    (length(5, "mile"), length(80, "kilometre"), False),
    (length(20, "celsius"), length(68, "fahrenheit"), True),
]


@pytest.mark.parametrize(("left", "right", "expected"), CASES)
def test_agrees(left: Quantity, right: Quantity, expected: bool | None) -> None:
    assert agrees(left, right) is expected
    assert agrees(right, left) is expected


def test_directions() -> None:
    assert same_direction(count(5, Bound.MORE_THAN), count(5, Bound.AT_LEAST)) is True
    assert same_direction(count(5, Bound.MORE_THAN), count(5, Bound.JUST_UNDER)) is False
    assert same_direction(count(5, Bound.MORE_THAN), count(5)) is False
    assert same_direction(count(5, Bound.APPROX), count(5)) is None
