"""Several checks as one report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consistency.types import Report


def merge(reports: Sequence[Report]) -> Report:
    """One report of several, made with the same settings; an article that is in many is there once."""
    first, *rest = reports
    if not rest:
        return first
    return replace(
        first,
        articles=tuple({article.id: article for report in reports for article in report.articles}.values()),
        findings=tuple(finding for report in reports for finding in report.findings),
        alignments=tuple(passage for report in reports for passage in report.alignments),
        skipped=tuple(skipped for report in reports for skipped in report.skipped),
        summary={key: sum(report.summary.get(key, 0) for report in reports) for key in first.summary},
    )
