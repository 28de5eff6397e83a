"""The report as tables with one row per finding or place, for CSV, Parquet and data frames."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from consistency.reports.json import as_dict

if TYPE_CHECKING:
    from consistency.types import Report

#: The columns that locate a place, with their meaning.
_PLACE = {
    "path": "path of the article's file; empty for a text without one",
    "role": "`draft`, `source` or `peer`",
    "kind": "`evidence`: the words in question; `anchor`: where missing words belong",
    "line": "line of the first character, from 1",
    "column": "column of the first character, from 1",
    "end_line": "line of the position after the last character",
    "end_column": "column of the position after the last character",
    "start": "offset of the first character in the article's text, from 0",
    "end": "offset of the position after the last character",
    "text": "the words at this place",
}

_FINDING = {
    "id": "id of the report; empty except in batches or if given to `check`",
    "code": "code of the rule",
    "name": "name of the rule",
    "severity": "`note`, `warning` or `error`, in this order",
    "confidence": "how likely the finding is correct, 0 to 1",
    "message": "what is wrong",
}

_FINGERPRINT = {"fingerprint": "identifies the finding as long as its words stay the same, even if they move"}

_OTHER = ("path", "role", "kind", "line", "column", "start", "end", "text")

#: The columns of the table of findings with their meaning, in order. Add new ones at the end.
FINDING_COLUMNS = {
    **_FINDING,
    **_PLACE,
    **{f"other_{key}": f"like `{key}`, for the first place in another article" for key in _OTHER},
    "places": "number of places",
    **_FINGERPRINT,
    "article": "id of the article that `path`, `line` and so on refer to; never empty",
    "other_article": "id of the article that the `other_` columns refer to",
    "all_places": "all places, as in the JSON report: a list of dicts, in CSV as JSON",
}

#: The columns of the table of places with their meaning, in order.
PLACE_COLUMNS = {
    "finding": "number of the finding, from 0, which is its row in the table of findings",
    "place": "number of the place within its finding, from 0; an editor should look at place 0",
    **_FINDING,
    "article": "id of the article; never empty",
    **_PLACE,
    **_FINGERPRINT,
}

#: The columns of findings, in order; a finding without a second place leaves the ``other_`` columns empty.
COLUMNS = tuple(FINDING_COLUMNS)


def rows(report: Report) -> list[dict[str, Any]]:
    """One dict per finding, in the order of the report, with ``COLUMNS`` as its keys.

    The plain columns are about the place that an editor should look at, the ``other_`` columns about the first
    place in another article; ``places`` is the number of places and ``all_places`` lists them.
    """
    document = as_dict(report)
    return [_row(finding, document.get("id")) for finding in document["findings"]]


def place_rows(report: Report) -> list[dict[str, Any]]:
    """One dict per place of each finding, with the keys of ``PLACE_COLUMNS``."""
    document = as_dict(report)
    return [
        {column: row[column] for column in PLACE_COLUMNS}
        for n, finding in enumerate(document["findings"])
        for m, place in enumerate(finding["places"])
        for row in [{**finding, **place, "id": document.get("id"), "finding": n, "place": m}]
    ]


def _row(finding: dict[str, Any], id: str | None) -> dict[str, Any]:
    first, *rest = finding["places"]
    other = next((place for place in rest if place["article"] != first["article"]), rest[0] if rest else {})
    row = {**finding, **first, "id": id, "places": len(finding["places"]), "all_places": finding["places"]}
    row |= {f"other_{key}": other.get(key) for key in (*_OTHER, "article")}
    return {column: row[column] for column in COLUMNS}
