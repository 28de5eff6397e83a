"""Which things are never each other, and which words are opposites."""

from __future__ import annotations

import pytest

from consistency.language.contrasts import ContrastSet, are_exclusive, contrast_set, contrasting_words
from consistency.language.opposites import are_opposites, opposites
from consistency.language.resources import rows


@pytest.mark.parametrize(("one", "two"), [("hip", "arm"), ("tin", "copper"), ("judo", "polo"), ("drown", "strangle")])
def test_things_of_a_kind_exclude_each_other(one: str, two: str) -> None:
    assert are_exclusive(one, two)
    assert are_exclusive(two, one)
    assert two in contrasting_words(one)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("knee", "leg"),  # a part
        ("thumb", "arm"),  # a part of a part
        ("rifle", "firearm"),  # a kind, by another name of it
        ("lorry", "truck"),  # two names
        ("hip", "copper"),  # two kinds
        ("hip", "hip"),
        ("evening", "night"),
    ],
)
def test_parts_kinds_and_other_names_do_not(one: str, two: str) -> None:
    assert not are_exclusive(one, two)
    assert not are_exclusive(two, one)
    assert two not in contrasting_words(one)


def test_the_sort_of_a_kind() -> None:
    assert contrast_set("goalkeeper", "winger") is ContrastSet.PEOPLE
    assert contrast_set("coach", "train") is ContrastSet.THING
    assert contrast_set("week", "month") is ContrastSet.TIME
    assert contrast_set("volt", "watt") is ContrastSet.UNIT


def test_every_whole_is_a_thing_of_the_same_line() -> None:
    for row in rows("language", "kinds.txt"):
        names = {name.strip() for column in row for name in column.rpartition(":")[2].partition("<")[0].split(",")}
        wholes = {column.partition("<")[2].strip() for column in row} - {""}
        assert wholes <= names, row


@pytest.mark.parametrize(
    ("one", "two"), [("praise", "slam"), ("fuel", "allay"), ("victory", "defeat"), ("add", "remove")]
)
def test_opposites_of_the_table(one: str, two: str) -> None:
    assert are_opposites(one, two)
    assert two in opposites(one)
    assert one in opposites(two)


def test_opposites_of_the_dictionary_alone_can_be_none() -> None:
    assert are_opposites("public", "private")
    assert not are_opposites("former", "late")
    assert "late" not in opposites("former")
    assert "late" in opposites("early")
