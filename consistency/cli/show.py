"""The end of a check: the report is delivered, and its findings decide the exit status."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from consistency.cli.delivery import deliver, width
from consistency.cli.exits import Exit
from consistency.cli.stderr import tell
from consistency.reports import render
from consistency.reports.order import left_out
from consistency.reports.text import total
from consistency.reports.unchecked import unchecked
from consistency.types import Role, Severity

if TYPE_CHECKING:
    from consistency.types import Finding, Report


def finish(
    report: Report, places: Sequence[tuple[str, str]], color: str, threshold: str,
    *, most: int | None = None, quiet: bool = True,
) -> int:  # fmt: skip
    """Deliver the report and get the exit status; it depends neither on the format nor on how many are shown.

    Of the formats that people read line by line, ``most`` findings are shown, the worst. Unless ``quiet``,
    standard error says what standard output does not.
    """
    columns = width()
    deliver(lambda name, paint: render(report, name, width=columns, color=paint, most=most), places, color)
    if not quiet:
        if any(name == "concise" for name, _ in places) and (words := left_out(report, most)):
            tell(words)
        _mention(report, places)
    return Exit.FINDINGS if loud(report, threshold) else Exit.CLEAN


def _mention(report: Report, places: Sequence[tuple[str, str]]) -> None:
    """Say which files were written, where that is all that is to be seen of a run, and why a matrix is empty."""
    files = [f"{file} ({name})" for name, file in places if file != "-"]
    if files and len(files) == len(places):
        tell(f"wrote {', '.join(files)}: {total(report)}")
    if not report.facts and any(name == "matrix" for name, _ in places):
        few = "a row needs three articles that were compared with each other, such as a draft and two sources"
        why = few if report.articles else "nothing was checked"
        tell(f"the matrix has no rows: {why}")
        for line in unchecked(report):
            tell(f"  {line.head}: {line.what}: {line.why}")


def loud(report: Report, threshold: str, asked: bool | None = None) -> bool:
    """Whether there is a finding at or above a severity; never for "never".

    The severity is the one that the finding's article asks for, unless the command line asks for one, which is
    ``asked`` or looked up.
    """
    own = (
        {}
        if (firm() if asked is None else asked)
        else {one.id: one.request.fail_on for one in report.articles if one.role is not Role.SOURCE}
    )
    alone = next(iter(own.values())) if len(own) == 1 else None
    return any(_reaches(finding, own.get(finding.places[0].article, alone) or threshold) for finding in report.findings)


def _reaches(finding: Finding, threshold: str) -> bool:
    return threshold != "never" and finding.severity.rank <= Severity(threshold).rank


def firm() -> bool:
    """Whether this run is told what to fail on, by an option or the environment."""
    context = click.get_current_context(silent=True)
    sources = {context.get_parameter_source(name) for name in ("fail_on", "exit_zero")} if context else set()
    return bool(sources & {ParameterSource.COMMANDLINE, ParameterSource.ENVIRONMENT})
