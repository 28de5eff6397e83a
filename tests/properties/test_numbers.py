import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consistency.quantities.find import quantities
from consistency.quantities.lists import lists
from consistency.quantities.ranks.find import ranks
from consistency.types import Dimension

#: A shared machine may be slow; that is no failure.
unhurried = settings(deadline=None)

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
SHORT = {"m": "million", "mn": "million", "bn": "billion", "tn": "trillion", "B": "billion"}


def words(value: int) -> str:
    if value < 20:
        return ONES[value]
    if value < 100:
        return TENS[value // 10] + (f"-{ONES[value % 10]}" if value % 10 else "")
    if value < 1000:
        return f"{ONES[value // 100]} hundred" + (f" and {words(value % 100)}" if value % 100 else "")
    if value < 10**6:
        return f"{words(value // 1000)} thousand" + (f" {words(value % 1000)}" if value % 1000 else "")
    return f"{words(value // 10**6)} million" + (f" {words(value % 10**6)}" if value % 10**6 else "")


def only(text: str):
    (found,) = quantities(text)
    return found.quantity


@unhurried
@given(st.integers(2, 10**9 - 1))
def test_digits_and_words_are_equal(value):
    assert only(f"They saw {value:,} trees.").value == value
    assert only(f"They saw {words(value)} trees.").value == value


@unhurried
@given(st.integers(1, 999_999), st.sampled_from(sorted(SCALES)))
def test_moving_the_point_changes_nothing(thousandths, scale):
    printed = f"{thousandths / 1000:.3f}"
    moved = only(f"It cost ${printed} {scale}.")
    plain = only(f"It cost ${round(thousandths * SCALES[scale] / 1000):,}.")
    assert math.isclose(moved.value, plain.value, rel_tol=1e-12)
    assert moved.full_unit == plain.full_unit == "USD"


@unhurried
@given(st.integers(2, 900), st.sampled_from(sorted(SHORT)), st.sampled_from(["$", "£", "€"]))
def test_short_scales_are_long_ones(value, short, sign):
    one, two = only(f"It cost {sign}{value}{short}."), only(f"It cost {sign}{value} {SHORT[short]}.")
    assert one == two


@unhurried
@given(st.integers(2, 10**7))
def test_currency_before_and_after(value):
    texts = (f"It cost ${value:,}.", f"It cost US${value:,}.", f"It cost {value:,} dollars.", f"It cost USD {value:,}.")
    assert {(only(text).value, only(text).full_unit) for text in texts} == {(float(value), "USD")}


@unhurried
@given(st.decimals(0, 1000, places=2))
def test_percent_in_three_spellings(value):
    found = [only(f"It rose {value}{unit}.") for unit in ("%", " percent", " per cent")]
    assert len({(quantity.value, quantity.full_unit) for quantity in found}) == 1


@pytest.mark.parametrize("finder", [quantities, ranks, lists])
@unhurried
@given(
    text=st.text()
    | st.lists(
        st.sampled_from(
            [
                "1",
                "2,000",
                "3.5",
                "one",
                "two",
                "third",
                "half",
                "a",
                "an",
                "of",
                "the",
                "and",
                "to",
                "-",
                "$",
                "%",
                "million",
                "m",
                "people",
                "years",
                "old",
                ",",
                ".",
                "/",
                "(",
                ")",
                "per",
                "more",
                "than",
                "about",
                "first",
                "largest",
                "no",
                "US",
                "Bank",
                "Peru",
                "May",
                "1990",
                "dozens",
                "'s",
                '"',
                "between",
                "in",
                "times",
                "5%",
                "£3m",
                "up",
            ]
        ),
        max_size=25,
    ).map(" ".join)
)
def test_every_span_cuts_its_words_and_none_overlap(finder, text):
    end = 0
    for found in finder(text):
        assert 0 <= found.span.start < found.span.end <= len(text)
        assert found.span.covers(found.core)
        assert found.span.start >= end
        end = found.span.end
        quantity = found.quantity
        if quantity is not None:
            assert math.isfinite(quantity.value)
            assert quantity.high is None or quantity.high > quantity.value
            assert quantity.step > 0
            assert quantity.dimension is not Dimension.LIST or len(quantity.members) == quantity.value
