"""The report as a pandas data frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consistency.reports.table import COLUMNS, rows

if TYPE_CHECKING:
    import pandas as pd

    from consistency.types import Report


def frame(report: Report) -> pd.DataFrame:
    """One row per finding with the columns of ``table.COLUMNS``; absent values are ``None``, numbers are whole."""
    import pandas as pd

    table = pd.DataFrame(rows(report), columns=list(COLUMNS))
    whole = [c for c in COLUMNS if c.endswith(("line", "column", "start", "end")) or c == "places"]
    return table.astype({**dict.fromkeys(whole, "Int64"), "confidence": "float64"})
