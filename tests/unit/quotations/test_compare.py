from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.quotations.compare import difference, same_words


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("The bridge is safe,", "the bridge is safe.", True),
        ("We will not close it", "We won't close it", True),
        ("The U.S. bridge is safe", "the US bridge is safe", True),
        ("The harbour clean-up is done", "The harbor cleanup is done", True),
        ("We saw 50% of it", "We saw 50 percent of it", True),
        ("It is safe and it will open in May", "it will open in May", True),
        ("We know it is safe", "it is safe for years", True),
        ("We will [the council] open it", "We will open it", True),
        ("We will ... open it in May", "We will clean it and open it in May", True),
        ("The bridge is safe for cars", "The bridge is not safe for cars", False),
        ("Our bridge is safe", "Their bridge is safe", False),
        ("safe", "solid", None),
        ("it is a good thing for the country", "it is a bad deal for the people", None),
        ("", "safe", None),
    ],
)
def test_same_words(left: str, right: str, same: bool | None) -> None:
    assert same_words(left, right) is same
    assert same_words(right, left) is same


def test_difference_is_pinned() -> None:
    left, right = "if they want to play with cars.", "if they want to play games with cars."
    assert [(a.cut(left), b.cut(right)) for a, b in difference(left, right)] == [("", "games")]
    assert difference(left, right)[0][0].start == left.index("with")


@given(st.text(alphabet="abc ,.'-", max_size=40))
def test_a_quotation_equals_itself(text: str) -> None:
    assert difference(text, text) == []
    assert same_words(text, text) in (True, None)


def test_numbers_in_words_and_figures_are_one() -> None:
    assert same_words("the worst storm in twenty years", "the worst storm in 20 years")
    assert same_words("we lost thirty-four boats", "we lost 34 boats")
    assert same_words("we lost thirty-four boats", "we lost 35 boats") is False
