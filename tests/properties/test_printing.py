"""Whatever an article, a name or a setting contains: nothing of it acts, hides or reorders where it is printed."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import re
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from consistency.cli import cli
from consistency.cli.status import status
from consistency.errors import InputError
from consistency.findings.baseline.entry import Entry
from consistency.github import log, outputs, page
from consistency.reports import FORMATS, claims, passages, render
from consistency.reports.json import as_dict, dumps
from consistency.reports.load import loads
from consistency.reports.table import COLUMNS
from consistency.runs.progress import Progress
from consistency.runs.rows import ClaimRows
from consistency.runs.stderr import write_error, write_lines
from consistency.settings import Settings
from consistency.types import (
    Claim,
    ClaimKind,
    Context,
    MatrixCell,
    MatrixRow,
    Passage,
    Report,
    Role,
    Skipped,
    Span,
    Suppressed,
    SuppressionSource,
)
from tests.conftest import make_article, make_finding, make_place
from tests.printed import HOSTILE, NAMES, commands, decoded, raw
from tests.unit.github.test_outputs import parse

#: Formats that are JSON, and what of a line of theirs an own command is.
AS_JSON = ("json", "sarif", "gitlab", "rdjson")


@st.composite
def reports(draw: st.DrawFn, role: Role = Role.DRAFT) -> Report:
    """A report of a hostile article and a hostile source, which has a hostile text wherever a report has text."""
    words, path, wire = draw(HOSTILE), draw(NAMES), draw(NAMES)
    assume(path != wire)
    draft = replace(make_article(f"{words} 12 nets {draw(HOSTILE)}", role, path), title=draw(HOSTILE))
    other = Role.SOURCE if role is Role.DRAFT else role
    source = make_article(f"{draw(HOSTILE)} 15 nets {draw(HOSTILE)}", other, wire)
    places = make_place(draft, "12 nets"), make_place(source, "15 nets")
    finding = make_finding(*places, says=draw(HOSTILE) or "x")
    voices = tuple(MatrixCell(article=p.article, places=(p,), cluster=i) for i, p in enumerate(places))
    return Report(
        id=draw(HOSTILE),
        articles=(draft, source),
        findings=(finding, replace(finding, places=places[::-1])),
        alignments=(Passage(places=places, score=0.5),),
        signature=draw(HOSTILE),
        skipped=(Skipped(what=draw(NAMES), why=draw(HOSTILE)),),
        suppressed=(Suppressed(finding=finding, by=SuppressionSource.COMMENT, reason=draw(HOSTILE)),),
        facts=(MatrixRow(kind=ClaimKind.QUANTITY, voices=voices),),
    )


def harmless(text: str) -> None:
    assert raw(text) == set()
    assert commands(text) == []
    text.encode()


@pytest.mark.parametrize("format", [name for name in FORMATS if name not in ("parquet", "github")])
@settings(max_examples=40, deadline=None)
@given(st.one_of(reports(), reports(role=Role.PEER)))
def test_a_format_prints_nothing_that_acts_or_hides(format: str, report: Report) -> None:
    text = render(report, format)
    assert isinstance(text, str)
    harmless(text)
    if format in AS_JSON:
        assert json.loads(text)
    elif format == "json-lines":
        assert [json.loads(line) for line in text.splitlines()] == [
            {"id": report.id, **finding} for finding in as_dict(report)["findings"]
        ]
    elif format == "csv":
        assert {len(row) for row in csv.reader(io.StringIO(text))} == {len(COLUMNS)}
    elif format == "junit":
        assert len(ET.fromstring(text).findall(".//testcase")) == 2


@settings(max_examples=60, deadline=None)
@given(reports())
def test_json_reads_back_as_it_was(report: Report) -> None:
    text = render(report, "json")
    assert isinstance(text, str)
    assert json.loads(text) == as_dict(report)
    assert as_dict(loads(text, where="x")) == as_dict(report)
    texts = {article.id: article.text for article in report.articles}
    for place in (place for finding in json.loads(text)["findings"] for place in finding["places"]):
        assert texts[place["article"]][place["start"] : place["end"]] == place["text"]


@settings(max_examples=60, deadline=None)
@given(reports())
def test_annotations_are_ours_one_to_a_finding(report: Report) -> None:
    text = render(report, "github")
    assert isinstance(text, str)
    assert raw(text) == set()
    assert len(re.split(r"\r\n|\r|\n", text.rstrip("\n"))) == len(report.findings)
    for line in text.splitlines():
        assert re.fullmatch(r"::error title=NUM101 value-mismatch(,\w+=[^,:\n]*)*::.*", line)
        assert commands(line.replace("%0A", "\n").removeprefix("::")) == []


@settings(max_examples=60, deadline=None)
@given(reports(), st.booleans())
def test_colours_are_the_only_sequences_of_the_text_report(report: Report, color: bool) -> None:
    text = render(report, "text", color=color)
    assert isinstance(text, str)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text) if color else text
    assert raw(plain) == set()
    assert commands(text) == []
    assert not re.search(r"^\s*::", plain, re.MULTILINE)


@settings(max_examples=60, deadline=None)
@given(reports())
def test_passages_and_claims_print_nothing_that_acts_or_hides(report: Report) -> None:
    article = report.articles[0]
    at = article.text.index("12 nets")
    spans = Span(0, at + 2), Span(at, len(article.text))
    found = [
        Claim(
            article=article.id,
            sentence=0,
            kind=ClaimKind.QUANTITY,
            span=span,
            text=span.cut(article.text),
            context=Context(before="", after=""),
        )
        for span in spans
    ]
    for write in passages.FORMATS.values():
        harmless(write(report.articles, report.alignments))
    for said in claims.FORMATS.values():
        harmless(said([(article, found)]))
    assert len(claims.text([(article, found)]).splitlines()) == 2


@contextlib.contextmanager
def printed() -> Iterator[tuple[io.StringIO, io.StringIO]]:
    """Standard output and standard error."""
    out, err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline=""), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        yield out, err  # type: ignore[misc]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@settings(deadline=None)
@given(HOSTILE, NAMES, st.booleans())
def test_what_is_said_on_standard_error_is_one_line_for_each_thing(words: str, name: str, live: bool) -> None:
    err = Terminal() if live else io.StringIO()
    with contextlib.redirect_stderr(err):
        progress = Progress(verbose=True)
        progress(f"checking {name}", 1, 1)
        progress.message(words)
        write_lines(words, name)
        write_error(InputError(words, where=name, hint=f"x{words}"))
    text = err.getvalue().replace("\r\x1b[K", "" if live else "\r\x1b[K")
    harmless(text)
    assert text.count("\n") == 5 + (not live)


@settings(max_examples=30, deadline=None)
@given(NAMES, HOSTILE.filter(lambda words: "\x00" not in words))
def test_a_command_repeats_nothing_that_acts_or_hides(name: str, words: str) -> None:
    word = f"x{words}"
    lines = [
        ("rule", word), ("config", word), ("models", "path", word), ("models", "verify", word), (word,),
        ("report", name), ("check", f"--{word}"), ("check", name, "-s", word), ("check", name, "--config", word),
        ("claims", word),
        ("check", "--config", f"select={word}"), ("check", name, "--fail-on", word), ("align", word, name),
        ("check", "--changed-since", word), ("check", name, "-f", word), ("check", name, "-o", f"{word}/x"),
        ("check", "--jsonl", word), ("sources", "list", name), ("sources", "verify", word), ("init", word),
        ("sources", "fetch", f"file://{word}"), ("baseline", "show", "--baseline", word), ("compare", word, name),
        ("check", "--show-files", name, "--allow-empty"), ("sources", "list", "-f", "json", name),
        ("config", "show", name),
    ]  # fmt: skip
    here = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            Path(name).write_bytes(
                f"---\n{json.dumps(word)}: 1\nsources: [{json.dumps(word)}]\n---\nA mill.\n".encode()
            )
            for args in lines:
                with printed() as (out, err):
                    status(cli, args)
                harmless(decoded(out.buffer.getvalue()))  # type: ignore[attr-defined]
                harmless(err.getvalue())
        finally:
            os.chdir(here)


@settings(max_examples=40, deadline=None)
@given(HOSTILE, HOSTILE)
def test_a_row_of_a_batch_is_answered_on_one_line_with_its_id(id: str, words: str) -> None:
    told = {"id": id, "text": f"{words} A mill burned 12 barns."}
    answer = ClaimRows(Settings()).answer(1, json.dumps(told).encode())
    text = dumps(answer.content)
    harmless(text)
    assert text.count("\n") == 1
    assert json.loads(text)["id"] == id
    for claim in json.loads(text)["claims"]:
        assert told["text"][claim["start"] : claim["end"]] == claim["text"]


@settings(deadline=None)
@given(HOSTILE, NAMES)
def test_the_log_of_the_action_has_our_commands_alone(words: str, name: str) -> None:
    with printed() as (out, _), log.inert() as said:
        said.write(f"{words}\n")
    lines = re.split(r"\r\n|\r|\n", decoded(out.buffer.getvalue()))  # type: ignore[attr-defined]
    assert [line.split("::")[1] for line in commands("\n".join(lines))] == ["stop-commands", lines[0].split("::")[2]]
    with printed() as (out, _):
        log.annotate("error", words, name)
    text = decoded(out.buffer.getvalue())  # type: ignore[attr-defined]
    assert raw(text) == set()
    assert len(commands(text)) == 1
    assert len(text.splitlines()) == 1


@settings(deadline=None)
@given(HOSTILE, HOSTILE)
def test_the_page_and_the_outputs_of_the_action_are_text(title: str, why: str) -> None:
    harmless(page.nothing(title, why))
    with tempfile.NamedTemporaryFile() as file:
        given: dict[str, Any] = {"report-path": title, "findings": why}
        outputs.write(file.name, given)
        assert parse(Path(file.name).read_bytes().decode()) == given


@settings(deadline=None)
@given(HOSTILE, HOSTILE)
def test_an_entry_of_the_baseline_is_one_line(words: str, name: str) -> None:
    from consistency.cli.baseline import _line

    said = _line(Entry(path=name, code="NUM101", fingerprint="x", message=words, reason=words))
    harmless(said)
    assert said.count("\n") == 1
