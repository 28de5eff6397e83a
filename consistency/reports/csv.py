"""The report as CSV, for spreadsheets."""

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

#: First characters with which spreadsheets treat a cell as a formula (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # fmt: skip

#: The columns that do not contain prose.
_NAMES = ("id", "path", "other_path", "article", "other_article")


def render(report: Report) -> str:
    """A header and one row per finding; cells that would be evaluated as formulas get a leading apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows(report):
        writer.writerow([cell(row[column], label if column in _NAMES else clean) for column in COLUMNS])
    return out.getvalue()


def cell(value: Any, shown: Callable[[str], str] = clean) -> Any:
    """The value as a cell that neither a spreadsheet nor a CI runner's log executes; a list is JSON."""
    if isinstance(value, list):
        return json_text(dumps(value).rstrip("\n"))
    if not isinstance(value, str):
        return value
    words = inert(shown(value))
    return "'" + words if value.lstrip(" ").startswith(_FORMULA) else words
