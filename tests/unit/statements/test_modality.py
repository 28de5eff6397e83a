from __future__ import annotations

import pytest

from consistency.statements.modality import modality
from consistency.types import Span


def of(text: str, claim: str) -> tuple[str, str]:
    at = text.index(claim)
    answer = modality(text, Span(at, at + len(claim)))
    return answer.status, answer.polarity


@pytest.mark.parametrize(
    ("text", "claim", "status"),
    [
        ("The navy sold 40 ships.", "40 ships", "asserted"),
        ("In May, the navy sold 40 ships.", "40 ships", "asserted"),
        ("The navy may sell 40 ships.", "40 ships", "hedged"),
        ("The navy plans to sell 40 ships.", "40 ships", "planned"),
        ("The navy has agreed to sell 40 ships.", "40 ships", "agreed"),
        ("The navy pledged to sell 40 ships.", "40 ships", "pledged"),
        ("40 ships were promised by the navy.", "40 ships", "pledged"),
        ("The navy bought cranes, offering the port 40 ships.", "40 ships", "offered"),
        ("The navy threatened to sink 40 ships.", "40 ships", "threatened"),
        ("The navy refused to sell 40 ships.", "40 ships", "refused"),
        ("The navy denied selling 40 ships.", "40 ships", "denied"),
        ("The navy allegedly sold 40 ships.", "40 ships", "alleged"),
        ("The navy is expected to sell 40 ships.", "40 ships", "predicted"),
        ("The navy will sell 40 ships.", "40 ships", "predicted"),
        ("The navy must sell 40 ships.", "40 ships", "required"),
        ("The navy will be sold if it loses 40 ships.", "40 ships", "conditional"),
        ("If it loses 5 ships, the navy will sell 40 ships.", "40 ships", "predicted"),
        ("The navy agreed to a truce and sent 40 ships home.", "40 ships", "asserted"),
        ("The two sides agreed to sell 40 ships, while the army pledged 20 tanks.", "20 tanks", "pledged"),
        ("The fourth meeting was held in Vik, at which they agreed to sell 40 ships.", "fourth", "asserted"),
        ("The navy pledged to repair the 40 ships.", "40 ships", "asserted"),
    ],
)
def test_status(text: str, claim: str, status: str) -> None:
    assert of(text, claim)[0] == status


@pytest.mark.parametrize(
    ("text", "claim", "polarity"),
    [
        ("The navy sold 40 ships.", "40 ships", "affirmed"),
        ("The navy did not sell 40 ships.", "40 ships", "negated"),
        ("The navy no longer owns 40 ships.", "40 ships", "negated"),
        ("The navy failed to sell 40 ships.", "40 ships", "negated"),
        ("The navy never failed to sell 40 ships.", "40 ships", "affirmed"),
        ("The navy refused to rule out selling 40 ships.", "40 ships", "affirmed"),
        ("The navy ruled out selling 40 ships.", "40 ships", "negated"),
        ("The navy has not held back on selling 40 ships.", "40 ships", "affirmed"),
        ("Not only did the navy sell 40 ships, it also sold a crane.", "40 ships", "affirmed"),
        ("The navy sold no fewer than 40 ships.", "40 ships", "affirmed"),
        ("The navy left early lest it lose 40 ships.", "40 ships", "negated"),
        ("The navy will leave unless it gets 40 ships.", "40 ships", "negated"),
        ("The navy will leave if it does not get 40 ships.", "40 ships", "negated"),
        ("Holm warned the navy not to sell 40 ships.", "40 ships", "negated"),
        ("Holm warned the navy against selling 40 ships.", "40 ships", "negated"),
        ("The navy did not attend, but sold 40 ships.", "40 ships", "affirmed"),
        ("The navy, which has not paid, owns 40 ships.", "40 ships", "affirmed"),
        ("The firm, founded in 1990, does not own 40 ships.", "in 1990", "affirmed"),
    ],
)
def test_polarity(text: str, claim: str, polarity: str) -> None:
    assert of(text, claim)[1] == polarity


def test_double_denial_leaves_open() -> None:
    assert of("The navy refused to rule out selling 40 ships.", "40 ships") == ("hedged", "affirmed")


def test_cues_cut_their_words() -> None:
    text = "If it rains, the navy will not sell 40 ships."
    answer = modality(text, Span(35, 43))
    assert answer.cue is not None
    assert answer.condition is not None
    assert answer.cue.cut(text) == "will"
    assert [span.cut(text) for span in answer.negations] == ["not"]
    assert answer.condition.cut(text) == "If"


def test_without_a_span_the_main_statement_counts() -> None:
    assert modality("The navy threatened to sell ships that it may need.").status == "threatened"
    assert modality("").status == "asserted"
