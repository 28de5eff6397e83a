"""What the dictionary knows of two words."""

from __future__ import annotations

import pytest

from consistency.language.lexicon import Kinship, kinship


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("rise", "rise", Kinship.SAME),
        ("large", "big", Kinship.SYNONYM),
        ("rise", "fall", Kinship.ANTONYM),
        ("approve", "reject", Kinship.ANTONYM),
        ("invest", "investment", Kinship.DERIVED),
        ("send", "dispatch", Kinship.KIND),
        ("nurse", "soldier", Kinship.FAR),
        ("xyzzyq", "fall", Kinship.UNKNOWN),
    ],
)
def test_kinship(one: str, two: str, expected: Kinship) -> None:
    assert kinship(one, two) is expected
    assert kinship(two, one) is expected
