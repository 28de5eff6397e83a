"""The report as tables, one row per finding or per place: what CSV, Parquet and data frames share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from consistency.reports.json import as_dict

if TYPE_CHECKING:
    from consistency.types import Report

#: The columns that say where a place is, with their meaning.
_PLACE = {
    "path": "path of the article's file; empty for a text without one",
    "role": "`draft`, `source` or `peer`",
    "kind": "`evidence`: the words in question; `anchor`: where missing words belong",
    "line": "line of the first character, from 1",
    "column": "column of the first character, from 1",
    "end_line": "line behind the last character",
    "end_column": "column behind the last character",
    "start": "offset of the first character in the article's text, from 0",
    "end": "offset behind the last character",
    "text": "the words there",
}

_FINDING = {
    "id": "id of the report; empty outside of batches, unless it was given to `check`",
    "code": "code of the rule",
    "name": "name of the rule",
    "severity": "`note`, `warning` or `error`, in this order",
    "confidence": "how likely the finding is true, 0 to 1",
    "message": "what is wrong, in words",
}

_FINGERPRINT = {"fingerprint": "identifies the finding as long as its words stay the same, wherever they move"}

_OTHER = ("path", "role", "kind", "line", "column", "start", "end", "text")

#: Each column of the table of findings and its meaning, in order. New ones come last.
FINDING_COLUMNS = {
    **_FINDING,
    **_PLACE,
    **{f"other_{key}": f"the same as `{key}`, of the first place in another article" for key in _OTHER},
    "places": "number of places",
    **_FINGERPRINT,
    "article": "id of the article of `path`, `line` and so on: never empty",
    "other_article": "id of the article of the `other_` columns",
    "all_places": "every place, as in the JSON report: a list of dicts; in CSV as JSON",
}

#: The same for the table of places.
PLACE_COLUMNS = {
    "finding": "number of the finding, from 0: its row in the table of findings",
    "place": "number of the place in its finding, from 0; an editor should look at the first",
    **_FINDING,
    "article": "id of the article: never empty",
    **_PLACE,
    **_FINGERPRINT,
}

#: The columns of findings, in order; a finding without a second place leaves the ``other_`` columns empty.
COLUMNS = tuple(FINDING_COLUMNS)


def rows(report: Report) -> list[dict[str, Any]]:
    """One dict per finding, in the order of the report, with ``COLUMNS`` as its keys.

    The plain columns are of the place where an editor must look, the ``other_`` columns of the
    first place in another article; ``places`` counts them all and ``all_places`` has them all.
    """
    told = as_dict(report)
    return [_row(finding, told.get("id")) for finding in told["findings"]]


def place_rows(report: Report) -> list[dict[str, Any]]:
    """One dict per place of each finding, with the keys of ``PLACE_COLUMNS``."""
    told = as_dict(report)
    return [
        {column: row[column] for column in PLACE_COLUMNS}
        for n, finding in enumerate(told["findings"])
        for m, place in enumerate(finding["places"])
        for row in [{**finding, **place, "id": told.get("id"), "finding": n, "place": m}]
    ]


def _row(finding: dict[str, Any], id: str | None) -> dict[str, Any]:
    first, *rest = finding["places"]
    other = next((place for place in rest if place["article"] != first["article"]), rest[0] if rest else {})
    row = {**finding, **first, "id": id, "places": len(finding["places"]), "all_places": finding["places"]}
    row |= {f"other_{key}": other.get(key) for key in (*_OTHER, "article")}
    return {column: row[column] for column in COLUMNS}
