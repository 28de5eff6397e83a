import pytest

from consistency.language.tokens import tokenize
from consistency.quantities.numbers import figure, numeral


def read(text):
    return numeral(tokenize(text), 0)


@pytest.mark.parametrize(
    ("text", "value", "step"),
    [
        ("7", 7, 1),
        ("1,234,567.89", 1234567.89, 0.01),
        ("12,34,567", 1234567, 1),
        ("1.200.000", 1200000, 1),
        ("0.43 billion", 430e6, 10e6),
        ("430 million", 430e6, 1e6),
        ("3,5 million", 3.5e6, 1e5),
        ("75-million", 75e6, 1e6),
        ("25 lakh", 2.5e6, 1e5),
        ("1.7bn", 1.7e9, 1e8),
        ("10 1/2", 10.5, 0.1),
        ("3/4", 0.75, 0.01),
        ("1½", 1.5, 0.1),
        ("10, 000", 10000, 1),
        (".75", 0.75, 0.01),
    ],
)
def test_digits(text, value, step):
    found = read(text)
    assert found.value == pytest.approx(value)
    assert found.step == pytest.approx(step)
    assert found.last == len(tokenize(text))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("nineteen", 19),
        ("ninety-five", 95),
        ("ninety five", 95),
        ("a hundred and twenty", 120),
        ("twelve hundred", 1200),
        ("one thousand two hundred and five", 1205),
        ("three hundred and forty-five thousand", 345e3),
        ("two million three hundred thousand", 2.3e6),
        ("a million", 1e6),
        ("half a million", 5e5),
        ("a quarter of a million", 2.5e5),
        ("three quarters billion", 7.5e8),
        ("one and a half million", 1.5e6),
        ("a million and a half", 1.5e6),
        ("two and a half", 2.5),
        ("half a dozen", 6),
        ("two dozen", 24),
        ("two-thirds", 2 / 3),
    ],
)
def test_words(text, value):
    found = read(text)
    assert found.value == pytest.approx(value)
    assert found.last == len(tokenize(text))


@pytest.mark.parametrize("text", ["hundreds of thousands", "dozens", "tens of millions"])
def test_orders_of_magnitude_are_vague(text):
    assert read(text).vague


def test_words_stop_where_the_number_ends():
    assert read("nineteen eighty-four").value == 19
    assert read("two hundred times").last == 2


@pytest.mark.parametrize("text", ["1,1,1,1", "10.0.0.1", "2.0.1", "9" * 5000])
def test_strings_of_digits_that_are_no_number(text):
    assert figure(text) is None


def test_a_decimal_comma_needs_a_unit_behind_it():
    assert figure("3,5") is None
    assert figure("3,5", comma=True) == (3.5, 0.1)
