"""The report as a Parquet file: typed columns for data frames and databases."""

from __future__ import annotations

import io
from importlib.util import find_spec
from typing import TYPE_CHECKING

from consistency.errors import OutputError
from consistency.reports.frame import frame

if TYPE_CHECKING:
    from consistency.types import Report


def render(report: Report) -> bytes:
    """The columns of ``csv``, typed. Raises ``OutputError`` where pyarrow is not installed."""
    if find_spec("pyarrow") is None:
        raise OutputError("parquet needs pyarrow", hint="pip install 'claim-consistency[parquet]'")
    out = io.BytesIO()
    frame(report).to_parquet(out, engine="pyarrow", index=False)
    return out.getvalue()
