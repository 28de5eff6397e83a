"""English words for numbers."""

from __future__ import annotations

import pytest

from consistency.language.number_words import ordinal_forms


@pytest.mark.parametrize(
    ("number", "forms"),
    [
        (1, {"first", "1st"}),
        (10, {"tenth", "10th"}),
        (13, {"thirteenth", "13th"}),
        (22, {"22nd"}),
        (111, {"111th"}),
        (123, {"123rd"}),
    ],
)
def test_an_ordinal_in_words_and_figures(number: int, forms: set[str]) -> None:
    assert ordinal_forms(number) == forms
