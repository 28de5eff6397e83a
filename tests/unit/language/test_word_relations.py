"""How two words are related, and why one cannot replace the other."""

from __future__ import annotations

import pytest

from consistency.language.word_relations import (
    COMPATIBLE,
    CONTRADICTORY,
    DIFFERENT,
    EQUIVALENT,
    INTERCHANGEABLE,
    NOT_KNOWN_NEAR,
    UNRELATED,
    LexicalRelation,
    Reason,
    incompatible,
    is_general_word,
    relation,
)


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("rise", "rise", LexicalRelation.SAME),
        ("large", "big", LexicalRelation.SYNONYM),
        ("rise", "fall", LexicalRelation.ANTONYM),
        ("approve", "reject", LexicalRelation.ANTONYM),
        ("invest", "investment", LexicalRelation.DERIVED),
        ("send", "dispatch", LexicalRelation.HYPERNYM),
        ("nurse", "soldier", LexicalRelation.FAR),
        ("xyzzyq", "fall", LexicalRelation.UNKNOWN),
    ],
)
def test_relation(one: str, two: str, expected: LexicalRelation) -> None:
    assert relation(one, two) is expected
    assert relation(two, one) is expected


def test_each_level_of_nearness_includes_the_stricter_one() -> None:
    assert INTERCHANGEABLE < EQUIVALENT < COMPATIBLE


def test_a_relation_is_either_near_or_different() -> None:
    assert not COMPATIBLE & (NOT_KNOWN_NEAR | DIFFERENT)
    assert set(LexicalRelation) == COMPATIBLE | NOT_KNOWN_NEAR | DIFFERENT
    assert NOT_KNOWN_NEAR & DIFFERENT == UNRELATED


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("rise", "fall", Reason.OPPOSITE),
        ("ban", "allow", Reason.OPPOSITE),
        ("hip", "arm", Reason.EXCLUSIVE),
        ("end", "up-end", Reason.PREFIX),
        ("criticize", "slam", Reason.STRENGTH),
        ("read", "paint", None),
        ("large", "big", None),
        ("rise", "rise", None),
    ],
)
def test_incompatible(one: str, two: str, expected: Reason | None) -> None:
    assert incompatible(one, two) is expected
    assert incompatible(two, one) is expected


def test_another_strength_or_prefix_is_no_contradiction() -> None:
    assert incompatible("hip", "arm") in CONTRADICTORY
    assert incompatible("criticize", "slam") not in CONTRADICTORY
    assert incompatible("end", "up-end") not in CONTRADICTORY


def test_general_words_refer_to_anything_mentioned() -> None:
    assert is_general_word("spot")
    assert not is_general_word("harbour")
