"""The report for a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from consistency.reports.json import dumps
from consistency.reports.safe import clean
from consistency.reports.table import COLUMNS, rows

if TYPE_CHECKING:
    from consistency.types import Report

#: What makes a spreadsheet take a cell for a formula (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # fmt: skip


def render(report: Report) -> str:
    """A header and one row per finding; a cell that would be run as a formula starts with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows(report):
        writer.writerow([cell(row[column]) for column in COLUMNS])
    return out.getvalue()


def cell(value: Any) -> Any:
    """The value as a cell that no spreadsheet runs; a list is JSON."""
    if isinstance(value, list):
        return clean(dumps(value).rstrip("\n"))
    if not isinstance(value, str):
        return value
    return "'" + clean(value) if value.lstrip(" ").startswith(_FORMULA) else clean(value)
