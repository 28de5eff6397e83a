"""One line per finding: for grep and editors, or grouped by file for logs of runs over many drafts."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from consistency.reports.order import by_page, left_out, worst
from consistency.reports.safe import clean, inert, label
from consistency.reports.text import total
from consistency.types.lines import lines_of

if TYPE_CHECKING:
    from consistency.reports import Terminal
    from consistency.types import Report


def render_concise(report: Report, terminal: Terminal) -> str:
    """``path:line:column: CODE name message``, as compilers print it, severest first; empty without findings."""
    lines = lines_of(report.articles)
    paths = {article.id: article.path for article in report.articles}
    out = []
    for finding in worst(report, terminal.most):
        place = finding.places[0]
        line, column = lines[place.article].position(place.span.start)
        out.append(
            f"{label(paths[place.article])}:{line}:{column}: {finding.code} {finding.name} {clean(finding.message)}\n"
        )
    return inert("".join(out))


def render_grouped(report: Report, terminal: Terminal) -> str:
    """Each file with findings, under it a line per finding with position, severity, rule and message; then totals."""
    lines = lines_of(report.articles)
    paths = {article.id: article.path for article in report.articles}
    out = []
    for article, group in groupby(by_page(report, worst(report, terminal.most)), key=lambda f: f.places[0].article):
        out.append(f"{label(paths[article])}\n")
        for finding in group:
            line, column = lines[article].position(finding.places[0].span.start)
            rule = f"{finding.code} {finding.name}"
            out.append(f"  {f'{line}:{column}':<9}{finding.severity.value:<9}{rule}  {clean(finding.message)}\n")
        out.append("\n")
    left = left_out(report, terminal.most)
    return inert("".join(out) + total(report) + "\n" + (f"{left}\n" if left else ""))
