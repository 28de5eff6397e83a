"""Cues of certainty, negation, reach, region and cause, and their scope."""

from __future__ import annotations

import pytest

from consistency.annotate import annotate
from consistency.language.certainty import Certainty, ModalStatus, Polarity
from consistency.language.cues import (
    Cue,
    Direction,
    count_negations,
    cue_index,
    find_cues,
    labels,
    lemmas,
    modifies,
    negations,
    rest,
)
from consistency.language.opposites import are_opposites, prefixed
from consistency.language.resources import table
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


def found(text: str, *categories: str) -> list[Cue]:
    return find_cues(text.split(), cue_index("statements", "modality", *(categories or ("act", "modal", "negation"))))


def spans(text: str, *categories: str) -> list[tuple[str, str]]:
    return [(cue.label, " ".join(text.split()[cue.first : cue.last])) for cue in found(text, *categories)]


def test_cues_are_found_with_label_and_place() -> None:
    assert spans("the navy promised to sell ships", "act") == [("pledged", "promised")]
    assert found("the navy may sell ships", "modal") == [Cue("modal", "hedged", Direction.BOTH, 2, 3)]


def test_plain_words_are_no_cues() -> None:
    assert found("the navy sold ships") == []
    assert found("") == []
    assert found("she wished well", "act") == []  # only "wished to" is listed


def test_the_longest_phrase_wins() -> None:
    assert spans("he is considered to be about to go", "act") == [("predicted", "about to")]
    assert spans("they look set to sell ships", "act") == [("predicted", "look set to")]


def test_a_word_can_be_a_cue_of_two_categories() -> None:
    assert {cue.category for cue in found("the navy refused to pay")} == {"act", "negation"}


def test_pseudo_cues_take_their_words_from_other_cues() -> None:
    cues = found("not only ships were not sold", "negation")
    assert [(cue.direction, cue.first) for cue in cues] == [(Direction.PSEUDO, 0), (Direction.BOTH, 4)]
    assert count_negations(cues) == 1


def test_a_gap_stands_for_up_to_six_words() -> None:
    assert spans("he warned the navy against sales", "negation") == [("lexical", "warned the navy against")]
    assert found("he warned a b c d e f g against sales", "negation") == []


def test_a_forward_cue_modifies_what_follows_it() -> None:
    cue = Cue("negation", "lexical", Direction.FORWARD, 2, 3)
    assert modifies(cue, (3, 5), (0, 6))
    assert not modifies(cue, (0, 2), (0, 6))
    assert modifies(cue._replace(direction=Direction.BOTH), (0, 2), (0, 6))


@pytest.mark.parametrize("terminators", [(0, 2), (3, 9)])
def test_the_scope_ends_at_a_terminator(terminators: tuple[int, int]) -> None:
    cue = Cue("negation", "verbal", Direction.BOTH, 2, 3)
    assert modifies(cue, (4, 5), (0, 9))
    assert not modifies(cue, (4, 5), terminators)


def test_no_cue_modifies_its_own_words_and_pseudo_cues_modify_nothing() -> None:
    cue = Cue("negation", "verbal", Direction.BOTH, 2, 4)
    assert not modifies(cue, (3, 5), (0, 9))
    assert not modifies(cue._replace(direction=Direction.PSEUDO), (5, 6), (0, 9))


@pytest.mark.parametrize(("number", "polarity"), [(0, "affirmed"), (1, "negated"), (2, "affirmed"), (3, "negated")])
def test_two_negations_affirm(number: int, polarity: str) -> None:
    assert Polarity.after(number) == polarity


def test_the_labels_of_the_tables_are_grades_and_statuses() -> None:
    assert set(table("language", "stance")["certainty"]) == set(Certainty) - {Certainty.DONE, Certainty.OPEN}
    cues = table("statements", "modality")
    labelled = {*cues["act"]["forward"], *cues["modal"]["both"], *cues["condition"]["forward"]}
    assert labelled == set(ModalStatus) - {ModalStatus.ASSERTED}
