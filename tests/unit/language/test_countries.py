"""Which countries a phrase or a text names."""

from __future__ import annotations

import pytest

from consistency.language.countries import countries_in, country_of


@pytest.mark.parametrize(
    ("text", "country", "how"),
    [
        ("U.S.", "United States", "other"),
        ("Bolivian", "Bolivia", "adjective"),
        ("Irishwomen", "Ireland", "adjective"),
        ("Beijing", "China", "capital"),
        ("the Republic of the Congo", "Congo", "other"),
        ("Republic of Congo", "Congo", "other"),
        ("Guinea Bissau", "Guinea-Bissau", "name"),
    ],
)
def test_a_phrase_is_a_country(text: str, country: str, how: str) -> None:
    assert country_of(text) == (country, how)


@pytest.mark.parametrize("text", ["us", "Irish men", "Texan", ""])
def test_other_phrases_are_none(text: str) -> None:
    assert country_of(text) is None


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("troops of the Democratic Republic of the Congo", ["Democratic Republic of the Congo"]),
        ("from Saint Vincent and the Grenadines to Guinea", ["Saint Vincent and the Grenadines", "Guinea"]),
        ("the People 's Republic of China 's army", ["China"]),
        ("Papua New Guinea", ["Papua New Guinea"]),
        ("he ate turkey with us", []),
    ],
)
def test_the_longest_name_in_a_text_wins(text: str, countries: list[str]) -> None:
    assert [found.country.name for found in countries_in(text.split())] == countries


def test_a_name_gives_its_words() -> None:
    (found,) = countries_in(["visit", "the", "United", "States", "'s", "capital"])
    assert (found.first, found.last) == (2, 4)
