import pytest

from consistency.quantities.currencies import currency_name
from consistency.quantities.find import quantities
from consistency.types import Dimension


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("$1.7bn", 1.7e9, "USD"),
        ("US$ 20 million", 20e6, "USD"),
        ("$75-million", 75e6, "USD"),
        ("£1.5tn", 1.5e12, "GBP"),
        ("€3m", 3e6, "EUR"),
        ("A$3bn", 3e9, "AUD"),
        ("Mex$ 10 million", 10e6, "MXN"),
        ("R$50", 50, "BRL"),
        ("5 MUSD", 5e6, "USD"),
        ("75 USD million", 75e6, "USD"),
        ("EUR 15 bn", 15e9, "EUR"),
        ("USD115", 115, "USD"),
        ("115USD", 115, "USD"),
        ("1.8M dollars", 1.8e6, "USD"),
        ("a quarter million US dollars", 250e3, "USD"),
        ("125 million Australian dollars", 125e6, "AUD"),
        ("10,000 Swiss francs", 10000, "CHF"),
        ("6.65 billion pesetas", 6.65e9, "peseta"),
        ("Rs 500 crore", 5e9, "rupee"),
        ("35 lakh rupees", 3.5e6, "rupee"),
        ("500 euros", 500, "EUR"),
        ("50 cents", 50, "cent"),
        ("197p", 197, "penny"),
        ("thirteen dollars and forty-five cents", 13.45, "USD"),
        ("15 dollars 50", 15.5, "USD"),
        ("12-cent-a-share", 12, "cent per share"),
        ("$98 a share", 98, "USD per share"),
        ("$4 million a year", 4e6, "USD per year"),
        ("billions of dollars", 1e9, "USD"),
    ],
)
def test_money(text, value, unit):
    (found,) = quantities(f"They paid {text}.")
    assert found.quantity.dimension is Dimension.MONEY
    assert found.quantity.value == pytest.approx(value)
    assert found.quantity.full_unit == unit


@pytest.mark.parametrize("text", ["ALL 5 plans failed.", "He lost his pen 7 times.", "Bob, 3 of us won 2 medals."])
def test_words_that_look_like_codes(text):
    assert all(found.quantity.dimension is not Dimension.MONEY for found in quantities(text))


def test_pounds_of_money_and_of_weight():
    assert quantities("The baby weighed seven pounds.")[0].quantity.full_unit == "pound-mass"
    assert quantities("The fine was 70 pounds.")[0].quantity.full_unit == "GBP"
    assert quantities("A plan of 361 million pounds.")[0].quantity.full_unit == "GBP"


def test_names_of_units():
    assert currency_name("CAD", "share") == "Canadian dollar per share"
    assert currency_name("peso") == "peso"
