"""The orders in which findings are listed, and the selection of the first few."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from consistency.reports.json import as_dict

if TYPE_CHECKING:
    from consistency.types import Finding, Report


def by_severity(report: Report) -> list[Finding]:
    """For people: by severity, then article by article in text order."""
    turn = _turns(report)
    return sorted(report.findings, key=lambda f: (f.severity.rank, turn[f.places[0].article], f.places[0].span, f.code))


def by_page(report: Report, findings: Iterable[Finding]) -> list[Finding]:
    """For lists by file: article by article in text order."""
    turn = _turns(report)
    return sorted(findings, key=lambda f: (turn[f.places[0].article], f.places[0].span.start, f.code))


def by_confidence(report: Report) -> list[dict[str, Any]]:
    """For tools that show only the first few, as in the JSON report: by severity, then by confidence."""
    turn, found = _turns(report), as_dict(report)["findings"]

    def key(i: int) -> tuple[Any, ...]:
        first = report.findings[i].places[0]
        return report.findings[i].severity.rank, -found[i]["confidence"], turn[first.article], first.span

    return [found[i] for i in sorted(range(len(found)), key=key)]


def worst(report: Report, most: int | None) -> list[Finding]:
    """The first ``most`` findings by severity; all if it is None."""
    return by_severity(report)[:most]


def left_out(report: Report, most: int | None) -> str:
    """A line with the number of findings omitted; empty if there are none."""
    left = len(report.findings) - (len(report.findings) if most is None else most)
    return f"{left} more {'finding is' if left == 1 else 'findings are'} not shown" if left > 0 else ""


def _turns(report: Report) -> dict[str, int]:
    """The index of each article in the report."""
    return {article.id: i for i, article in enumerate(report.articles)}
