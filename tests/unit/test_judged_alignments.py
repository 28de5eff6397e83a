"""Rules are called for the alignments that they declare, and for no others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from consistency.engine import Engine
from consistency.rules import all_rules, get
from consistency.rules.base import Evidence, Rule, rule
from consistency.settings import Settings
from consistency.types import Alignment, AlignmentKind, Claim, ClaimKind, Context, Role, Severity, Side, Span, StatedBy

CLAIM = Claim(
    article="a", sentence=0, kind=ClaimKind.QUANTITY, span=Span(0, 2), text="12", context=Context(before="", after="")
)


def side(role: Role, speaks: str) -> Side:
    return Side(article=role.value, role=role, claims=(CLAIM,) if speaks == "speaks" else ())


def aligned(*sides: tuple[Role, str], kind: AlignmentKind = AlignmentKind.FIGURE) -> Alignment:
    return Alignment(sides=tuple(side(*one) for one in sides), score=1.0, kind=kind)


@pytest.mark.parametrize(
    ("sides", "stated_by"),
    [
        (((Role.DRAFT, "speaks"), (Role.SOURCE, "speaks")), StatedBy.BOTH),
        (((Role.DRAFT, "speaks"), (Role.SOURCE, "silent"), (Role.SOURCE, "speaks")), StatedBy.BOTH),
        (((Role.DRAFT, "speaks"), (Role.SOURCE, "silent")), StatedBy.DRAFT),
        (((Role.DRAFT, "silent"), (Role.SOURCE, "speaks")), StatedBy.SOURCES),
        (((Role.SOURCE, "speaks"), (Role.DRAFT, "silent")), StatedBy.SOURCES),
        (((Role.SOURCE, "speaks"), (Role.SOURCE, "speaks"), (Role.DRAFT, "silent")), StatedBy.SOURCES),
        (((Role.PEER, "speaks"), (Role.PEER, "speaks")), StatedBy.BOTH),
        (((Role.PEER, "speaks"), (Role.PEER, "silent")), StatedBy.PEER),
        (((Role.PEER, "silent"), (Role.PEER, "speaks")), StatedBy.PEER),
    ],
)
def test_who_states_what_is_aligned(sides: tuple[tuple[Role, str], ...], stated_by: StatedBy) -> None:
    assert aligned(*sides).stated_by is stated_by


@pytest.mark.parametrize("kind", [AlignmentKind.INTERNAL, AlignmentKind.RECKONING])
def test_an_article_is_judged_against_itself_whatever_its_role(kind: AlignmentKind) -> None:
    assert aligned((Role.SOURCE, "speaks"), kind=kind).stated_by is StatedBy.ITSELF


def silent(alignment: Alignment) -> Iterator[Evidence]:
    """Nothing."""
    return iter(())


def test_a_rule_must_declare_what_it_judges() -> None:
    with pytest.raises(TypeError, match="judges"):
        rule("NUM199", "nothing", severity=Severity.NOTE, fires=(), silent=())(silent)  # type: ignore[call-arg]


def test_a_rule_must_declare_articles_for_each_kind() -> None:
    with pytest.raises(ValueError, match="NUM101 does not declare which articles state figure"):
        replace(get("NUM101"), judges={AlignmentKind.FIGURE: StatedBy(0)})


def test_a_kind_that_is_judged_on_the_side_must_declare_articles_too() -> None:
    with pytest.raises(ValueError, match="NUM101 does not declare which articles state frame"):
        replace(get("NUM101"), also={AlignmentKind.FRAME: StatedBy(0)})


def codes(engine: Engine, kind: AlignmentKind, stated_by: StatedBy) -> set[str]:
    return {rule.code for rule in engine.rules_for.get((kind, stated_by), ())}


def test_rules_are_found_by_kind_and_by_who_states_it() -> None:
    engine = Engine(Settings(select=("COV",)))
    assert codes(engine, AlignmentKind.FIGURE, StatedBy.SOURCES) == {"COV702"}
    assert codes(engine, AlignmentKind.FIGURE, StatedBy.BOTH) == {"COV703", "COV705", "COV706"}
    assert codes(engine, AlignmentKind.SENTENCE, StatedBy.DRAFT) == {"COV704", "COV705"}
    assert codes(engine, AlignmentKind.FIGURE, StatedBy.PEER) == set()


def test_words_are_not_compared_for_a_rule_that_judges_them_on_the_side() -> None:
    assert codes(Engine(Settings(select=("NUM102",))), AlignmentKind.FRAME, StatedBy.BOTH) == set()
    assert "NUM102" in codes(Engine(Settings(select=("NUM102", "MOD603"))), AlignmentKind.FRAME, StatedBy.BOTH)


@pytest.mark.parametrize("one", all_rules(), ids=lambda one: one.code)
def test_every_rule_is_called_for_each_alignment_that_it_declares(one: Rule) -> None:
    rules_for = Engine(Settings(select=("ALL",))).rules_for
    declared = {
        (kind, each) for judged in (one.judges, one.also) for kind, articles in judged.items() for each in articles
    }
    assert {key for key, rules in rules_for.items() if one in rules} == declared
