"""The end of a check: the report is delivered, and its findings decide the exit status."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from consistency.cli.delivery import deliver, width
from consistency.cli.exits import Exit
from consistency.reports import render
from consistency.types import Role, Severity

if TYPE_CHECKING:
    from consistency.types import Finding, Report


def finish(report: Report, places: Sequence[tuple[str, str]], color: str, threshold: str) -> int:
    """Deliver the report and get the exit status; it does not depend on the format."""
    columns = width()
    deliver(lambda name, paint: render(report, name, width=columns, color=paint), places, color)
    return Exit.FINDINGS if loud(report, threshold) else Exit.CLEAN


def loud(report: Report, threshold: str) -> bool:
    """Whether there is a finding at or above a severity; never for "never".

    The severity is the one that the finding's article asks for, unless the command line asks for one.
    """
    own = {} if _asked() else {one.id: one.request.fail_on for one in report.articles if one.role is not Role.SOURCE}
    alone = next(iter(own.values())) if len(own) == 1 else None
    return any(_reaches(finding, own.get(finding.places[0].article, alone) or threshold) for finding in report.findings)


def _reaches(finding: Finding, threshold: str) -> bool:
    return threshold != "never" and finding.severity.rank <= Severity(threshold).rank


def _asked() -> bool:
    """Whether this run is told what to fail on, by an option or the environment."""
    context = click.get_current_context(silent=True)
    sources = {context.get_parameter_source(name) for name in ("fail_on", "exit_zero")} if context else set()
    return bool(sources & {ParameterSource.COMMANDLINE, ParameterSource.ENVIRONMENT})
