"""The findings as plain values, in the order in which they deserve attention."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from consistency.reports.json import as_dict
from consistency.reports.safe import label

if TYPE_CHECKING:
    from consistency.types import Report

_RANK = {"error": 0, "warning": 1, "note": 2}


def ranked(report: Report) -> list[dict[str, Any]]:
    """One dict per finding as in the JSON report: the worst first, then the surest, then down the page."""
    turn = {article.id: i for i, article in enumerate(report.articles)}

    def key(finding: dict[str, Any]) -> tuple[Any, ...]:
        first = finding["places"][0]
        return _RANK[finding["severity"]], -finding["confidence"], turn[first["article"]], first["start"], first["end"]

    found: list[dict[str, Any]] = as_dict(report)["findings"]
    return sorted(found, key=key)


def at(place: dict[str, Any]) -> str:
    """``path:line:column`` of a place, safe to print."""
    return f"{label(place['path'])}:{place['line']}:{place['column']}"
