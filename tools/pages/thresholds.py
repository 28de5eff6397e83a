"""The page of all numbers that decide a comparison."""

from __future__ import annotations

from collections.abc import Iterable

from consistency.thresholds import Value
from consistency.thresholds.table import Threshold, declared

_INTRO = """# Thresholds

Every number that decides whether two passages correspond, or whether their difference is reported, is declared once in
`consistency/thresholds/`. A test fails if a module of `align` or `rules` has such a number of its own. Confidence
offsets, which are fitted to labelled articles, are in `rules/data/calibration.toml`; limits, which only bound the work
on long texts, in `types/limits.py`.

**Origin**: *fitted* by regression; *chosen by measurement* from the figures given; or, for most, *chosen
on development stories; not swept*: nobody has measured how findings change with the number.
"""


def page() -> str:
    """One table for each section."""
    return "\n".join([_INTRO, *(f"## {title}\n\n{_table(rows)}\n" for title, rows in declared().items())])


def _table(rows: Iterable[Threshold]) -> str:
    head = "| name | value | unit | decides | origin |\n| --- | --- | --- | --- | --- |\n"
    return head + "\n".join(map(_row, rows))


def _row(row: Threshold) -> str:
    origin = f"{row.origin}: {row.measured}" if row.measured else row.origin
    return f"| `{row.name}` | {_value(row.value)} | {row.unit} | {row.decides} | {origin} |"


def _value(value: Value) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{many}: {number:g}" for many, number in value.items())
    return f"{value:.3g}"
