"""What words make of a statement: certainty, negation, reach, region, cause, opposites."""

from __future__ import annotations

import pytest

from consistency.annotate import annotate
from consistency.language.cues import labels, lemmas, negations, rest
from consistency.language.opposites import are_opposites, prefixed
from consistency.types import Word


def words(text: str) -> tuple[Word, ...]:
    return annotate([text])[0]


@pytest.mark.parametrize(
    ("text", "section", "label"),
    [
        ("The mill agreed to close.", "certainty", "committed"),
        ("The mill plans to close.", "certainty", "intended"),
        ("The mill is expected to close.", "certainty", "likely"),
        ("The mill will close.", "certainty", "certain"),
        ("She'll close the mill.", "certainty", "certain"),
        ("The mill might close.", "certainty", "possible"),
        ("The mill must close.", "certainty", "needed"),
        ("The mill allegedly closed.", "certainty", "alleged"),
        ("Mills closed across the country.", "region", "land"),
        ("Mills closed worldwide.", "region", "world"),
        ("Mills mostly closed.", "reach", "most"),
        ("The mill closed due to a flood.", "cause", "reason"),
        ("The mill closed as a result of a flood.", "cause", "reason"),
    ],
)
def test_labels(text: str, section: str, label: str) -> None:
    assert labels(words(text), section) == {label}


def test_plain_statement_has_no_label() -> None:
    plain = words("The mill closed on Monday.")
    assert not any(labels(plain, section) for section in ("certainty", "reach", "region", "cause"))
    assert negations(plain) == 0


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The mayor did not sign.", 1),
        ("The mayor didn't sign.", 1),
        ("The mayor refused to rule out a tax.", 2),
        ("The mayor did not rule out a tax.", 2),
        ("The mayor failed to sign.", 1),
        ("The mayor has not held back on threats.", 2),
        ("The mayor signed not only one bill.", 0),
        ("No mayor signed.", 1),
    ],
)
def test_negations(text: str, count: int) -> None:
    assert negations(words(text)) == count


def test_rest_leaves_out_light_and_labelled_words() -> None:
    assert rest(words("has agreed to"), "certainty") == ()
    assert rest(words("will quickly"), "certainty") == ("quickly",)


def test_lemmas_spell_out_contractions() -> None:
    assert lemmas(words("They won't go.")) == ("they", "will", "not", "go")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("rise", "fall"),
        ("climb", "drop"),
        ("support", "oppose"),
        ("join", "leave"),
        ("hinder", "promote"),
        ("ban", "allow"),
    ],
)
def test_opposed(one: str, two: str) -> None:
    assert are_opposites(one, two)
    assert are_opposites(two, one)


@pytest.mark.parametrize(("one", "two"), [("rise", "climb"), ("support", "back"), ("ban", "ban"), ("read", "paint")])
def test_not_opposed(one: str, two: str) -> None:
    assert not are_opposites(one, two)


def test_prefixes_change_a_word_with_or_without_a_hyphen() -> None:
    assert prefixed("end", "up-end")
    assert prefixed("upend", "end")
    assert prefixed("legal", "illegal")
    assert not prefixed("take", "retake")
    assert not prefixed("end", "end")
    assert not prefixed("an", "unan")
