from __future__ import annotations

import pytest

from consistency.language.countries import country_of
from consistency.names.compare import misspelled, same_entity, same_name, sound
from consistency.names.find import mentions
from consistency.types import EntityType, Mention
from tests.unit.sentences import article


def named(*texts: str) -> list[Mention]:
    return mentions(article(*texts))


def test_office_and_country_before_a_name() -> None:
    one = next(one for one in named("Danish Foreign Minister Ida Holm left.") if one.text == "Ida Holm")
    assert (one.type, one.role, one.country) == (EntityType.PERSON, ("foreign", "minister"), "Denmark")


def test_body_with_its_country_is_one_name() -> None:
    assert [one.text for one in named("It was found by the U.S. Treasury Department.")] == ["U.S. Treasury Department"]


def test_body_with_and_inside() -> None:
    text = "He runs the Department of Baltic and Nordic Trade in Riga."
    assert named(text)[0].text == "Department of Baltic and Nordic Trade"


def test_first_word_of_a_sentence_is_no_name() -> None:
    assert [one.text for one in named("However, Latvia sold it.")] == ["Latvia"]


def test_spans_cut_their_text() -> None:
    text = "Norwegian Prime Minister Ida Holm met Bo Lund of the Danish-Polish Bank in the U.S. on Friday."
    sentence = article(text)
    assert all(one.span.cut(text) == one.text for one in mentions(sentence))


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("U.S.", "the United States", True),
        ("US", "American", True),
        ("Copenhagen", "Denmark", True),
        ("Danish", "Norwegian", False),
        ("Irishman", "Ireland", True),
        ("Frenchwomen", "French", True),
        ("Holm", "Foreign Minister Ida Holm", True),
        ("Ida Holm", "Bo Lund", False),
        ("Ida Holm", "Bo Holm", None),
        ("Treasury Department data", "data from the U.S. Treasury Department", True),
        ("the UN's TRADSTAT", "U.N. TRADSTAT", True),
        ("IMF", "International Monetary Fund", True),
        ("Danish Foreign Ministry", "Norway's Foreign Ministry", False),
        ("Ministry of Defence", "Defence Ministry", True),
        ("Ford", "Ford Foundation", None),
        ("Zelensky", "Zelenskyy", None),
        ("the president", "Ida Holm", None),
        ("the spokesman", "a spokesman", None),
        ("CSTL", "Community of Northern Harbours", None),
    ],
)
def test_same_name(left: str, right: str, same: bool | None) -> None:
    assert same_name(left, right) is same
    assert same_name(right, left) is same


def test_person_and_place_cannot_be_compared() -> None:
    person = next(one for one in named("Mayor Ida Washington left.") if one.type is EntityType.PERSON)
    place = next(one for one in named("He flew to Washington.") if one.type is EntityType.PLACE)
    assert same_entity(person, place) is None


def test_pronoun_us_is_no_country() -> None:
    assert country_of("us") is None
    assert country_of("US") is not None


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("Rouhani", "Rowhani", True),
        ("Wolkow", "Volkov", False),
        ("Zelensky", "Zelenskyy", True),
        ("Adamski", "Adamczyk", False),
    ],
)
def test_transliterations_sound_alike(left: str, right: str, one: bool) -> None:
    assert (sound(left) == sound(right)) is one


@pytest.mark.parametrize(
    ("left", "right", "slip"),
    [
        ("Holbrook", "Holbrock", True),
        ("Holbrook", "Holbrooks", False),
        ("Holbrook", "Keller", False),
        ("Lee", "Lea", False),
    ],
)
def test_misspelled(left: str, right: str, slip: bool) -> None:
    assert misspelled(left, right) is slip
