"""Forms of words: what each stemmer merges and keeps apart, plural and singular."""

import pytest

from consistency.language.inflection import (
    content_stems,
    is_plural,
    prefix_stem,
    singular,
    suffix_stem,
    suffix_stems,
    unaccented,
)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Bolivia's", "Bolivian"),
        ("invested", "investments"),
        ("10,000", "10000"),
        ("U.S.", "US"),
        ("ports", "port"),
        ("planned", "plans"),
        ("declare", "declaration"),
        ("fiancée", "fiancee"),
    ],
)
def test_inflected_and_derived_forms_share_a_prefix_stem(one: str, two: str) -> None:
    assert prefix_stem(one) == prefix_stem(two)


def test_the_suffix_stem_keeps_apart_nouns_with_the_same_beginning() -> None:
    assert prefix_stem("conservation") == prefix_stem("conservatives")
    assert suffix_stem("conservation") != suffix_stem("conservatives")
    assert suffix_stem("invested") == suffix_stem("investment") == "invest"


def test_stems_of_a_text_leave_out_punctuation_and_content_stems_function_words() -> None:
    assert suffix_stems("The port's cranes.") == {"the", "port", "cran"}
    assert content_stems("The port's cranes.") == {"port", "cran"}


@pytest.mark.parametrize("word", ["houses", "people", "children", "cars"])
def test_plurals_end_in_s_or_are_listed(word: str) -> None:
    assert is_plural(word)


@pytest.mark.parametrize("word", ["house", "glass", "virus", "port's", "this", "as", "crisis"])
def test_other_words_in_s_are_no_plurals(word: str) -> None:
    assert not is_plural(word)


@pytest.mark.parametrize(
    ("word", "expected"), [("cars", "car"), ("nurses", "nurse"), ("gas", "gas"), ("loss", "loss"), ("people", "people")]
)
def test_the_singular_is_without_the_plural_s(word: str, expected: str) -> None:
    assert singular(word) == expected


def test_accents_are_removed_from_letters() -> None:
    assert (unaccented("Peñarol"), unaccented("port")) == ("Penarol", "port")
