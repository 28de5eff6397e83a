from __future__ import annotations

import csv
import io
import itertools
import json
from dataclasses import replace
from importlib.util import find_spec
from typing import Any

import jsonschema
import pytest

from consistency.reports import FORMATS
from consistency.reports import render as rendered
from consistency.reports.csv import render as render_csv
from consistency.reports.fingerprint import fingerprints
from consistency.reports.frame import frame, place_frame
from consistency.reports.json import as_dict, dumps, schema
from consistency.reports.merge import merge
from consistency.reports.safe import clean
from consistency.reports.table import COLUMNS, PLACE_COLUMNS
from consistency.reports.text import sureness
from consistency.types import Report, Role, Severity, Span
from consistency.types.lines import Lines
from tests.conftest import make_article, make_finding, make_place

HOSTILE = "\x1b[31mred\x1b[0m [bold]not markup[/bold] [/y] \x1b]0;title\x07\u202egnihton\u202c\x00\x9b2J 12 nets"


def render(report: Report, name: str, **given: Any) -> Any:
    return rendered(report, name, **given)


def validate(report: Report) -> None:
    jsonschema.Draft202012Validator(json.loads(schema())).validate(json.loads(render(report, "json")))


def hostile() -> Report:
    draft = make_article(HOSTILE, path="=cmd\x1b[2J.md")
    source = make_article("15 nets \ud800 were lost", Role.SOURCE, "s.txt")
    places = make_place(draft, "12 nets"), make_place(source, "15 nets \ud800")
    return Report(
        articles=(draft, source), findings=(make_finding(*places, says="=1+1 [red]x"),), alignments=(), signature="s"
    )


@pytest.mark.parametrize(
    ("text", "offset", "position"),
    [
        ("ab\ncd", 3, (2, 1)),
        ("ab\r\ncd", 4, (2, 1)),
        ("ab\rcd", 4, (2, 2)),
        ("ab\u2028cd", 4, (1, 5)),
        ("", 0, (1, 1)),
        ("ab\n", 3, (2, 1)),
        ("😀é\nx", 2, (1, 3)),
    ],
)
def test_lines_and_columns_are_counted_from_one(text: str, offset: int, position: tuple[int, int]) -> None:
    assert Lines(text).position(offset) == position


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(schema()))


def test_json_is_what_the_schema_says(report: Report) -> None:
    validate(report)
    validate(replace(report, id="7"))
    validate(replace(report, findings=(), alignments=()))
    validate(hostile())


def test_the_schema_refuses_a_finding_without_places(report: Report) -> None:
    told = as_dict(report)
    told["findings"][0]["places"] = []
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(told, json.loads(schema()))


def test_json_places_cut_their_words(report: Report) -> None:
    texts = {article.id: article.text for article in report.articles}
    told = json.loads(render(report, "json"))
    places = [place for finding in told["findings"] for place in finding["places"]]
    assert [place["text"] for place in places] == ["Twelve boats burned.", "a dozen", "12 nets", "15 nets"]
    assert all(texts[place["article"]][place["start"] : place["end"]] == place["text"] for place in places)
    assert [(p["line"], p["column"], p["end_line"], p["end_column"]) for p in places[2:]] == [
        (4, 16, 4, 23),
        (2, 9, 2, 16),
    ]


def test_json_counts_by_severity_and_has_an_id_only_in_batch(report: Report) -> None:
    told = as_dict(report)
    assert told["summary"] == {"error": 1, "warning": 0, "note": 1}
    assert "id" not in told
    assert as_dict(replace(report, id="row"))["id"] == "row"


def test_json_has_no_word_for_infinity() -> None:
    with pytest.raises(ValueError, match="JSON"):
        dumps(float("inf"))


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "parquet" or find_spec("pyarrow")])
def test_equal_reports_give_equal_bytes_that_can_be_written(report: Report, name: str) -> None:
    assert render(report, name) == render(replace(report), name)
    shown = render(hostile(), name)
    assert isinstance(shown, bytes) or shown.encode("utf-8").endswith(b"\n")


def test_fingerprints_survive_moved_lines_and_other_files(report: Report) -> None:
    draft, source = report.articles
    moved = make_article("A new first line.\n\n" + draft.text.replace("12 nets", "12\u00a0Nets"), path="moved.md")
    places = make_place(moved, "12\u00a0Nets"), make_place(source, "15 nets")
    other = replace(report, articles=(moved, source), findings=(make_finding(*places),))
    assert fingerprints(other) == fingerprints(report)[1:]


def test_fingerprints_differ_with_words_code_and_count() -> None:
    draft = make_article("12 nets here and 12 nets there, 13 nets in all")
    first, second = make_finding(make_place(draft, "12 nets")), make_finding(make_place(draft, "12 nets", nth=2))
    other, code = make_finding(make_place(draft, "13 nets")), make_finding(make_place(draft, "12 nets"), code="NUM102")
    report = Report(articles=(draft,), findings=(first, second, other, code), alignments=(), signature="s")
    marks = fingerprints(report)
    assert len(set(marks)) == 4
    swapped = fingerprints(replace(report, findings=(second, first, other, code)))
    assert swapped == (marks[1], marks[0], *marks[2:])


def test_clean_leaves_one_line_of_words() -> None:
    assert clean(HOSTILE) == (
        r"\x1b[31mred\x1b[0m [bold]not markup[/bold] [/y] \x1b]0;title\x07\u202egnihton\u202c\x00\x9b2J 12 nets"
    )
    assert clean("a\r\nb\tc\ud800") == r"a  b c\ud800"


def test_text_shows_both_sides_with_the_words_marked(report: Report) -> None:
    assert render(report, "text") == (
        "draft.md:4:16  error  NUM101 value-mismatch  (almost certain)\n"
        "  the draft says 12 where the source says 15\n"
        "    draft\n"
        "      The owner lost 12 nets on Monday.\n"
        "                     ^^^^^^^\n"
        "    source wire.txt:2:9\n"
        "      He lost 15 nets.\n"
        "              ^^^^^^^\n"
        "\n"
        "draft.md:3:1  note  COV702 value-mismatch  (almost certain)\n"
        "  left out: a dozen\n"
        "    draft (missing here)\n"
        "      Twelve boats burned.\n"
        "      ^^^^^^^^^^^^^^^^^^^^\n"
        "    source wire.txt:1:15\n"
        "      The fire took a dozen boats.\n"
        "                    ^^^^^^^\n"
        "\n"
        "not checked: photo.txt: no prose in it\n"
        "1 error, 1 note in 1 draft against 1 source\n"
    )


def test_text_without_colour_has_no_escape_sequence_and_no_markup() -> None:
    shown = render(hostile(), "text")
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "[bold]not markup[/bold] [/y]" in shown


def test_text_in_colour_has_only_colour_sequences() -> None:
    import re

    shown = render(hostile(), "text", color=True)
    assert "\x1b[" in shown
    assert "\x1b" not in re.sub(r"\x1b\[[0-9;]*m", "", shown)


@pytest.mark.parametrize("width", [40, 60, 100])
def test_text_keeps_to_the_width_with_carets_under_the_words(width: int) -> None:
    from rich.cells import cell_len

    words = "港の火事で " + "boats burned and nets were lost " * 3 + "while 12 nets were saved " + "from the quay " * 9
    draft = make_article(words)
    finding = make_finding(make_place(draft, "12 nets were saved"))
    shown = render(Report(articles=(draft,), findings=(finding,), alignments=(), signature="s"), "text", width=width)
    lines = shown.split("\n")
    assert max(map(cell_len, lines[1:])) <= width
    marked = ""
    for above, line in itertools.pairwise(lines):
        if set(line.strip()) == {"^"}:
            cells = "".join(c + "\0" * (cell_len(c) - 1) for c in above)
            marked += cells[line.index("^") : line.rindex("^") + 1] + " "
    assert " ".join(marked.split()) == "12 nets were saved"


@pytest.mark.parametrize(
    ("confidence", "word"), [(1.0, "almost certain"), (0.8, "likely"), (0.5, "possible"), (0, "doubtful")]
)
def test_confidence_is_told_in_words(confidence: float, word: str) -> None:
    assert sureness(confidence) == word


def test_concise_has_a_line_for_each_finding(report: Report) -> None:
    assert render(report, "concise") == (
        "draft.md:4:16: NUM101 value-mismatch the draft says 12 where the source says 15\n"
        "draft.md:3:1: COV702 value-mismatch left out: a dozen\n"
    )


def test_csv_has_a_row_for_each_finding(report: Report) -> None:
    rows = list(csv.DictReader(io.StringIO(render(report, "csv"))))
    assert [row["text"] for row in rows] == ["Twelve boats burned.", "12 nets"]
    assert (rows[1]["other_text"], rows[1]["other_line"], rows[1]["places"]) == ("15 nets", "2", "2")
    assert tuple(rows[0]) == COLUMNS


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "＝1"])
def test_csv_cells_are_never_formulas(words: str) -> None:
    draft = make_article(f"a {words} b")
    finding = make_finding(make_place(draft, words), says=words)
    out = render_csv(Report(articles=(draft,), findings=(finding,), alignments=(), signature="s"))
    row = next(csv.DictReader(io.StringIO(out)))
    assert row["text"].startswith("'")
    assert row["message"].startswith("'")


def test_frame_has_the_columns_of_the_table_whatever_was_found(report: Report) -> None:
    full, empty = frame(report), frame(replace(report, findings=()))
    assert tuple(full.columns) == tuple(empty.columns) == COLUMNS
    assert (full.dtypes == empty.dtypes).all()
    assert full["line"].tolist() == [3, 4]
    assert full["severity"].dtype.ordered
    assert str(full["other_start"].dtype) == "Int64"


def test_the_columns_of_older_versions_come_first(report: Report) -> None:
    older = (
        "id code name severity confidence message path role kind line column end_line end_column start end text "
        "other_path other_role other_kind other_line other_column other_start other_end other_text places fingerprint"
    )
    assert COLUMNS[:26] == tuple(older.split())


def test_frame_of_places_has_every_place_whatever_was_found(report: Report) -> None:
    full, empty = place_frame(report), place_frame(replace(report, findings=()))
    assert tuple(full.columns) == tuple(empty.columns) == tuple(PLACE_COLUMNS)
    assert (full.dtypes == empty.dtypes).all()
    assert len(full) == sum(len(finding.places) for finding in report.findings)
    assert full["text"].tolist() == ["Twelve boats burned.", "a dozen", "12 nets", "15 nets"]


def test_csv_has_all_places_as_json(report: Report) -> None:
    row = next(csv.DictReader(io.StringIO(render_csv(report))))
    assert [place["article"] for place in json.loads(row["all_places"])] == ["draft.md", "wire.txt"]


def test_merge_keeps_all_findings_and_each_article_once(report: Report) -> None:
    draft = make_article("Another story: 14 nets.", path="other.md")
    other = replace(
        report,
        articles=(draft, report.articles[1]),
        findings=(make_finding(make_place(draft, "14 nets")),),
        alignments=(),
    )
    merged = merge([report, other])
    assert [article.path for article in merged.articles] == ["draft.md", "wire.txt", "other.md"]
    assert len(merged.findings) == 3
    assert render(merged, "text").endswith("2 errors, 1 note in 2 drafts against 1 source\n")


def test_nothing_found_is_said(report: Report) -> None:
    silent = replace(report, findings=(), skipped=())
    assert render(silent, "text") == "nothing found in 1 draft against 1 source\n"
    assert render(silent, "concise") == ""


def test_findings_are_sorted_by_severity_then_place() -> None:
    draft = make_article("1 net, 2 nets, 3 nets")
    places = [make_place(draft, words) for words in ("3 nets", "1 net", "2 nets")]
    findings = [
        make_finding(place, severity=severity)
        for place, severity in zip(places, (Severity.ERROR, Severity.NOTE, Severity.ERROR), strict=True)
    ]
    lines = render(Report(articles=(draft,), findings=tuple(findings), alignments=(), signature="s"), "concise")
    assert [line.split(":")[2] for line in lines.splitlines()] == ["8", "16", "1"]


def test_a_span_at_the_end_has_a_position() -> None:
    draft = make_article("one\ntwo")
    finding = make_finding(replace(make_place(draft, "two"), span=Span(7, 7)))
    told = as_dict(Report(articles=(draft,), findings=(finding,), alignments=(), signature="s"))
    assert (told["findings"][0]["places"][0]["line"], told["findings"][0]["places"][0]["column"]) == (2, 4)
