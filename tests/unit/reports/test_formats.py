from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt

from consistency.reports import FORMATS, render
from consistency.reports.markdown import render as markdown
from consistency.reports.markdown import words
from consistency.reports.paths import inside, uri
from consistency.types import Explanation, Report, Role, Severity
from consistency.types.lines import Lines
from tests.conftest import make_article, make_finding, make_place
from tests.printed import raw

#: Texts that try to be something else: one per reader that could be fooled.
NASTY = (
    "::set-output name=token::stolen",
    "##[error]forged",
    "%0A::error::forged",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "]]><!-- --></failure>",
    "\x1b]0;title\x07\x1b[2J\x9b31m",
    "=HYPERLINK(1)",
    "| a | b | `code` **bold** _it_ [link](javascript:1) ![i](x) @desk #12 GH-7 www.example.org https://example.org",
    "$x$ &amp; {{ 7*7 }} {% raw %} ${7*7}",
    "\u202etxt\u202c \ufeff\u200b\ufffe\uffff \ud800",
    "👩🏽‍🚒🔥 é",
)


def nasty(words: str) -> Report:
    draft = make_article(f"🔥🔥 {words}\n{words} 12 nets", path="drafts/a, b: 100%.md")
    source = make_article(f"{words}\n::warning::x 15 nets {words}", Role.SOURCE, "../out/wire.txt")
    finding = make_finding(make_place(draft, "12 nets"), make_place(source, f"15 nets {words}"), says=words)
    return Report(articles=(draft, source), findings=(finding,), alignments=(), signature="s")


def many(errors: int, warnings: int, notes: int) -> Report:
    draft = make_article("a 12 nets b")
    counts = ((Severity.ERROR, errors), (Severity.WARNING, warnings), (Severity.NOTE, notes))
    place = make_place(draft, "12 nets")
    found = [make_finding(place, severity=severity, says=f"no {i}") for severity, n in counts for i in range(n)]
    return Report(articles=(draft,), findings=tuple(found), alignments=(), signature="s")


def text(report: Report, format: str) -> str:
    rendered = render(report, format)
    assert isinstance(rendered, str)
    return rendered


def told(report: Report, format: str) -> Any:
    return json.loads(text(report, format))


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "parquet"])
@pytest.mark.parametrize("nasty_words", NASTY)
def test_no_text_breaks_a_format_or_talks_to_the_terminal_or_the_runner(name: str, nasty_words: str) -> None:
    report = nasty(nasty_words)
    rendered = text(report, name)
    assert rendered == text(replace(report), name)
    rendered.encode("utf-8")
    assert not raw(rendered.replace("👩🏽\u200d🚒", ""))
    lines = [line.lstrip() for line in rendered.splitlines() if line.lstrip().startswith("::")]
    assert len(lines) == (name == "github")
    assert "##[" not in rendered


# ---- paths


@pytest.mark.parametrize(
    ("path", "local", "encoded"),
    [
        ("./drafts/a.md", "drafts/a.md", "drafts/a.md"),
        ("drafts/../a.md", "a.md", "a.md"),
        ("../a.md", None, "a.md"),
        ("/elsewhere/a.md", None, "a.md"),
        ("-", None, "stdin"),
        ("", None, "stdin"),
        ("a b:c%d.md", "a b:c%d.md", "a%20b%3Ac%25d.md"),
        ("é/ü.md", "é/ü.md", "%C3%A9/%C3%BC.md"),
    ],
)
def test_paths_are_relative_and_encoded(path: str, local: str | None, encoded: str) -> None:
    assert (inside(path), uri(path)) == (local, encoded)


def test_an_absolute_path_in_the_folder_is_told_from_there(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert inside(str(tmp_path / "drafts" / "a.md")) == "drafts/a.md"


# ---- GitHub


def test_github_tells_file_line_and_columns(report: Report) -> None:
    assert text(report, "github").splitlines() == [
        "::error title=NUM101 value-mismatch,file=draft.md,line=4,endLine=4,col=16,endColumn=23"
        "::the draft says 12 where the source says 15%0Awire.txt:2:9: 15 nets",
        "::notice title=COV702 value-mismatch,file=draft.md,line=3,endLine=3,col=1,endColumn=21"
        "::left out: a dozen%0Awire.txt:1:15: a dozen",
    ]


def test_github_escapes_properties_and_leaves_columns_out_over_lines() -> None:
    draft = make_article("one\ntwo 100% three", path="a,b:c%.md")
    place = make_place(draft, "one\ntwo")
    said = text(Report(articles=(draft,), findings=(make_finding(place),), alignments=(), signature="s"), "github")
    assert "file=a%2Cb%3Ac%25.md,line=1,endLine=2::" in said


def test_github_names_no_file_that_is_not_in_the_folder() -> None:
    draft = make_article("12 nets", path="/elsewhere/a.md")
    report = Report(
        articles=(draft,), findings=(make_finding(make_place(draft, "12 nets")),), alignments=(), signature="s"
    )
    assert "file=" not in text(report, "github")


@pytest.mark.parametrize(
    ("counts", "lines", "last"),
    [
        ((10, 10, 10), 30, "no 9"),
        ((25, 10, 0), 21, "not shown here: 15 errors; see the full report"),
        ((40, 11, 12), 30, "not shown here: 30 errors, 1 warning, 3 notes; see the full report"),
        ((0, 0, 0), 0, ""),
    ],
)
def test_github_shows_ten_of_each_kind_and_counts_the_rest(counts: tuple[int, int, int], lines: int, last: str) -> None:
    said = text(many(*counts), "github").splitlines()
    assert len(said) == lines
    assert sum(line.startswith("::notice") for line in said) <= 10
    assert not said or said[-1].endswith(last)


# ---- SARIF


def test_sarif_has_what_code_scanning_needs(report: Report) -> None:
    rule = Explanation(code="NUM101", name="value-mismatch", severity=Severity.ERROR, summary="Short.", text="Long.")
    sarif = told(replace(report, rules=(rule,)), "sarif")
    run = sarif["runs"][0]
    first = run["results"][0]
    assert (sarif["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["COV702", "NUM101"]
    assert run["tool"]["driver"]["rules"][1]["help"] == {"text": "Long.", "markdown": "Long."}
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == first["ruleId"] == "NUM101"
    assert first["level"] == "error"
    assert list(first["partialFingerprints"]) == ["consistency/v1"]
    physical = first["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"] == {"uri": "draft.md"}
    region = {key: physical["region"][key] for key in ("startLine", "startColumn", "endLine", "endColumn")}
    assert region == {"startLine": 4, "startColumn": 16, "endLine": 4, "endColumn": 23}
    assert first["message"]["text"].endswith("\n[wire.txt:2:9](1)")
    assert first["relatedLocations"][0]["id"] == 1
    assert run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"].startswith("not checked: photo")


@pytest.mark.parametrize("nasty_words", NASTY)
def test_sarif_is_sound_whatever_the_text(nasty_words: str) -> None:
    sarif = told(nasty(nasty_words), "sarif")
    run = sarif["runs"][0]
    for rule in run["tool"]["driver"]["rules"]:
        assert all(rule[key]["text"] for key in ("shortDescription", "fullDescription", "help"))
        assert rule["properties"]["precision"] in ("very-high", "high", "medium", "low")
        assert not {"tags", "security-severity"} & rule["properties"].keys()
    for result in run["results"]:
        uris = re.findall(r'"uri": "([^"]*)"', json.dumps(result))
        assert uris == ["drafts/a%2C%20b%3A%20100%25.md"]  # the source lies outside of the folder
        assert result["relatedLocations"][0]["logicalLocations"]
        assert result["message"]["text"]
        assert set(re.findall(r"(?<!\\)\]\((\d+)\)", result["message"]["text"])) == {"1"}


# ---- GitLab, JUnit, reviewdog, lines


def test_gitlab_issues_have_unique_fingerprints_and_known_severities() -> None:
    issues = told(many(2, 2, 1), "gitlab")
    assert len({issue["fingerprint"] for issue in issues}) == 5
    assert {issue["severity"] for issue in issues} == {"major", "minor", "info"}
    assert issues[0]["location"] == {"path": "draft.md", "lines": {"begin": 1, "end": 1}}
    assert told(many(0, 0, 0), "gitlab") == []


@pytest.mark.parametrize("nasty_words", NASTY)
def test_junit_is_xml_whatever_the_text(nasty_words: str) -> None:
    suites = ET.fromstring(text(nasty(nasty_words), "junit"))
    failure = suites.find("testsuite/testcase/failure")
    assert failure is not None
    assert failure.get("type") == "error"
    assert "12 nets" in (failure.text or "")


def test_junit_counts_and_passes_notes(report: Report) -> None:
    suites = ET.fromstring(text(report, "junit"))
    assert (suites.get("tests"), suites.get("failures")) == ("2", "1")
    assert [case.find("system-out") is not None for case in suites.iter("testcase")] == [True, False]
    silent = ET.fromstring(text(replace(report, findings=()), "junit"))
    assert (silent.get("tests"), silent.get("failures")) == ("1", "0")


def test_rdjson_counts_bytes() -> None:
    found = told(nasty("é"), "rdjson")["diagnostics"][0]
    assert found["location"]["range"]["start"] == {"line": 2, "column": 4}
    assert found["location"]["range"]["end"] == {"line": 2, "column": 11}
    assert found["severity"] == "ERROR"
    assert found["related_locations"][0]["location"]["path"] == "wire.txt"
    assert Lines("🔥é x").byte(3) == 8


def test_json_lines_are_the_findings_of_the_json_report(report: Report) -> None:
    lines = [json.loads(line) for line in text(replace(report, id="7"), "json-lines").splitlines()]
    assert lines == [{"id": "7", **finding} for finding in told(report, "json")["findings"]]


def test_grouped_lists_findings_under_their_file(report: Report) -> None:
    assert text(report, "grouped") == (
        "draft.md\n"
        "  3:1      note     COV702 value-mismatch  left out: a dozen\n"
        "  4:16     error    NUM101 value-mismatch  the draft says 12 where the source says 15\n"
        "\n"
        "1 error, 1 note in 1 draft against 1 source\n"
    )


# ---- Markdown


def shown(source: str) -> str:
    """What a reader of the rendered Markdown sees, and nothing that was not words."""
    tokens = [
        t
        for block in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(source)
        for t in [block, *(block.children or [])]
    ]
    kinds = {t.type for t in tokens} - {"paragraph_open", "paragraph_close", "inline", "text", "text_special"}
    assert not kinds, kinds
    return "".join(t.content for t in tokens if t.type in ("text", "text_special"))


@pytest.mark.parametrize(
    "plain",
    [
        *NASTY[:5],
        *NASTY[6:9],
        "deadbeef1 0123456789abcdef0123456789abcdef01234567",
        "a/b#12 c@0123abc",
        "- a",
        "1. a",
        "# a",
        "> a",
        "=== a",
        "***",
        "~~a~~",
        "a@b.example",
        ":smile: 12:30:45",
    ],
)
def test_markdown_shows_words_and_nothing_else(plain: str) -> None:
    assert shown(words(plain)).replace("\u200b", "") == plain
    assert not re.search(r"@\w|#\w|GH-\d|:smile:", shown(words(plain)))
    assert not re.search(r"\b(?=\d*[a-f])(?=[a-f]*\d)[0-9a-f]{7,40}\b", shown(words(plain)))
    assert not re.search(r"www\.|://", words(plain))  # as GitHub's own reader links them


def test_markdown_shows_each_side(report: Report) -> None:
    said = text(report, "markdown")
    assert "- draft draft.md 4:16: The owner lost <strong>12 nets</strong> on Monday." in said
    assert "- source wire.txt 2:9: He lost <strong>15 nets</strong>." in said
    assert said.index("NUM101") < said.index("COV702")


def test_markdown_keeps_to_its_bound_and_says_what_is_missing() -> None:
    report = many(600, 600, 0)
    for bound in (1000, 5000, 60_000):
        said = markdown(report, bound=bound)
        assert len(said.encode()) <= bound
        left = re.search(r"\*\*(\d+) more not shown here", said)
        assert left is not None
        assert int(left[1]) + said.count("<!-- f-") == 1200
    assert "more not shown" not in markdown(report, bound=10**7)


# ---- Parquet


def test_parquet_reads_back_as_the_table(report: Report) -> None:
    pytest.importorskip("pyarrow")
    import io

    import pandas as pd

    from consistency.reports.frame import frame

    packed = render(report, "parquet")
    assert isinstance(packed, bytes)
    table = pd.read_parquet(io.BytesIO(packed))
    assert table["fingerprint"].tolist() == frame(report)["fingerprint"].tolist()
    assert packed == render(report, "parquet")


def test_parquet_says_what_to_install(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    from consistency.errors import OutputError

    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(OutputError, match=r"pip install 'claim-consistency\[parquet\]'"):
        render(report, "parquet")
