"""What the dictionary knows of two words."""

from __future__ import annotations

import pytest

from consistency.language.lexicon import LexicalRelation, lexical_relation


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("rise", "rise", LexicalRelation.SAME),
        ("large", "big", LexicalRelation.SYNONYM),
        ("rise", "fall", LexicalRelation.ANTONYM),
        ("approve", "reject", LexicalRelation.ANTONYM),
        ("invest", "investment", LexicalRelation.DERIVED),
        ("send", "dispatch", LexicalRelation.KIND),
        ("nurse", "soldier", LexicalRelation.FAR),
        ("xyzzyq", "fall", LexicalRelation.UNKNOWN),
    ],
)
def test_kinship(one: str, two: str, expected: LexicalRelation) -> None:
    assert lexical_relation(one, two) is expected
    assert lexical_relation(two, one) is expected
