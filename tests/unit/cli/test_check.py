"""``check``: which inputs it takes, and the formats it writes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Call, Run
from tests.unit.cli.files import CHECK, DRAFT, SOURCE


def test_sources_from_front_matter_are_relative_to_the_draft(story: Path, call: Call) -> None:
    (story / "desk").mkdir()
    (story / "desk" / "draft.md").write_bytes(b"---\nsources:\n  - ../source.txt\n---\n\n" + DRAFT)
    done = call("check", "desk/draft.md", "-f", "json")
    assert done.returncode == 1
    assert [finding["code"] for finding in json.loads(done.stdout)["findings"]] == ["NUM101"]


@pytest.mark.parametrize("args", [("check", "-", "-s", "source.txt"), ("check", "draft.md", "-s", "-")])
def test_standard_input_is_draft_or_source(story: Path, run: Run, args: tuple[str, ...]) -> None:
    done = run(*args, "-f", "concise", stdin=DRAFT if args[1] == "-" else SOURCE)
    assert done.returncode == 1
    assert b"NUM101" in done.stdout


def test_several_drafts_make_one_report(story: Path, call: Call) -> None:
    done = call("check", "draft.md", "same.md", "-s", "source.txt", "-f", "json")
    told = json.loads(done.stdout)
    assert done.returncode == 1
    assert [article["role"] for article in told["articles"]].count("draft") == 2
    assert len(told["findings"]) == 1


def test_a_source_that_is_named_twice_counts_once(story: Path, call: Call) -> None:
    done = call(*CHECK, "-s", "./source.txt", "-f", "json")
    assert len(json.loads(done.stdout)["articles"]) == 2
