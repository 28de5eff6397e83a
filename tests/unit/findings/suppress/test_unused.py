"""What is told of comments and acceptances that suppress nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from consistency.check import Checker
from consistency.findings.suppress import suppress
from consistency.read import article_from_text
from consistency.rules import all_rules
from consistency.settings import Settings
from consistency.types import Role
from tests.conftest import Call
from tests.unit.findings.suppress.conftest import IGNORE, LOSS, SOURCE, TOLL, check, gone, notes, words


@pytest.mark.parametrize(
    ("comment", "note"),
    [
        ("ignore[NUM101] by phone", None),
        ("ignore[QUO401]", "ignore[QUO401] suppresses nothing: take it out"),
        ("ignore[NUM101, QUO, DAT] x", "QUO, DAT in ignore[NUM101, QUO, DAT] suppresses nothing: take it out"),
        ("disable[DAT]", "disable[DAT] suppresses nothing: take it out"),
        ("ignore-file[DAT]", "ignore-file[DAT] suppresses nothing: take it out"),
        ("ignore[NUM1O1]", 'no rule is called "NUM1O1", did you mean NUM101?'),
        ("ignore[value-mismach]", 'no rule is called "value-mismach", did you mean value-mismatch?'),
        ("ignore", "ignore names no rule in brackets, so it suppresses nothing: write ignore[NUM101]"),
        ("ignore NUM102: why", "ignore names no rule in brackets, so it suppresses nothing: write ignore[NUM102]"),
        ("ignore[]", "ignore names no rule in brackets, so it suppresses nothing: write ignore[NUM101]"),
        ("disable", "disable names no rule in brackets, so it suppresses nothing: write disable[NUM101]"),
        ("ingore[NUM101]", "there is no 'ingore', did you mean ignore?"),
        ("ignore[NUM101 why", "ignore[NUM101 has no closing bracket: write ignore[NUM101] with a rule's code, "
         "the beginning of codes, or a name"),
        ("", "says nothing: write ignore[NUM101] with a rule's code, the beginning of codes, or a name"),
        ("enable[NUM]", "enables what is not disabled before it"),
        ("enable", "enables what is not disabled before it"),
    ],
)  # fmt: skip
def test_a_comment_that_suppresses_nothing_is_told_where_it_stands(
    checker: Checker, comment: str, note: str | None
) -> None:
    written = f"<!-- consistency: {comment} -->"
    report = check(checker, f"{TOLL} {written}\n\n{LOSS}\n")
    assert notes(report) == ([note] if note else [])
    for finding in report.findings:
        if finding.code == "SUP001":
            assert (words(report, finding), finding.severity.value) == (written, "note")
    assert "SUP001" not in {one.finding.code for one in report.suppressed}


def test_a_known_rule_beside_an_unknown_one_holds(checker: Checker) -> None:
    report = check(checker, f"{TOLL} {IGNORE.replace('NUM101', 'NUM101, NUMB')}\n\n{LOSS}\n")
    assert gone(report) == ["15"]
    assert notes(report) == ['no rule is called "NUMB", did you mean NUM?']


def test_a_missing_colon_is_forgiven(checker: Checker) -> None:
    assert gone(check(checker, f"{TOLL} <!-- consistency ignore[NUM101] why -->\n\n{LOSS}\n")) == ["15"]


def test_front_matter_that_accepts_nothing_is_told_at_its_words(checker: Checker) -> None:
    head = "---\nconsistency:\n  ignore: [DAT, NUMB]\n  accept:\n  - {rule: QUO, reason: by phone}\n---\n"
    report = check(checker, f"{head}{TOLL}\n\n{LOSS}\n")
    told = {words(report, finding): finding.message for finding in report.findings if finding.code == "SUP001"}
    assert told == {
        "NUMB": 'no rule is called "NUMB", did you mean NUM?',
        "by phone": "the acceptance of QUO in the front matter suppresses nothing: take it out",
    }


@pytest.mark.parametrize(
    ("settings", "codes"),
    [
        (Settings(), ["SUP001"]),
        (Settings(suppressions=False), []),
        (Settings(min_confidence=0.9), []),
        (Settings(per_file_ignores=(("*.md", ("QUO",)),)), []),
        (Settings(per_file_ignores=(("*.md", ("SUP",)),)), []),
        (Settings(per_file_ignores=(("*.txt", ("QUO",)),)), ["SUP001"]),
    ],
)
def test_what_was_not_looked_for_is_not_unused(checker: Checker, settings: Settings, codes: list[str]) -> None:
    own = check(checker, f"{TOLL}\n")
    draft = article_from_text(
        f"{TOLL} <!-- consistency: ignore[QUO401] -->\n", id="draft", role=Role.DRAFT, path="draft.md"
    )
    report = suppress(replace(own, articles=(draft, *own.articles[1:])), all_rules(), settings)
    assert [finding.code for finding in report.findings if finding.code[:3] not in ("NUM", "COV")] == codes


def test_only_selected_rules_can_be_unused(call: Call, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(f"{TOLL} <!-- consistency: ignore[QUO401, DAT] -->\n\n{LOSS}\n")
    (tmp_path / "wire.txt").write_text(SOURCE)
    said = {
        rules: call("check", "draft.md", "-s", "wire.txt", "-f", "concise", "--select", rules).stdout.decode()
        for rules in ("NUM", "NUM,SUP", "NUM,SUP,DAT", "NUM,SUP,DAT,QUO")
    }
    assert "SUP001" not in said["NUM"] and "SUP001" not in said["NUM,SUP"]
    assert "DAT in ignore[QUO401, DAT] suppresses nothing" in said["NUM,SUP,DAT"]
    assert ": SUP001 unused-suppression ignore[QUO401, DAT] suppresses nothing" in said["NUM,SUP,DAT,QUO"]
