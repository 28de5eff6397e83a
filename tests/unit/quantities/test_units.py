import pytest

from consistency.language.tokens import tokenize
from consistency.quantities.units import unit_at
from consistency.types import Dimension


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("km", "kilometre"),
        ("kilometers", "kilometre"),
        ("km/h", "kilometre per hour"),
        ("kph", "kilometre per hour"),
        ("miles an hour", "mile per hour"),
        ("mph", "mile per hour"),
        ("km2", "square kilometre"),
        ("m²", "square metre"),
        ("square metres", "square metre"),
        ("sq. ft", "square foot"),
        ("cubic feet", "cubic foot"),
        ("metric tons", "metric ton"),
        ("tonnes", "metric ton"),
        ("barrels a day", "barrel per day"),
        ("degrees Celsius", "celsius"),
        ("°F", "fahrenheit"),
        ("MB", "megabyte"),
        ("Mb", "megabit"),
        ("kilowatt-hours", "kilowatt hour"),
        ("micrograms per gram", "microgram per gram"),
        ("percent", "percent"),
        ("per cent", "percent"),
        ("% per annum", "percent per year"),
        ("percentage points", "percentage point"),
        ("basis points", "basis point"),
    ],
)
def test_names(text, name):
    found = unit_at(tokenize(text), 0)
    assert f"{found.name} per {found.per}" == name if found.per else found.name == name


def test_dimensions():
    assert unit_at(tokenize("weeks"), 0).dimension is Dimension.DURATION
    assert unit_at(tokenize("percentage points"), 0).dimension is Dimension.POINTS
    assert unit_at(tokenize("%"), 0).dimension is Dimension.PERCENT


@pytest.mark.parametrize("text", ["has", "m212", "people", "a year earlier", ""])
def test_no_unit(text):
    assert unit_at(tokenize(text), 0) is None


def test_a_moment_is_no_divisor():
    assert unit_at(tokenize("tons a year earlier"), 0).name == "ton"
