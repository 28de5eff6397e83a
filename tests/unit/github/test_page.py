from __future__ import annotations

from pathlib import Path

import pytest

from consistency.github import page
from consistency.github.tally import Tally, moved, tally
from consistency.reports import render
from consistency.reports.json import as_dict
from consistency.types import Report, Role
from tests.conftest import make_article, make_finding, make_place


def many(number: int) -> Report:
    draft = make_article("Twelve boats. " * number)
    source = make_article("He lost 15 nets.", Role.SOURCE, "wire.txt")
    left = [make_place(draft, "Twelve boats") for _ in range(number)]
    right = make_place(source, "15 nets")
    findings = tuple(make_finding(place, right, says=f"the {i}th thing | @all #1 <b>") for i, place in enumerate(left))
    counts = {"error": number, "warning": 0, "note": 0}
    return Report(articles=(draft, source), findings=findings, alignments=(), signature="", summary=counts)


@pytest.mark.parametrize(("number", "room"), [(200, 20_000), pytest.param(10_000, page.BOUND, marks=pytest.mark.slow)])
def test_as_many_findings_as_fit_and_the_rest_is_counted(tmp_path: Path, number: int, room: int) -> None:
    report = tmp_path / "run.json"
    report.write_text(str(render(many(number), "json")), encoding="utf-8")
    text = page.found(report, "3 articles checked.", room)
    assert 0.9 * room < len(text.encode()) <= room < 1024 * 1024
    assert text.splitlines()[2] == "3 articles checked."
    assert "more not shown here:** see the full report." in text.splitlines()[-1]


def test_words_of_others_are_words_on_the_page() -> None:
    text = page.nothing("could not check", "a<b>.md: `x` | ![y](http://z)\n::error::no\n" + "long " * 1000)
    assert "<b>" not in text
    assert "![" not in text
    assert "\n::error" not in text
    assert len(text) < 5_000


def test_the_scope_says_what_was_left() -> None:
    counts = Tally(articles=1, sources=2, skipped=1, suppressed=3)
    assert page.scope(counts, "changed or not", {}, True) == (
        "1 article checked against 2 sources, changed or not. 1 text not checked. 3 findings suppressed."
    )


def test_paths_are_moved_wherever_they_stand(report: Report) -> None:
    told = moved(as_dict(report), "site")
    assert [article["path"] for article in told["articles"]] == ["site/draft.md", "site/wire.txt"]
    assert tally(told).files == ("site/draft.md",)
    assert {place["path"] for one in told["alignments"] for place in one["places"]} == {
        "site/draft.md",
        "site/wire.txt",
    }
    assert moved({"path": "../wire.txt"}, "site/a") == {"path": "site/wire.txt"}
    assert moved([{"path": "-"}, {"path": "/tmp/x"}, {"path": None}], "site") == [
        {"path": "-"},
        {"path": "/tmp/x"},
        {"path": None},
    ]
    assert moved(as_dict(report), ".") == as_dict(report)
