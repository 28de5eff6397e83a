"""GitLab's Code Quality report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from consistency.reports.fingerprint import apart
from consistency.reports.json import dumps
from consistency.reports.order import by_confidence
from consistency.reports.paths import named
from consistency.reports.safe import clean, label

if TYPE_CHECKING:
    from consistency.types import Report

_SEVERITY = {"error": "major", "warning": "minor", "note": "info"}


def render(report: Report) -> str:
    """A JSON array with an issue per finding, with the fingerprint of the finding, so that moved lines are not new."""
    found = by_confidence(report)
    marks = apart(finding["fingerprint"] for finding in found)
    return dumps([_issue(finding, mark) for finding, mark in zip(found, marks, strict=True)], indent=2)


def _issue(finding: dict[str, Any], mark: str) -> dict[str, Any]:
    first = finding["places"][0]
    return {
        "description": f"{finding['name']}: {clean(finding['message'])}",
        "check_name": finding["code"],
        "fingerprint": mark,
        "severity": _SEVERITY[finding["severity"]],
        "location": {
            "path": label(named(first["path"])),
            "lines": {"begin": first["line"], "end": first["end_line"]},
        },
    }
