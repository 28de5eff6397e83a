"""The report as a Parquet file: typed columns for data frames and databases."""

from __future__ import annotations

import io
from importlib.util import find_spec
from typing import TYPE_CHECKING

from consistency.errors import OutputError, install
from consistency.reports.frame import frame

if TYPE_CHECKING:
    from consistency.types import Report


def require() -> None:
    """Raises ``OutputError`` where a package is not installed that the format needs."""
    if lacking := [name for name in ("pandas", "pyarrow") if find_spec(name) is None]:
        raise OutputError(f"parquet needs {' and '.join(lacking)}", hint=install("parquet"))


def render(report: Report) -> bytes:
    """The columns of ``csv``, typed. Raises ``OutputError`` where pandas or pyarrow is not installed."""
    require()
    out = io.BytesIO()
    frame(report).to_parquet(out, engine="pyarrow", index=False)
    return out.getvalue()
