from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import consistency
from consistency import Checker, Result, Role, article_from_text, load
from consistency.api import result as make_result
from consistency.types import Report, Skipped
from tests.conftest import make_article, make_finding, make_place

HEAVY = {"consistency.check", "consistency.api", "consistency.types", "numpy", "pandas", "torch", "jinja2"}


@pytest.fixture(scope="module")
def result() -> Result:
    draft = article_from_text("The fire at the mill killed 15 people.", id="draft", role=Role.DRAFT)
    wire = article_from_text("The fire at the mill killed 12 people.", id="wire", role=Role.SOURCE)
    return Checker().check(draft, [wire])


def test_importing_the_package_imports_nothing_of_it() -> None:
    code = "import consistency, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert HEAVY & set(done.stdout.split()) == set()


def test_every_public_name_is_there() -> None:
    assert all(getattr(consistency, name) for name in consistency.__all__)
    assert set(consistency.__all__) <= set(dir(consistency))
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        consistency.nonsense  # type: ignore[attr-defined]  # noqa: B018


def test_a_result_shows_itself(result: Result, tmp_path: Path) -> None:
    assert result.to_frame()["code"].tolist() == ["NUM101"]
    assert result.to_html(tmp_path / "run.html") == (tmp_path / "run.html").read_text(encoding="utf-8")
    assert repr(result) == "<Result: 1 error; draft against 1 source>"


def test_a_result_and_an_article_are_short_to_look_at() -> None:
    long = " ".join(f"The fire at mill {n} killed {n} people." for n in range(2, 60))
    peers = Checker(cache=False).compare([long, long.replace("mill 7", "mill 9")])
    assert len(repr(peers)) < 80
    assert repr(peers).endswith("; 2 articles compared>")
    assert "killed" not in repr(peers.articles[0])
    assert "id='article-1'" in repr(peers.articles[0])


def test_the_notebook_view_is_small_and_has_both_sides(result: Result) -> None:
    shown = result._repr_html_()
    assert len(shown.encode()) < 3000
    for words in ("NUM101", "value-mismatch", "error", "12 people", "<q>15</q>", "<q>12</q>", "wire:1"):
        assert words in shown
    assert not any(tag in shown for tag in ("<iframe", "<script", "<link", "http"))


def test_the_notebook_view_escapes_and_is_bounded() -> None:
    nasty = "<script>alert(1)</script><img src=x onerror=alert(2)>\x1b[31m\u202e" + " more words" * 500
    draft = make_article(nasty, path="<b>.md")
    findings = tuple(make_finding(make_place(draft, nasty), says=nasty) for _ in range(60))
    skipped = tuple(Skipped(what=f"{n}{nasty}", why=nasty) for n in range(50))
    shown = make_result(Report(
        articles=(draft,), findings=findings, alignments=(), signature="s", skipped=skipped,
    ))._repr_html_()  # fmt: skip
    assert len(shown.encode()) < 30_000
    assert "40 more: see to_frame()" in shown
    assert not any(words in shown for words in ("<script", "<img", "<b>", "\x1b", "\u202e"))
    rules = shown.partition("<style>")[2].partition("</style>")[0].strip().splitlines()
    assert rules
    assert all(rule.startswith(".consistency-result") for rule in rules)


def test_frames_name_every_article_and_have_every_place() -> None:
    sources = [article_from_text("The fire killed 12 people.", id=id, role=Role.SOURCE) for id in ("wire", "radio")]
    result = Checker(cache=False).check("The fire killed 15 people.", sources)
    findings, places = result.to_frame(), result.to_frame(places=True)
    assert findings.loc[0, ["article", "other_article"]].tolist() == ["draft", "radio"]
    assert [place["article"] for place in findings.loc[0, "all_places"]] == ["draft", "radio", "wire"]
    assert places["article"].tolist() == ["draft", "radio", "wire"]
    assert places["text"].tolist() == ["15", "12", "12"]
    assert places["finding"].tolist() == [0, 0, 0]
    assert (findings["severity"] >= "warning").all()
    assert not (findings["severity"] < "error").any()


def test_a_result_is_saved_and_loaded(result: Result, tmp_path: Path) -> None:
    result.save(tmp_path / "run.json")
    again = load(tmp_path / "run.json")
    assert again.to_json() == result.to_json()
    assert again.rules == result.rules != ()
    assert again.render("sarif") == result.render("sarif")
