"""The end of a check: the report is delivered, and its findings decide the exit status."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from consistency.cli.delivery import deliver, width
from consistency.cli.exits import Exit
from consistency.reports import render
from consistency.types import Severity

if TYPE_CHECKING:
    from consistency.types import Report


def finish(report: Report, places: Sequence[tuple[str, str]], color: str, threshold: str) -> int:
    """Deliver the report and get the exit status; it does not depend on the format."""
    columns = width()
    deliver(lambda name, paint: render(report, name, width=columns, color=paint), places, color)
    return Exit.FINDINGS if loud(report, threshold) else Exit.CLEAN


def loud(report: Report, threshold: str) -> bool:
    """Whether there is a finding at or above a severity; never for "never"."""
    if threshold == "never":
        return False
    return any(finding.severity.rank <= Severity(threshold).rank for finding in report.findings)
