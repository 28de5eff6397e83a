"""The report for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from consistency.reports.json import dumps
from consistency.reports.safe import clean, inert, json_text, label
from consistency.reports.table import COLUMNS, rows

if TYPE_CHECKING:
    from consistency.types import Report

#: What makes a spreadsheet take a cell for a formula (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # fmt: skip

#: The columns that are no prose.
_NAMES = ("id", "path", "other_path", "article", "other_article")


def render(report: Report) -> str:
    """A header and one row per finding; a cell that would be run as a formula starts with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows(report):
        writer.writerow([cell(row[column], label if column in _NAMES else clean) for column in COLUMNS])
    return out.getvalue()


def cell(value: Any, shown: Callable[[str], str] = clean) -> Any:
    """The value as a cell that no spreadsheet runs, nor a runner that sees the table in a log; a list is JSON."""
    if isinstance(value, list):
        return json_text(dumps(value).rstrip("\n"))
    if not isinstance(value, str):
        return value
    words = inert(shown(value))
    return "'" + words if value.lstrip(" ").startswith(_FORMULA) else words
