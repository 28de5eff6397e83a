"""Units and what a rate is counted by are fields of their own; reports show them as one phrase."""

from __future__ import annotations

import pytest

from consistency.quantities.compare import agrees
from consistency.quantities.find import quantities
from consistency.types import Dimension, Quantity

RATES = [
    ("They paid $98 a share.", "USD", "share", "USD per share"),
    ("They paid 85 cents an hour.", "cent", "hour", "cent per hour"),
    ("It served 1,400 people a day.", None, "day", "per day"),
    ("They pump 500,000 barrels a day.", "barrel", "day", "barrel per day"),
    ("They pump 500,000 barrels of oil a day.", "barrel", "day", "barrel per day"),
    ("The wind reached 90 mph.", "mile", "hour", "mile per hour"),
    ("Prices rise 3 percent annually.", "percent", "year", "percent per year"),
    ("A boy aged 7 fled.", "year", None, "year of age"),
    ("They waited 7 years.", "year", None, "year"),
    ("They have 12 boats.", None, None, None),
]


def quantity(text: str) -> Quantity:
    (found,) = quantities(text)
    assert found.quantity is not None
    return found.quantity


@pytest.mark.parametrize(("text", "unit", "per", "full"), RATES)
def test_a_figure_has_its_unit_and_rate(text: str, unit: str | None, per: str | None, full: str | None) -> None:
    found = quantity(text)
    assert (found.unit, found.per, found.full_unit) == (unit, per, full)


@pytest.mark.parametrize(
    ("left", "right", "answer"),
    [
        ("They paid 85 cents an hour.", "They paid $0.85 an hour.", True),
        ("They paid 85 cents an hour.", "They paid $0.85 a day.", None),
        ("They paid $15 an hour.", "They paid $15.", True),
        ("The wind reached 100 km/h.", "The wind reached 62 mph.", True),
        ("The tree is 300 years old.", "It stood for 300 years.", True),
    ],
)
def test_rates_are_compared_by_unit_and_rate(left: str, right: str, answer: bool | None) -> None:
    assert agrees(quantity(left), quantity(right)) is answer
    assert agrees(quantity(right), quantity(left)) is answer


def test_an_age_and_a_duration_share_the_unit_and_differ_in_dimension() -> None:
    age, duration = quantity("A boy aged 7 fled."), quantity("They waited 7 years.")
    assert age.unit == duration.unit == "year"
    assert (age.dimension, duration.dimension) == (Dimension.AGE, Dimension.DURATION)
