"""The findings by file: for terminals and logs of runs over many drafts."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from consistency.reports.json import as_dict
from consistency.reports.order import left_out, worst
from consistency.reports.safe import clean, inert, label
from consistency.reports.text import total

if TYPE_CHECKING:
    from consistency.types import Report


def render(report: Report, *, most: int | None = None) -> str:
    """Each file that has findings, and under it one line for each: place, severity, rule, message; ``most`` in all."""
    shown = replace(report, findings=tuple(worst(report, most)))
    turn = {article.id: i for i, article in enumerate(report.articles)}
    heads = [(finding["places"][0], finding) for finding in as_dict(shown)["findings"]]
    heads.sort(key=lambda head: (turn[head[0]["article"]], head[0]["start"], head[1]["code"]))
    said = []
    for _, group in groupby(heads, key=lambda head: head[0]["article"]):
        found = list(group)
        said.append(f"{label(found[0][0]['path'])}\n")
        for place, finding in found:
            where = f"{place['line']}:{place['column']}"
            rule = f"{finding['code']} {finding['name']}"
            said.append(f"  {where:<9}{finding['severity']:<9}{rule}  {clean(finding['message'])}\n")
        said.append("\n")
    left = left_out(report, most)
    return inert("".join(said) + total(report) + "\n" + (f"{left}\n" if left else ""))
