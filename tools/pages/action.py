"""Inputs and outputs of the Action, from ``action.yml``, and the files that ``init`` writes."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from consistency.starter import texts
from consistency.starter.plan import WORKFLOW
from tools.pages.blocks import table

ROOT = Path(__file__).resolve().parent.parent.parent
ACTION = ROOT / "action.yml"


def inputs() -> str:
    """Each input with default and meaning."""
    rows = [
        (f"`{name}`", f"`{given}`" if (given := _default(entry)) else "", _flat(entry["description"]))
        for name, entry in _action()["inputs"].items()
    ]
    return table(("input", "default", "meaning"), rows)


def outputs() -> str:
    """Each output with its meaning."""
    rows = [(f"`{name}`", _flat(entry["description"])) for name, entry in _action()["outputs"].items()]
    return table(("output", "meaning"), rows)


def workflow() -> str:
    """The workflow for a repository of articles."""
    return f'```yaml title="{WORKFLOW}"\n{texts.workflow(PurePosixPath())}```\n'


def hook() -> str:
    """The hook for pre-commit."""
    body = "".join(f"  {line}\n" for line in texts.hook().splitlines())
    return f'```yaml title=".pre-commit-config.yaml"\nrepos:\n{body}```\n'


def _action() -> dict[str, Any]:
    value: dict[str, Any] = yaml.safe_load(ACTION.read_text(encoding="utf-8"))
    return value


def _default(entry: dict[str, Any]) -> str:
    given = str(entry.get("default", ""))
    return "the job's token" if "github.token" in given else given


def _flat(text: str) -> str:
    return " ".join(text.split())
