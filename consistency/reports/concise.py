"""One line per finding, as compilers print them: for grep, editors and logs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consistency.reports.order import worst
from consistency.reports.safe import clean, inert, label
from consistency.types.lines import lines_of

if TYPE_CHECKING:
    from consistency.types import Report


def render(report: Report, *, most: int | None = None) -> str:
    """``path:line:column: CODE name message`` for the first ``most`` findings, worst first; nothing for no findings."""
    lines = lines_of(report.articles)
    paths = {article.id: article.path for article in report.articles}
    said = []
    for finding in worst(report, most):
        place = finding.places[0]
        line, column = lines[place.article].position(place.span.start)
        said.append(
            f"{label(paths[place.article])}:{line}:{column}: {finding.code} {finding.name} {clean(finding.message)}\n"
        )
    return inert("".join(said))
