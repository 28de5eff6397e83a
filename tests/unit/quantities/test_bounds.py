import pytest

from consistency.quantities.find import quantities
from consistency.types import Bound

SIDES = {
    Bound.MORE_THAN: ["more than {}", "over {}", "upwards of {}", "in excess of {}", "just over {}"],
    Bound.AT_LEAST: ["at least {}", "no fewer than {}", "a minimum of {}", "{} or more", "{} at least"],
    Bound.LESS_THAN: ["less than {}", "fewer than {}", "under {}", "below {}"],
    Bound.AT_MOST: ["up to {}", "no more than {}", "as many as {}", "a maximum of {}", "{} at most"],
    Bound.JUST_UNDER: ["nearly {}", "almost {}", "close to {}", "just under {}", "just short of {}"],
    Bound.APPROX: ["about {}", "around {}", "some {}", "roughly {}", "an estimated {}", "{} or so"],
    Bound.EXACT: ["exactly {}", "only {}", "a total of {}", "{}"],
}


@pytest.mark.parametrize(
    ("bound", "phrase"), [(bound, phrase) for bound, phrases in SIDES.items() for phrase in phrases]
)
@pytest.mark.parametrize("figure", ["$1.7 billion", "200 tons", "a million euros"])
def test_bounds(bound, phrase, figure):
    text = phrase.format(figure)
    (found,) = quantities(f"They want {text}.")
    assert found.quantity.bound is bound
    assert found.span.cut(f"They want {text}.") == text


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("It will be built over three years.", Bound.EXACT),
        ("It took over three hours.", Bound.MORE_THAN),
        ("He led it for over 10 years.", Bound.MORE_THAN),
        ("They fought over the canal for 3 days.", Bound.EXACT),
        ("50-odd cars burned.", Bound.APPROX),
        ("200-plus guests came.", Bound.AT_LEAST),
        ("100+ guests came.", Bound.AT_LEAST),
        ("More than half of them left.", Bound.MORE_THAN),
    ],
)
def test_words_with_two_readings(text, bound):
    (found,) = quantities(text)
    assert found.quantity.bound is bound
