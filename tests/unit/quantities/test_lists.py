import pytest

from consistency.quantities.lists import lists
from consistency.types import Dimension, Span


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("It was signed by Chile, Peru and Cuba.", ("Chile", "Peru", "Cuba")),
        ("It was signed by Chile, Peru, and the United Arab Emirates.", ("Chile", "Peru", "United Arab Emirates")),
        ("Four states: Chile, Peru, Cuba, Mali to rival others.", ("Chile", "Peru", "Cuba", "Mali")),
        ("In Lima, Boric, Petro and Lula met.", ("Boric", "Petro", "Lula")),
        ("It went to Bank of America, AT&T and Coca-Cola.", ("Bank of America", "AT&T", "Coca-Cola")),
    ],
)
def test_members(text, members):
    (found,) = lists(text)
    assert found.quantity.members == members
    assert found.quantity.value == len(members)
    assert found.quantity.dimension is Dimension.LIST
    assert found.span.cut(text).endswith(members[-1])


@pytest.mark.parametrize(
    "text",
    [
        "He met Ann and Bob.",
        "In Springfield, Illinois, USA it rained.",
        "Metals, energy and transport grew.",
        "",
        ", , ,",
    ],
)
def test_no_list(text):
    assert lists(text) == []


def test_taken_words_are_left_alone():
    assert lists("Chile, Peru and Cuba signed.", [Span(0, 5)]) == []
