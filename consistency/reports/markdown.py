"""GitHub-flavoured Markdown for comments and job summaries, within their size limits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from consistency.reports.excerpt import quote
from consistency.reports.fingerprint import fingerprints
from consistency.reports.json import summary
from consistency.reports.order import by_severity
from consistency.reports.safe import clean, inert, label
from consistency.reports.text import suppressed_line, sureness, total
from consistency.reports.unchecked import Line, unchecked
from consistency.types import SuppressionSource
from consistency.types.lines import lines_of

if TYPE_CHECKING:
    from consistency.types import Finding, Place, Report, Suppressed
    from consistency.types.lines import Lines

#: A comment may have 65,536 characters; the rest is for text around the report.
BOUND = 60_000

#: The largest share of the size for suppressed findings, and the longest path and reason of one.
_SHARE = 4
_SHORT = 150

#: How a finding is suppressed, in words.
MEANS = {
    SuppressionSource.COMMENT: "a comment",
    SuppressionSource.FRONT_MATTER: "front matter",
    SuppressionSource.SETTINGS: "the settings",
    SuppressionSource.BASELINE: "the baseline",
}

#: The longest message, and the longest passage on each side of the words in question.
_LONGEST = 500
_CONTEXT = 80

# Text that Markdown and GitHub interpret: markup anywhere, markup at the start of a line, and links, mentions and
# emoji codes, which are resolved after rendering and are broken up with a zero-width space.
_SPECIAL = re.compile(
    r"(?P<markup>[\\`*_{}\[\]|~]|^[-+>=#])"
    r"|(?P<entity>[&<$])"
    r"|(?P<linked>@|#(?=\w)|(?<=\bGH)-(?=\d)|:(?=//|[\w+-]+:)|\bwww(?=\.)|^\d+(?=[.)]))"
    r"|(?P<commit>\b(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{7,40}\b)",
    re.IGNORECASE,
)
_PART = re.compile(".{1,6}")  # fewer digits than GitHub takes for a commit
_ENTITY = {"&": "&amp;", "<": "&lt;", "$": "&#36;"}


def render(report: Report, *, bound: int = BOUND) -> str:
    """The findings, severest first, in at most ``bound`` bytes; those that do not fit are counted at the end.

    A bound below 1,000 is raised to 1,000, which the heading and the count need.
    """
    counts = " ".join(f"{number} {severity}" for severity, number in summary(report).items())
    head = f"## Consistency: {words(total(report))}\n\n<!-- consistency: {counts} -->\n"
    marks = dict(zip(map(id, report.findings), fingerprints(report), strict=True))
    lines = lines_of(report.articles)
    passed = list(unchecked(report))
    skipped = (f"\n{_skip(line)}\n" for line in passed)
    found = (finding_markdown(report, finding, marks[id(finding)], lines) for finding in by_severity(report))
    most = len(passed) + len(report.findings)
    bound = max(bound, 1000)
    foot = _suppressed(report, lines, bound // _SHARE)
    room = bound - len((head + foot).encode())
    return inert(head + _bounded(chain(skipped, found), most, room) + foot)


def words(text: str) -> str:
    """Words of an article, escaped so that Markdown shows them literally."""
    return _SPECIAL.sub(_harmless, clean(text).strip())


def _harmless(found: re.Match[str]) -> str:
    if found["markup"]:
        return "\\" + found[0]
    if found["commit"]:
        return "&#8203;".join(_PART.findall(found[0]))
    return _ENTITY[found[0]] if found["entity"] else found[0] + "&#8203;"


def _bounded(parts: Iterator[str], most: int, bound: int) -> str:
    """As many of the first ``most`` parts as fit, and the number of those omitted."""
    room = bound - 100  # for the last line
    taken: list[str] = []
    for part in parts:
        room -= len(part.encode())
        if room < 0:
            break
        taken.append(part)
    left = most - len(taken)
    return "".join(taken) + (f"\n**{left} more not shown here:** see the full report.\n" if left else "")


def _skip(line: Line) -> str:
    return f"{line.head.capitalize()}: {words(_cut(label(line.what)))}: {words(_cut(line.why))}"


def _suppressed(report: Report, lines: dict[str, Lines], bound: int) -> str:
    """Suppressed findings with reasons, collapsed, in at most ``bound`` bytes to leave space for the other findings."""
    if not report.suppressed:
        return ""
    head, foot = f"\n<details><summary>{suppressed_line(report)}</summary>\n\n", "\n</details>\n"
    room = bound - len((head + foot).encode()) - 30  # for the last line
    taken: list[str] = []
    for one in report.suppressed:
        line = _suppressed_finding(report, one, lines)
        room -= len(line.encode())
        if room < 0:
            break
        taken.append(line)
    more = len(report.suppressed) - len(taken)
    return head + "".join(taken) + (f"- and {more} more\n" if more else "") + foot


def _suppressed_finding(report: Report, one: Suppressed, lines: dict[str, Lines]) -> str:
    place = one.finding.places[0]
    path = next(article.path for article in report.articles if article.id == place.article)
    line, column = lines[place.article].position(place.span.start)
    why = f": {words(one.reason[:_SHORT])}" if one.reason else ""
    return f"- {one.finding.code} {words(label(path)[:_SHORT])} {line}:{column}, by {MEANS[one.by]}{why}\n"


def finding_markdown(report: Report, finding: Finding, mark: str, lines: dict[str, Lines]) -> str:
    """One finding: its rule, its message and the words of each side."""
    paths = {article.id: article.path for article in report.articles}
    sure = sureness(finding.confidence)
    head = f"\n### {finding.severity.value.capitalize()} {finding.code} {words(finding.name)} ({sure})\n"
    message = f"\n{words(_cut(finding.message))}\n\n"
    shown = "".join(_passage(place, paths[place.article], lines[place.article]) for place in finding.places[:8])
    more = f"- and {len(finding.places) - 8} more\n" if len(finding.places) > 8 else ""
    return f"{head}{message}{shown}{more}\n<!-- f-{mark} -->\n"


def _passage(place: Place, path: str, lines: Lines) -> str:
    line, column = lines.position(place.span.start)
    before, marked, after = quote(lines, place.span, _CONTEXT)
    where = f"{place.role.value} {words(_cut(label(path)))} {line}:{column}"
    missing = " (missing here)" if place.kind == "anchor" else ""
    inner = f"<strong>{words(_cut(marked))}</strong>" if marked.strip() else ""
    space = ["" if side and side == side.strip() else " " for side in (before, after)]
    return f"- {where}{missing}: {words(before)}{space[0]}{inner}{space[1]}{words(after)}\n"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
