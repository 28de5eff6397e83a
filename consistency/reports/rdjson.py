"""Reviewdog's diagnostic format, for review comments on any code host."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from consistency.reports.json import dumps
from consistency.reports.order import by_confidence
from consistency.reports.paths import named
from consistency.reports.safe import clean, label
from consistency.types.lines import Lines, lines_of

if TYPE_CHECKING:
    from consistency.types import Report

_SEVERITY = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(report: Report) -> str:
    """One ``DiagnosticResult``; columns count UTF-8 bytes, as the format requires."""
    lines = lines_of(report.articles)
    found = [_diagnostic(finding, lines) for finding in by_confidence(report)]
    return dumps({"source": {"name": "consistency"}, "diagnostics": found}, indent=2)


def _diagnostic(finding: dict[str, Any], lines: dict[str, Lines]) -> dict[str, Any]:
    first, *rest = finding["places"]
    return {
        "message": f"{finding['name']}: {clean(finding['message'])}",
        "location": _location(first, lines),
        "severity": _SEVERITY[finding["severity"]],
        "code": {"value": finding["code"]},
        "related_locations": [
            {"message": f"{place['role']}: {clean(place['text'])}", "location": _location(place, lines)}
            for place in rest
        ],
    }


def _location(place: dict[str, Any], lines: dict[str, Lines]) -> dict[str, Any]:
    where = lines[place["article"]]
    ends = {"start": place["start"], "end": place["end"]}
    return {
        "path": label(named(place["path"])),
        "range": {name: {"line": where.position(o)[0], "column": where.byte(o)} for name, o in ends.items()},
    }
