"""GitLab's Code Quality report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from consistency.reports.json import dumps
from consistency.reports.paths import named
from consistency.reports.ranked import ranked
from consistency.reports.safe import clean

if TYPE_CHECKING:
    from consistency.types import Report

_SEVERITY = {"error": "major", "warning": "minor", "note": "info"}


def render(report: Report) -> str:
    """A JSON array with one issue per finding; its fingerprint is the finding's, so moved lines are not new issues."""
    return dumps([_issue(finding) for finding in ranked(report)], indent=2)


def _issue(finding: dict[str, Any]) -> dict[str, Any]:
    first = finding["places"][0]
    return {
        "description": f"{finding['name']}: {clean(finding['message'])}",
        "check_name": finding["code"],
        "fingerprint": finding["fingerprint"],
        "severity": _SEVERITY[finding["severity"]],
        "location": {
            "path": clean(named(first["path"])),
            "lines": {"begin": first["line"], "end": first["end_line"]},
        },
    }
