"""Confidence as a probability: what it depends on, and that it keeps its order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from consistency.findings.calibrate import calibration, family, likelihood
from consistency.findings.deduplicate import deduplicate, specificity
from consistency.findings.draft_kind import DraftKind, draft_kind
from consistency.rules import all_rules
from consistency.rules.base import Rule
from consistency.settings import Settings
from consistency.types import Finding, ParsedArticle, Role, Sentence, SentenceKind, Severity, Span
from tests.conftest import make_article, make_finding, make_place


def doc(texts: Sequence[str], kind: SentenceKind = SentenceKind.BODY) -> ParsedArticle:
    article = make_article("\n".join(texts), role=Role.DRAFT)
    sentences = [
        Sentence(article=article.id, index=i, kind=kind, span=Span(0, 1), text=text, offsets=(0,))
        for i, text in enumerate(texts)
    ]
    return ParsedArticle(article=article, sentences=tuple(sentences), claims=())


def numbered(word: str, count: int) -> list[str]:
    return [f"{word} {n}." for n in range(count)]


def finding(code: str = "NUM101", confidence: float = 0.7, severity: Severity = Severity.ERROR) -> Finding:
    place = make_place(make_article("It burned."), "burned")
    return replace(make_finding(place, severity=severity), code=code, confidence=confidence)


@pytest.mark.parametrize(
    ("draft", "source", "seen"),
    [
        (numbered("Fire", 4), numbered("Fire", 8), DraftKind.COPY),
        (numbered("Smoke", 6), numbered("Fire", 8), DraftKind.REWRITE),
        (numbered("Smoke", 3), numbered("Fire", 8), DraftKind.SUMMARY),
        (numbered("Smoke", 3), numbered("Fire", 4), DraftKind.EXCERPT),
        ([], numbered("Fire", 4), DraftKind.EXCERPT),
    ],
)
def test_a_draft_is_seen_as_what_it_is_to_its_sources(draft: list[str], source: list[str], seen: DraftKind) -> None:
    assert draft_kind([doc(draft), doc(source)]) is seen


def test_only_sentences_that_make_claims_decide() -> None:
    furniture = doc(numbered("Fire", 8), SentenceKind.FURNITURE)
    assert draft_kind([doc(numbered("Fire", 4)), furniture]) is DraftKind.EXCERPT


@pytest.mark.parametrize("seen", DraftKind)
@pytest.mark.parametrize("code", [rule.code for rule in all_rules()])
def test_a_surer_finding_is_never_less_likely(code: str, seen: DraftKind) -> None:
    likely = [calibration().probability(finding(code, n / 100), seen) for n in range(101)]
    assert likely == sorted(likely)
    assert 0 <= likely[0] <= likely[-1] <= 1


def test_what_a_rule_doubts_itself_stays_in_doubt() -> None:
    assert all(calibration().probability(finding(confidence=0.4), seen) <= 0.4 for seen in DraftKind)


def test_the_longest_family_of_a_code_counts() -> None:
    assert family("QUO403", ("QUO", "QUO403")) == "QUO403"
    assert family("QUO401", ("QUO", "QUO403")) == "QUO"
    assert family("SUP001", ("QUO",)) == ""


def test_a_report_tells_how_likely_a_finding_is() -> None:
    unsure, docs = finding(confidence=0.6), [doc(numbered("Smoke", 6)), doc(numbered("Fire", 8))]
    likely = likelihood(docs)
    (told,) = deduplicate([unsure], docs, Settings(min_confidence=0.9), likely)
    assert told == replace(unsure, confidence=likely(unsure))
    assert deduplicate([unsure], docs, Settings(min_confidence=0.9)) == ()


def test_which_name_is_kept_goes_by_what_the_rules_hold_for_sure() -> None:
    surer, other, likely = finding("COV704", 0.7), finding("COV705", 0.6), {"COV704": 0.6, "COV705": 0.9}
    (told,) = deduplicate([other, surer], [doc([]), doc([])], Settings(), lambda f: likely[f.code])
    assert (told.code, told.confidence) == ("COV704", 0.6)


def test_a_contradiction_in_a_copy_is_likelier_than_an_addition_in_a_summary() -> None:
    known = calibration()
    assert known.probability(finding("NUM101"), DraftKind.COPY) > 0.9
    assert known.probability(finding("NUM101"), DraftKind.COPY) > known.probability(
        finding("COV704"), DraftKind.SUMMARY
    )


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_every_rule_has_a_family_that_is_calibrated_and_a_place_among_the_others(rule: Rule) -> None:
    assert family(rule.code, calibration().families) or not rule.judges
    assert specificity(rule.code) >= 0


def test_a_family_without_a_place_is_named() -> None:
    with pytest.raises(LookupError, match="XYZ101 has no place"):
        specificity("XYZ101")
