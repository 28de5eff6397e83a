"""The order in which a person reads findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from consistency.types import Finding, Report


def by_severity(report: Report) -> list[Finding]:
    """The findings, worst first, then article by article down the page."""
    turn = {article.id: i for i, article in enumerate(report.articles)}
    return sorted(report.findings, key=lambda f: (f.severity.rank, turn[f.places[0].article], f.places[0].span, f.code))


def worst(report: Report, most: int | None) -> list[Finding]:
    """The first ``most`` of them; all where that is None."""
    return by_severity(report)[:most]


def left_out(report: Report, most: int | None) -> str:
    """A line that says how many findings are not among them; empty where all are."""
    left = len(report.findings) - (len(report.findings) if most is None else most)
    return f"{left} more {'finding is' if left == 1 else 'findings are'} not shown" if left > 0 else ""
