"""``report``: saved reports shown again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Call
from tests.unit.cli.files import CHECK, DRAFT


def test_a_saved_report_is_rendered_again_as_it_was(story: Path, call: Call) -> None:
    assert call(*CHECK, "-f", "json=run.json").returncode == 1
    for name in ("text", "html", "markdown", "sarif", "json", "github"):
        fresh, again = call(*CHECK, "-f", name), call("report", "run.json", "-f", name)
        assert (again.returncode, again.stdout) == (fresh.returncode, fresh.stdout), name


def test_a_saved_report_can_do_without_its_articles(story: Path, call: Call) -> None:
    call(*CHECK, "-f", "json=run.json")
    for name in ("draft.md", "source.txt"):
        (story / name).unlink()
    done = call("report", "run.json", "-f", "text", "-e")
    assert done.returncode == 0
    assert b"15 people" in done.stdout


def test_saved_reports_become_one(story: Path, call: Call) -> None:
    (story / "more.md").write_bytes(DRAFT.replace(b"15", b"17"))
    call(*CHECK, "-f", "json=one.json")
    call("check", "more.md", "-s", "source.txt", "-f", "json=two.json")
    done = call("report", "one.json", "two.json", "-f", "text")
    assert b"2 errors in 2 drafts against 1 source" in done.stdout


@pytest.mark.parametrize("args", [("report",), ("report", "draft.md"), ("report", "no.json"), ("report", "-", "-")])
def test_what_is_no_saved_report_is_an_error(story: Path, call: Call, args: tuple[str, ...]) -> None:
    done = call(*args)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"error:" in done.stderr
