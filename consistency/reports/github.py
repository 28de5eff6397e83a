"""Workflow commands of GitHub Actions: annotations on the lines of a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from consistency.reports.order import by_confidence
from consistency.reports.paths import at, inside
from consistency.reports.safe import clean, inert, label, unmarked

if TYPE_CHECKING:
    from consistency.types import Report

#: Annotations of one kind that GitHub shows for a step; it silently drops the rest.
MOST = 10

_KIND = {"error": "error", "warning": "warning", "note": "notice"}


def render(report: Report) -> str:
    """One command per finding, in order of severity and confidence, and a notice with the number of those omitted."""
    found = by_confidence(report)
    most = {"error": MOST, "warning": MOST, "note": MOST}
    if any(_many(found, severity) > MOST for severity in most):
        most["note"] -= 1  # the announcement is a notice too
    shown = [f for s in most for f in [g for g in found if g["severity"] == s][: most[s]]]
    left = {s: _many(found, s) - most[s] for s in most}
    more = ", ".join(f"{n} {s}{'' if n == 1 else 's'}" for s, n in left.items() if n > 0)
    lines = [_command(finding) for finding in shown]
    if more:
        lines.append(f"::notice title=consistency::{data(f'not shown here: {more}; see the full report')}\n")
    return "".join(lines)


def _many(found: list[dict[str, Any]], severity: str) -> int:
    return sum(finding["severity"] == severity for finding in found)


def _command(finding: dict[str, Any]) -> str:
    first, *rest = finding["places"]
    given = {"title": f"{finding['code']} {finding['name']}", **_where(first)}
    options = ",".join(f"{key}={attribute(str(value))}" for key, value in given.items())
    others = [f"{at(p)}: {clean(p['text'])}" for p in rest if p["article"] != first["article"]]
    lines = "\n".join([clean(finding["message"]), *others])
    return f"::{_KIND[finding['severity']]} {options}::{data(lines)}\n"


def _where(place: dict[str, Any]) -> dict[str, Any]:
    """The file and range; columns only within a single line, because GitHub accepts no others."""
    path = inside(place["path"])
    if path is None:
        return {}
    where = {"file": path, "line": place["line"], "endLine": place["end_line"]}
    if place["line"] == place["end_line"]:
        where |= {"col": place["column"], "endColumn": place["end_column"]}
    return where


def data(text: str) -> str:
    """The message of a command, with line breaks encoded and without lines that a runner would execute."""
    lines = [inert(label(line)) for line in text.split("\n")]
    return "%0A".join(line.replace("%", "%25") for line in lines)


def attribute(text: str) -> str:
    """The value of a command's option."""
    return unmarked(label(text)).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
