"""The report as a pandas data frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from consistency.reports.table import COLUMNS, rows

if TYPE_CHECKING:
    import pandas as pd

    from consistency.types import Report


def frame(report: Report) -> pd.DataFrame:
    """One row per finding with the columns of ``table.COLUMNS``, of the same types whatever was found."""
    import pandas as pd

    told = [{key: _whole(value) for key, value in row.items()} for row in rows(report)]
    table = pd.DataFrame(told, columns=list(COLUMNS))
    return table.astype({column: _kind(column) for column in COLUMNS})


def _whole(value: Any) -> Any:
    """The value without half surrogate pairs: a frame's strings are UTF-8."""
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if isinstance(value, str) else value


def _kind(column: str) -> str:
    if column == "confidence":
        return "float64"
    return "Int64" if column == "places" or column.endswith(("line", "column", "start", "end")) else "string"
