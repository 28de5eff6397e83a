"""The report as a Parquet file: typed columns for data frames and databases."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from consistency.reports.frame import frame

if TYPE_CHECKING:
    from consistency.types import Report


def render(report: Report) -> bytes:
    """The columns of ``csv``, typed."""
    out = io.BytesIO()
    frame(report).to_parquet(out, engine="pyarrow", index=False)
    return out.getvalue()
