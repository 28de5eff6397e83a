"""The columns of data frames, Parquet and CSV: as the code describes them, with the types that a frame has."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from consistency.reports.frame import frame, place_frame
from consistency.reports.table import FINDING_COLUMNS, PLACE_COLUMNS
from consistency.types import Report
from tools.pages.blocks import table

_NOTHING = Report(articles=(), findings=(), alignments=(), signature="")


def findings() -> str:
    """The table of findings."""
    return _columns(FINDING_COLUMNS, frame(_NOTHING))


def places() -> str:
    """The table of places."""
    return _columns(PLACE_COLUMNS, place_frame(_NOTHING))


def _columns(meanings: Mapping[str, str], empty: pd.DataFrame) -> str:
    rows = [(f"`{name}`", f"`{empty.dtypes[name]}`", meaning) for name, meaning in meanings.items()]
    return table(("column", "type", "meaning"), rows)
