"""The report as a table, one row per finding: what csv and data frames share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from consistency.reports.json import as_dict

if TYPE_CHECKING:
    from consistency.types import Report

#: The columns, in order; a finding without a second place leaves the ``other_`` columns empty.
COLUMNS = (
    "id", "code", "name", "severity", "confidence", "message",
    "path", "role", "kind", "line", "column", "end_line", "end_column", "start", "end", "text",
    "other_path", "other_role", "other_kind", "other_line", "other_column", "other_start", "other_end", "other_text",
    "places", "fingerprint",
)  # fmt: skip

_OTHER = ("path", "role", "kind", "line", "column", "start", "end", "text")


def rows(report: Report) -> list[dict[str, Any]]:
    """One dict per finding, in the order of the report, with ``COLUMNS`` as its keys.

    The plain columns are of the place where an editor must look, the ``other_`` columns of the
    first place in another article; ``places`` counts them all.
    """
    told = as_dict(report)
    return [_row(finding, told.get("id")) for finding in told["findings"]]


def _row(finding: dict[str, Any], id: str | None) -> dict[str, Any]:
    first, *rest = finding["places"]
    other = next((place for place in rest if place["article"] != first["article"]), rest[0] if rest else {})
    row = {**finding, **first, "id": id, "places": len(finding["places"])}
    row |= {f"other_{key}": other.get(key) for key in _OTHER}
    return {column: row[column] for column in COLUMNS}
