"""Delivers a report in its formats and derives the exit status from its findings."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from consistency.reports import render
from consistency.reports.order import left_out
from consistency.reports.text import total
from consistency.reports.unchecked import unchecked
from consistency.runs.exit_status import Exit, report_error
from consistency.runs.output import write
from consistency.runs.stderr import write_lines
from consistency.types import Role, Severity

if TYPE_CHECKING:
    from consistency.types import Finding, Report


def finish(
    report: Report, places: Sequence[tuple[str, str]], color: str, threshold: str,
    *, fail_on_given: bool, most: int | None = None, quiet: bool = True,
) -> int:  # fmt: skip
    """Deliver the report; returns the exit status, which is independent of format and number of findings shown.

    Formats for reading line by line show the ``most`` severe findings only. Unless ``quiet``, standard error says
    what is missing on standard output.
    """
    columns = report_width()
    deliver(lambda name, paint: render(report, name, width=columns, color=paint, most=most), places, color)
    if not quiet:
        if any(name == "concise" for name, _ in places) and (words := left_out(report, most)):
            write_lines(words)
        _mention_files(report, places)
    return Exit.FINDINGS if fails(report, threshold, fail_on_given) else Exit.CLEAN


def _mention_files(report: Report, places: Sequence[tuple[str, str]]) -> None:
    """Print which files were written if nothing goes to standard output, and why a matrix is empty."""
    files = [f"{file} ({name})" for name, file in places if file != "-"]
    if files and len(files) == len(places):
        write_lines(f"wrote {', '.join(files)}: {total(report)}")
    if not report.facts and any(name == "matrix" for name, _ in places):
        few = "it needs three articles compared with each other, such as a draft and two sources"
        why = few if report.articles else "nothing was checked"
        write_lines(f"the matrix has no rows: {why}")
        for line in unchecked(report):
            write_lines(f"  {line.head}: {line.what}: {line.why}")


def fails(report: Report, threshold: str, fail_on_given: bool) -> bool:
    """Whether there is a finding at or above a severity; never for "never".

    An article's own ``fail-on`` applies to its findings, unless ``fail_on_given``: then ``threshold`` was set on the
    command line or in the environment and applies to all.
    """
    checked = [] if fail_on_given else [article for article in report.articles if article.role is not Role.SOURCE]
    own = {article.id: article.request.fail_on for article in checked}
    alone = next(iter(own.values())) if len(own) == 1 else None
    return any(_reaches(finding, own.get(finding.places[0].article, alone) or threshold) for finding in report.findings)


def _reaches(finding: Finding, threshold: str) -> bool:
    return threshold != "never" and finding.severity.rank <= Severity(threshold).rank


def deliver(render: Callable[[str, bool], str | bytes], places: Sequence[tuple[str, str]], color: str) -> None:
    """Render each format and write it to its destination; ``render`` gets the format and whether to colour.

    If one format fails, the others are still written. Then its error is raised; of several errors, the last is
    raised and the others are printed.
    """
    errors: list[Exception] = []
    for name, place in places:
        try:
            paint = place == "-" and use_color(color)
            write(render(name, paint), place, styled=paint)
        except Exception as error:  # a fault of ours in one format must not cost the others
            errors.append(error)
    for other in errors[:-1]:
        report_error(other)
    if errors:
        raise errors[-1]


def use_color(color: str) -> bool:
    """Whether to colour standard output; ``auto`` depends on NO_COLOR, FORCE_COLOR and the terminal."""
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def report_width() -> int:
    """Columns of the terminal, at most 100; 100 without a terminal."""
    return min(100, shutil.get_terminal_size((100, 24)).columns)
