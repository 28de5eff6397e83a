"""Who does what to whom, and whether it is done."""

from __future__ import annotations

import pytest

from consistency.annotate import annotate
from consistency.language.certainty import Certainty
from consistency.statements.predicates import Predicate, Slot, predicates


def predicate(text: str, lemma: str) -> Predicate:
    return next(one for one in predicates(annotate([text])[0]) if one.lemma == lemma)


@pytest.mark.parametrize(
    ("text", "lemma", "certainty"),
    [
        ("Norway deployed soldiers.", "deploy", Certainty.DONE),
        ("Norway has deployed soldiers.", "deploy", Certainty.DONE),
        ("Soldiers were deployed by Norway.", "deploy", Certainty.DONE),
        ("Norway agreed to deploy soldiers.", "deploy", Certainty.COMMITTED),
        ("Norway agreed to deploy soldiers.", "agree", Certainty.OPEN),
        ("Norway plans to deploy soldiers.", "deploy", Certainty.INTENDED),
        ("Norway will deploy soldiers.", "deploy", Certainty.CERTAIN),
        ("Norway might deploy soldiers.", "deploy", Certainty.POSSIBLE),
        ("Norway continues to deploy soldiers.", "deploy", Certainty.DONE),
        ("Norway should deploy soldiers.", "deploy", Certainty.OPEN),
    ],
)
def test_certainty(text: str, lemma: str, certainty: Certainty) -> None:
    assert predicate(text, lemma).certainty is certainty


@pytest.mark.parametrize(
    ("text", "lemma", "negated"),
    [
        ("Norway did not deploy soldiers.", "deploy", True),
        ("Norway refused to deploy soldiers.", "deploy", True),
        ("Norway deployed soldiers.", "deploy", False),
        ("Norway warned Portugal not to deploy soldiers.", "warn", False),
    ],
)
def test_negation(text: str, lemma: str, negated: bool) -> None:
    assert predicate(text, lemma).negated is negated


def test_subject_and_arguments() -> None:
    one = predicate("Norway agreed to deploy 5,000 soldiers to the border.", "deploy")
    assert one.subject == {"@Norway"}
    assert {"5,000", "soldier", "border"} <= one.rest


def test_passive_subject_is_the_theme() -> None:
    one = predicate("Portugal was attacked by Norway.", "attack")
    assert one.slots[Slot.THEME] == {"@Portugal"}
    assert one.slots[Slot.AGENT] == {"@Norway"}


def test_goal_of_sending() -> None:
    one = predicate("The king sent a letter to Robert Hale.", "send")
    assert "hale" in one.slots[Slot.GOAL]
