"""Every rule fires on its own samples, stays silent on its others, and says what it is."""

from __future__ import annotations

import re
from functools import cache

import pytest

from consistency.check import Checker
from consistency.errors import SettingsError
from consistency.read import article_from_text
from consistency.rules import all_rules, get, select
from consistency.rules.base import Rule, Sample
from consistency.settings import Settings
from consistency.types import Role

HEADINGS = ("## Why it matters", "## When it stays silent")

FIRES = [(rule, sample) for rule in all_rules() for sample in rule.fires]
SILENT = [(rule, sample) for rule in all_rules() for sample in rule.silent]


@cache
def checker() -> Checker:
    extra = tuple(rule.code for rule in all_rules() if not rule.default)
    return Checker(Settings(cache=False, extend_select=extra))


def raised(rule: Rule, sample: Sample) -> list[str]:
    """The codes of all findings on a sample: its last text is the draft, the others are sources."""
    *sources, draft = sample
    report = checker().check(
        article_from_text(draft, id="draft", role=Role.DRAFT),
        [article_from_text(text, id=f"source-{i}", role=Role.SOURCE) for i, text in enumerate(sources)],
    )
    return [finding.code for finding in report.findings]


def name(case: tuple[Rule, Sample]) -> str:
    return f"{case[0].code}-{case[1][-1][:40]}"


@pytest.mark.parametrize("case", FIRES, ids=name)
def test_fires(case: tuple[Rule, Sample]) -> None:
    assert case[0].code in raised(*case)


@pytest.mark.parametrize("case", SILENT, ids=name)
def test_stays_silent(case: tuple[Rule, Sample]) -> None:
    assert case[0].code not in raised(*case)


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_says_what_it_is(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert rule.doc.splitlines()[0].endswith(".")
    assert all(heading in rule.doc for heading in HEADINGS)
    module = rule.check.__module__.rsplit(".", 1)[1]
    assert module == f"{rule.code.lower()}_{rule.name.replace('-', '_')}"


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_has_samples_in_both_directions(rule: Rule) -> None:
    assert len(rule.fires) >= 2
    assert len(rule.silent) >= 2


def test_longest_prefix_wins_and_ignore_wins_a_tie() -> None:
    codes = [rule.code for rule in select(["NUM", "DAT201"], ["NUM10", "NUM101"])]
    assert codes == ["DAT201"]
    assert [rule.code for rule in select(["NUM101"], ["NUM"])] == ["NUM101"]


def test_rule_names_select_too() -> None:
    assert [rule.code for rule in select(["date-shift"])] == ["DAT201"]


def test_unknown_rule_gets_a_hint() -> None:
    with pytest.raises(SettingsError, match="did you mean value-mismatch"):
        get("value-mismach")
