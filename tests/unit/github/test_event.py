from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from consistency.github.event import read

OLD, NEW = "a" * 40, "b" * 40


def event(tmp_path: Path, name: str, payload: Any) -> dict[str, str]:
    path = tmp_path / "event.json"
    path.write_text(payload if isinstance(payload, str) else json.dumps(payload), encoding="utf-8")
    return {"GITHUB_EVENT_NAME": name, "GITHUB_EVENT_PATH": str(path)}


PULL = {"pull_request": {"base": {"sha": OLD}, "head": {"sha": NEW, "repo": {"fork": True}}}}


@pytest.mark.parametrize(
    ("name", "payload", "base"),
    [
        ("pull_request", PULL, OLD),
        ("pull_request_target", PULL, OLD),
        ("merge_group", {"merge_group": {"base_sha": OLD, "head_sha": NEW}}, OLD),
        ("push", {"before": OLD, "after": NEW}, OLD),
        ("push", {"before": "0" * 40}, None),
        ("push", {"before": "main; rm -rf ."}, None),
        ("push", {"before": "--upload-pack=x"}, None),
        ("push", {"before": [OLD]}, None),
        ("push", "not JSON", None),
        ("push", "[" * 100_000, None),
        ("pull_request", {"pull_request": "x"}, None),
        ("schedule", {"before": OLD}, None),
        ("workflow_dispatch", {}, None),
    ],
)
def test_the_commit_before_the_changes(tmp_path: Path, name: str, payload: Any, base: str | None) -> None:
    found = read(event(tmp_path, name, payload))
    assert found.base == base
    assert bool(found.why) is (base is None)


def test_a_fork_is_told(tmp_path: Path) -> None:
    assert read(event(tmp_path, "pull_request", PULL)).fork
    own = {"pull_request": {**PULL["pull_request"], "head": {"sha": NEW, "repo": {"fork": False}}}}
    assert not read(event(tmp_path, "pull_request", own)).fork
    gone = {"pull_request": {**PULL["pull_request"], "head": {"sha": NEW, "repo": None}}}
    assert not read(event(tmp_path, "pull_request", gone)).fork


def test_no_event_file_is_no_error() -> None:
    assert read({"GITHUB_EVENT_NAME": "push", "GITHUB_EVENT_PATH": "/nowhere/event.json"}).base is None
    assert read({}).base is None
