"""Where a comment holds, and that it leaves all else as it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from consistency.check import Checker
from consistency.findings.suppress.directive import Verb, directive
from consistency.read import article_from_text
from consistency.types import Role, Span, SuppressionSource
from tests.unit.findings.suppress.conftest import IGNORE, LOSS, TOLL, check, found, gone, notes, words

quick = hypothesis(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("draft", "suppressed"),
    [
        (f"{TOLL}\n\n{LOSS}\n", []),
        (f"{TOLL} {IGNORE}\n\n{LOSS}\n", ["15"]),
        (f"{IGNORE} {TOLL}\n\n{LOSS}\n", ["15"]),
        (f"The fire at the mill **killed** {IGNORE} *15 people* and burned two barns.\n\n{LOSS}\n", ["15"]),
        (f"{TOLL}\n\n{IGNORE}\n{LOSS}\n", ["40"]),
        (f"{TOLL}\n\n{IGNORE}\n\n{LOSS}\n", ["40"]),
        (f"{TOLL}\n\n\n{IGNORE}\n{IGNORE.replace('NUM101', 'QUO')}\n\n\n{LOSS}\n", ["40"]),
        (f"The fire at the mill\n{IGNORE}\nkilled 15 people and burned two barns.\n\n{LOSS}\n", ["15"]),
        (f"- {TOLL} {IGNORE}\n- {LOSS}\n", ["15"]),
        (f"- {IGNORE} {TOLL}\n- {LOSS}\n", ["15"]),
        (f"- {TOLL}\n{IGNORE}\n- {LOSS}\n", ["40"]),
        (f"- {TOLL}\n  {IGNORE}\n- {LOSS}\n", ["40"]),
        (f"> {TOLL} {IGNORE}\n\n{LOSS}\n", ["15"]),
        (f"{TOLL}\n\n> {IGNORE}\n> {LOSS}\n", ["40"]),
        (f"| what | when |\n|---|---|\n| {TOLL} | now | {IGNORE}\n| {LOSS} | now |\n", ["15"]),
        (f"| what | when |\n|---|---|\n| {TOLL} | now {IGNORE} |\n| {LOSS} | now |\n", ["15"]),
        (f"{IGNORE}\n| what | when |\n|---|---|\n| {TOLL} | now |\n| {LOSS} | now |\n", ["15", "40"]),
        (f"---\ntitle: Fire\n---\n{IGNORE}\n{TOLL}\n\n{LOSS}\n", ["15"]),
        (f"---\ntitle: Fire\n---\n{TOLL} {IGNORE}\n\n{LOSS}\n", ["15"]),
        (f"{TOLL}\n\n{LOSS}\n\n{IGNORE}\n", []),
        (f"{IGNORE.replace('ignore', 'ignore-file')}\n\n{TOLL}\n\n{LOSS}\n", ["15", "40"]),
        (f"{TOLL}\n\n{LOSS}\n\n{IGNORE.replace('ignore', 'ignore-file')}\n", ["15", "40"]),
        (f"<!-- consistency: disable[NUM] -->\n{TOLL}\n\n{LOSS}\n", ["15", "40"]),
        (f"<!-- consistency: disable[NUM] -->\n{TOLL}\n<!-- consistency: enable[NUM] -->\n\n{LOSS}\n", ["15"]),
        (f"<!-- consistency: disable[NUM] -->\n{TOLL}\n<!-- consistency: enable -->\n\n{LOSS}\n", ["15"]),
        (f"<!-- consistency: disable[NUM] -->\n{TOLL}\n<!-- consistency: enable[NUM101] -->\n\n{LOSS}\n", ["15"]),
        (f"<!-- consistency: disable[NUM] -->\n{TOLL}\n<!-- consistency: enable[NUM102] -->\n\n{LOSS}\n", ["15", "40"]),
        (f"{TOLL}\n<!-- consistency: disable[NUM, QUO] -->\n\n{LOSS}\n", ["40"]),
    ],
)  # fmt: skip
def test_a_comment_holds_where_it_stands(checker: Checker, draft: str, suppressed: list[str], newline: str) -> None:
    report = check(checker, draft.replace("\n", newline))
    assert gone(report) == suppressed
    assert sorted([*found(report), *gone(report)]) == ["15", "40"]
    assert {one.by for one in report.suppressed} <= {SuppressionSource.COMMENT}


@pytest.mark.parametrize(
    ("draft", "suppressed"),
    [
        (f"{TOLL} {IGNORE}\n\n{LOSS}\n", ["15"]),
        (f"{TOLL}\n{IGNORE}\n{LOSS}\n", ["40"]),
        (f"{TOLL}\n\n{IGNORE}\n\n{LOSS}\n", ["40"]),
        (f"The fire at the mill killed {IGNORE} 15 people and burned two barns.\n\n{LOSS}\n", ["15"]),
    ],
)
def test_comments_hold_in_plain_text_too(checker: Checker, draft: str, suppressed: list[str]) -> None:
    assert gone(check(checker, draft, "draft.txt")) == suppressed


@pytest.mark.parametrize("name", ["NUM101", "NUM", "num101", "value-mismatch", "ALL", "QUO, NUM101", "QUO NUM101"])
def test_rules_go_by_code_beginning_and_name(checker: Checker, name: str) -> None:
    assert gone(check(checker, f"{TOLL} {IGNORE.replace('NUM101', name)}\n\n{LOSS}\n")) == ["15"]


def test_a_comment_on_another_rule_suppresses_nothing(checker: Checker) -> None:
    report = check(checker, f"{TOLL} {IGNORE.replace('NUM101', 'NUM102')}\n\n{LOSS}\n")
    assert found(report) == ["15", "40"] and not report.suppressed


def test_what_only_the_sources_have_words_for_is_suppressed_for_the_whole_file(checker: Checker) -> None:
    short = "The fire at the mill killed 12 people and burned two barns.\n"
    assert [finding.code for finding in check(checker, short).findings] == ["COV701"]
    for head in ("<!-- consistency: ignore-file[COV] -->\n", "---\nconsistency: {ignore: [COV]}\n---\n"):
        report = check(checker, head + short)
        assert (report.findings, [one.finding.code for one in report.suppressed]) == ((), ["COV701"])


def test_peers_suppress_and_sources_do_not(checker: Checker) -> None:
    texts = {"a.md": f"{TOLL}\n", "b.md": f"The fire at the mill killed 12 people and burned two barns. {IGNORE}\n"}
    peers = [article_from_text(text, id=name, role=Role.PEER, path=name) for name, text in texts.items()]
    assert gone(checker.compare(peers)) == ["15"]
    draft, source = (replace(one, role=role) for one, role in zip(peers, (Role.DRAFT, Role.SOURCE), strict=True))
    report = checker.check(draft, [source])
    assert found(report) == ["15"] and not report.suppressed and not notes(report)


STORY = [*TOLL.split(), "\n\n", *LOSS.split(), "\n\n"]
COMMENTS = [
    "<!-- consistency: ignore[QUO] -->",
    "{/* consistency: ignore[QUO] */}",
    "<!-- consistency: enable[NUM] -->",
]


@quick
@given(
    st.lists(st.tuples(st.integers(0, len(STORY)), st.sampled_from(COMMENTS)), max_size=4),
    st.sampled_from(["md", "txt"]),
)
def test_a_comment_changes_no_other_finding_and_no_fingerprint(
    checker: Checker, put: list[tuple[int, str]], kind: str
) -> None:
    parts = list(STORY)
    for at, comment in sorted(put, reverse=True):
        parts.insert(at, comment)
    bare, told = (check(checker, " ".join(words), f"draft.{kind}") for words in (STORY, parts))
    kept = [(f.code, f.message, f.fingerprint, words(told, f)) for f in told.findings if f.code != "SUP001"]
    assert kept == [(f.code, f.message, f.fingerprint, words(bare, f)) for f in bare.findings]


@quick
@given(st.text(max_size=60) | st.text(alphabet="ignore disable[]NUM10,: -\n", max_size=40))
def test_whatever_a_comment_says_it_is_read(text: str) -> None:
    asked = directive(text, Span(0, 1))
    assert asked.verb is not None or asked.problems
    if asked.verb not in (None, Verb.ENABLE):
        assert asked.rules
