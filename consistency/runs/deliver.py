"""The end of a check: the report is delivered, and its findings decide the exit status."""

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
from consistency.runs.exit_status import Exit, told
from consistency.runs.output import write
from consistency.runs.stderr import tell
from consistency.types import Role, Severity

if TYPE_CHECKING:
    from consistency.types import Finding, Report


def finish(
    report: Report, places: Sequence[tuple[str, str]], color: str, threshold: str,
    *, firm: bool, most: int | None = None, quiet: bool = True,
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
    return Exit.FINDINGS if loud(report, threshold, firm) else Exit.CLEAN


def _mention(report: Report, places: Sequence[tuple[str, str]]) -> None:
    """Say which files were written, where that is all that is to be seen of a run, and why a matrix is empty."""
    files = [f"{file} ({name})" for name, file in places if file != "-"]
    if files and len(files) == len(places):
        tell(f"wrote {', '.join(files)}: {total(report)}")
    if not report.facts and any(name == "matrix" for name, _ in places):
        few = "it needs three articles compared with each other, such as a draft and two sources"
        why = few if report.articles else "nothing was checked"
        tell(f"the matrix has no rows: {why}")
        for line in unchecked(report):
            tell(f"  {line.head}: {line.what}: {line.why}")


def loud(report: Report, threshold: str, firm: bool) -> bool:
    """Whether there is a finding at or above a severity; never for "never".

    The severity is the one that the finding's article asks for, unless it is ``firm``: asked for on the command line
    or in the environment.
    """
    own = {} if firm else {one.id: one.request.fail_on for one in report.articles if one.role is not Role.SOURCE}
    alone = next(iter(own.values())) if len(own) == 1 else None
    return any(_reaches(finding, own.get(finding.places[0].article, alone) or threshold) for finding in report.findings)


def _reaches(finding: Finding, threshold: str) -> bool:
    return threshold != "never" and finding.severity.rank <= Severity(threshold).rank


def deliver(render: Callable[[str, bool], str | bytes], places: Sequence[tuple[str, str]], color: str) -> None:
    """Render each format and write it to its place; ``render`` gets whether to colour.

    What goes wrong with one format keeps none of the others from being written. Then it is raised;
    of several errors the last one is, and the others are printed.
    """
    errors: list[Exception] = []
    for name, place in places:
        try:
            paint = place == "-" and painted(color)
            write(render(name, paint), place, styled=paint)
        except Exception as error:  # a fault of ours in one format must not cost the others
            errors.append(error)
    for other in errors[:-1]:
        told(other)
    if errors:
        raise errors[-1]


def painted(color: str) -> bool:
    """Whether standard output is to be coloured; for ``auto`` ask NO_COLOR, FORCE_COLOR and the terminal."""
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Columns to fill: those of the terminal, at most 100, which is the width without one."""
    return min(100, shutil.get_terminal_size((100, 24)).columns)
