"""The report as a pandas data frame."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from consistency.reports.table import FINDING_COLUMNS, PLACE_COLUMNS, place_rows, rows
from consistency.types import PlaceKind, Role, Severity

if TYPE_CHECKING:
    import pandas as pd

    from consistency.types import Report

_NUMBERS = frozenset(
    {"finding", "place", "places", "line", "column", "end_line", "end_column", "start", "end"}
    | {f"other_{key}" for key in ("line", "column", "start", "end")}
)


def frame(report: Report) -> pd.DataFrame:
    """One row per finding with the columns of ``table.COLUMNS``, which always have the same types."""
    return _typed(rows(report), FINDING_COLUMNS)


def place_frame(report: Report) -> pd.DataFrame:
    """One row per place of each finding with ``table.PLACE_COLUMNS``, which always have the same types."""
    return _typed(place_rows(report), PLACE_COLUMNS)


def _typed(found: Iterable[Mapping[str, Any]], columns: Iterable[str]) -> pd.DataFrame:
    import pandas as pd

    plain = [{key: _whole(value) for key, value in row.items()} for row in found]
    table = pd.DataFrame(plain, columns=list(columns))
    return table.astype({column: _kind(column) for column in table.columns})


def _whole(value: Any) -> Any:
    """The value without lone surrogates, because strings in a data frame are UTF-8."""
    if isinstance(value, list):
        return [_whole(one) for one in value]
    if isinstance(value, dict):
        return {key: _whole(one) for key, one in value.items()}
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if isinstance(value, str) else value


def _kind(column: str) -> Any:
    """The type of a column: categorical for few distinct values, ordered for severities."""
    import pandas as pd

    if column == "severity":
        ranked = sorted(Severity, key=lambda severity: -severity.rank)
        return pd.CategoricalDtype([severity.value for severity in ranked], ordered=True)
    if column.removeprefix("other_") in ("role", "kind"):
        kinds = Role if column.endswith("role") else PlaceKind
        return pd.CategoricalDtype([kind.value for kind in kinds])
    if column in ("confidence", "all_places"):
        return "float64" if column == "confidence" else "object"
    return "Int64" if column in _NUMBERS else "string"
