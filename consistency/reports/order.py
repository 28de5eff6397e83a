"""The order in which a person reads findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from consistency.types import Finding, Report


def by_severity(report: Report) -> list[Finding]:
    """The findings, worst first, then article by article down the page."""
    turn = {article.id: i for i, article in enumerate(report.articles)}
    return sorted(report.findings, key=lambda f: (f.severity.rank, turn[f.places[0].article], f.places[0].span, f.code))
