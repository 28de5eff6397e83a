"""What reports, and the command, make of suppressed findings."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from consistency.check import Checker
from consistency.reports import render
from consistency.reports.load import loads
from tests.conftest import Call
from tests.unit.findings.suppress.conftest import IGNORE, LOSS, SOURCE, TOLL, check


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "draft.md").write_text(f"{TOLL} {IGNORE}\n\n{LOSS}\n")
    (tmp_path / "wire.txt").write_text(SOURCE)
    return tmp_path


CHECK = ("check", "draft.md", "-s", "wire.txt")


def test_a_suppressed_finding_leaves_findings_summary_and_status(call: Call, story: Path) -> None:
    (story / "draft.md").write_text(f"{TOLL} {IGNORE}\n")
    done = call(*CHECK, "-f", "json", "--select", "NUM")
    told = json.loads(done.stdout)
    assert (done.returncode, told["findings"], told["summary"]) == (0, [], {"error": 0, "warning": 0, "note": 0})
    (one,) = told["suppressed"]
    assert (one["code"], one["by"], one["reason"], one["places"][0]["text"]) == (
        "NUM101", "comment", "checked by phone", "15",
    )  # fmt: skip
    shown = call(*CHECK, "-f", "json", "--select", "NUM", "--ignore-suppressions")
    (finding,) = json.loads(shown.stdout)["findings"]
    assert (shown.returncode, finding["fingerprint"]) == (1, one["fingerprint"])
    assert "suppressed" not in json.loads(shown.stdout)


def test_severities_of_the_settings_hold_for_what_is_suppressed_too(call: Call, story: Path) -> None:
    told = json.loads(call(*CHECK, "-f", "json", "--config", 'severity = {NUM = "note", SUP = "warning"}').stdout)
    assert [one["severity"] for one in told["suppressed"]] == ["note"]
    told = json.loads(
        call(*CHECK, "-f", "json", "--config", 'severity = {NUM = "note"}', "--min-severity", "error").stdout
    )
    assert (told["findings"], "suppressed" in told) == ([], False)


def test_tellings_can_be_compared_with_and_without(call: Call, story: Path) -> None:
    args = ("compare", "draft.md", "wire.txt", "-f", "concise", "--select", "NUM")
    assert [call(*args, *more).stdout.count(b"NUM101") for more in ((), ("--ignore-suppressions",))] == [1, 2]


def test_every_report_says_how_many_are_suppressed(call: Call, story: Path) -> None:
    assert call(*CHECK).stdout.decode().endswith("1 error in 1 draft against 1 source\n1 finding suppressed\n")
    markdown = call(*CHECK, "-f", "markdown").stdout.decode()
    assert (
        "<details><summary>1 finding suppressed</summary>\n\n- NUM101 draft.md 1:29, by a comment: checked by phone"
        in markdown
    )
    html = call(*CHECK, "-f", "html").stdout.decode()
    assert "<summary>1 finding suppressed</summary>" in html and "checked by phone" in html


def test_a_saved_report_keeps_what_is_suppressed(call: Call, story: Path) -> None:
    saved = call(*CHECK, "-f", "json", "-o", "run.json")
    assert saved.returncode == 1
    assert call("report", "run.json", "-f", "json").stdout == (story / "run.json").read_bytes()
    (story / "draft.md").unlink()
    assert call("report", "run.json").stdout.decode().endswith("1 finding suppressed\n")


def test_a_report_read_back_is_the_same(checker: Checker) -> None:
    report = check(checker, f"{TOLL} {IGNORE}\n\n{LOSS} <!-- consistency: ignore[QUO] -->\n")
    texts = {article.id: article for article in report.articles}
    back = loads(render(report, "json"), lambda article: texts[article.id])
    assert back.suppressed == report.suppressed
    assert render(back, "json") == render(report, "json")


def test_the_markdown_keeps_within_its_bound(checker: Checker) -> None:
    from consistency.reports.markdown import render as markdown

    one = check(checker, f"{TOLL} {IGNORE.replace('checked', '`_<&' * 90)}\n\n{LOSS}\n")
    report = replace(one, suppressed=one.suppressed * 400)
    for bound in (1000, 5000, 60_000):
        said = markdown(report, bound=bound)
        assert len(said.encode()) <= bound
        assert "400 findings suppressed" in said and "more\n" in said and "NUM101" in said


def test_the_day_is_no_part_of_what_is_kept(call: Call, story: Path) -> None:
    head = "---\nconsistency:\n  accept:\n  - {rule: NUM101, reason: x, until: 2026-05-04}\n---\n"
    (story / "draft.md").write_text(f"{head}{TOLL}\n")
    ended = [call(*CHECK, "-f", "concise", CONSISTENCY_TODAY=f"2026-05-0{day}").stdout.decode() for day in (4, 5, 4)]
    assert [("NUM101" in said, "SUP001" in said) for said in ended] == [(False, False), (True, True), (False, False)]


def test_an_article_can_say_from_which_severity_on_it_fails(call: Call, story: Path) -> None:
    (story / "draft.md").write_text(f"---\nconsistency: {{fail-on: never}}\n---\n{TOLL}\n")
    assert call(*CHECK).returncode == 0
    assert call(*CHECK, "--fail-on", "error").returncode == 1
    assert call(*CHECK, CONSISTENCY_FAIL_ON="error").returncode == 1
    (story / "draft.md").write_text(f"---\nconsistency: {{fail-on: note}}\n---\n{TOLL.replace('15', '12')}\n")
    assert call(*CHECK).returncode == 1
    assert call(*CHECK, "--exit-zero").returncode == 0


def test_an_article_that_keeps_itself_out_is_listed(call: Call, story: Path) -> None:
    (story / "draft.md").write_text(f"---\nconsistency: {{enabled: false}}\n---\n{TOLL}\n")
    done = call("check", "draft.md")
    assert done.returncode == 3
    assert b'not checked: draft.md: its front matter says "enabled: false"' in done.stdout
    assert call(*CHECK).returncode == 3
    assert call(*CHECK, "--allow-empty").returncode == 0


def test_a_wrong_shape_ends_with_2_and_names_file_and_key(call: Call, story: Path) -> None:
    (story / "draft.md").write_text(f"---\nconsistency: {{accept: [{{rule: NUM101}}]}}\n---\n{TOLL}\n")
    done = call(*CHECK)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"error: draft.md:2: consistency.accept[0].reason in the front matter is missing\n" in done.stderr
