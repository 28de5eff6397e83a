"""The report for the terminal: each finding with the words of the draft, and below them those of the others."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from consistency.reports import matrix
from consistency.reports.excerpt import quote
from consistency.reports.json import summary
from consistency.reports.order import left_out, worst
from consistency.reports.safe import clean, inert, label
from consistency.reports.unchecked import unchecked
from consistency.types.lines import lines_of

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from consistency.reports import Terminal
    from consistency.types import Finding, Place, Report
    from consistency.types.lines import Lines

_STYLE = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan"}

#: Words for confidence, each with the minimum confidence for it.
_SURE = ((0.9, "almost certain"), (0.75, "likely"), (0.5, "possible"), (0.0, "doubtful"))

#: Minimum width in cells; narrower passages are unreadable.
_NARROWEST = 40


def render(report: Report, terminal: Terminal) -> str:
    """The findings by severity, then texts that were not checked, a line with totals, and one on suppressed findings.

    Without colour, the words in question are underlined with carets.
    """
    console = _console(max(terminal.width, _NARROWEST), terminal.color)
    lines = lines_of(report.articles)
    for finding in worst(report, terminal.most):
        _show(console, report, finding, lines)
    for line in unchecked(report):
        console.print(_text(f"{line.head}: {label(line.what)}: {clean(line.why)}"))
    if report.facts and all(article.role == "peer" for article in report.articles):
        console.file.write(matrix.text(report, console.width))
    console.print(_text(total(report), "bold"))
    if words := left_out(report, terminal.most):
        console.print(_text(words))
    if report.suppressed:
        console.print(_text(suppressed_line(report)))
    out = console.file
    assert isinstance(out, io.StringIO)  # noqa: S101 - it is ours
    return inert("\n".join(line.rstrip(" ") for line in out.getvalue().split("\n")))


def total(report: Report) -> str:
    """The line with totals: the number of findings of each severity, and the articles compared."""
    counts = [_count(number, severity) for severity, number in summary(report).items() if number]
    drafts = sum(article.role == "draft" for article in report.articles)
    others = len(report.articles) - drafts
    scope = f"{_count(drafts, 'draft')} against {_count(others, 'source')}" if drafts else _count(others, "article")
    return f"{', '.join(counts) or 'nothing found'} in {scope}"


def suppressed_line(report: Report) -> str:
    """The number of suppressed findings, in words."""
    return f"{_count(len(report.suppressed), 'finding')} suppressed"


def sureness(confidence: float) -> str:
    """A confidence in words."""
    return next(word for least, word in _SURE if confidence >= least or least == 0.0)


def _show(console: Console, report: Report, finding: Finding, lines: dict[str, Lines]) -> None:
    paths = {article.id: label(article.path) for article in report.articles}
    first = finding.places[0]
    line, column = lines[first.article].position(first.span.start)
    head = _text(f"{paths[first.article]}:{line}:{column}  ", "bold")
    head.append(finding.severity.value, style=_STYLE[finding.severity.value])
    head.append(f"  {finding.code} {finding.name}  ({sureness(finding.confidence)})")
    console.print(head)
    console.print(_indent(console, _text(clean(finding.message)), "  "))
    for place in finding.places:
        _passage(console, place, lines[place.article], paths[place.article], place is first)
    console.print()


def _passage(console: Console, place: Place, lines: Lines, path: str, first: bool) -> None:
    line, column = lines.position(place.span.start)
    at = "" if first else f" {path}:{line}:{column}"
    note = " (missing here)" if place.kind == "anchor" else ""
    console.print(_text(f"    {place.role.value}{at}{note}", "dim"))
    before, marked, after = quote(lines, place.span)
    passage = _text(before)
    passage.append(marked, style="bold underline" if place.kind == "evidence" else "dim underline")
    passage.append(after)
    console.print(_indent(console, passage, "      ", (len(before), len(before) + len(marked))))


def _indent(console: Console, text: Text, by: str, mark: tuple[int, int] | None = None) -> Text:
    """The text wrapped with an indent; without colour, with carets under the marked range."""
    from rich.cells import cell_len

    out, seen = _text(""), 0
    for i, line in enumerate(text.wrap(console, console.width - len(by), overflow="fold")):
        out.append("\n" if i else "").append(by).append_text(line)
        seen = text.plain.index(line.plain, seen) if line.plain else seen
        low, high = (max(0, mark[0] - seen), min(len(line), mark[1] - seen)) if mark else (0, 0)
        if low < high and console.no_color:
            out.append("\n" + by + " " * cell_len(line.plain[:low]) + "^" * cell_len(line.plain[low:high]))
        seen += len(line.plain)
    return out


def _console(width: int, color: bool) -> Console:
    from rich.console import Console

    # All options are explicit, so that neither the terminal nor the environment affects the output.
    return Console(
        file=io.StringIO(), width=width, height=25, no_color=not color, color_system="standard" if color else None,
        force_terminal=color, force_jupyter=False, highlight=False, markup=False, emoji=False, soft_wrap=True,
        legacy_windows=False, _environ={},
    )  # fmt: skip


def _text(words: str, style: str = "") -> Text:
    from rich.text import Text

    return Text(words, style=style, end="\n")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
