"""Every number that decides a comparison: its value, its unit, what it decides, and where it comes from.

A module of this package is one section of the table. It declares each number once, and its readers import the plain
value by a name that is unique in the whole table:

    LINK_FLOOR = threshold(0.30, "link score", "Two sentences with a lower score are not aligned.")

`thresholds.table` has all rows, and `docs/dev/thresholds.md` shows them. Numbers that only bound the work on a long
text are in `types.limits`.
"""

from __future__ import annotations

from typing import Literal, TypeVar

#: Values are numbers, or numbers by a number of words or figures.
Value = int | float | dict[int, float]
T = TypeVar("T", int, float, dict[int, float])

Unit = Literal[
    "articles",
    "characters",
    "context overlap",
    "cosine",
    "days",
    "factor",
    "figures",
    "link score",
    "log odds",
    "number",
    "percentage points",
    "probability",
    "sentences",
    "share",
    "share of words",
    "similarity",
    "strength",
    "weight",
    "words",
]

#: The origin of most numbers: a person chose them on the stories that the program was developed with.
UNSWEPT = "chosen on development stories; not swept"
FITTED = "fitted"
MEASURED = "chosen by measurement"


class Section:
    """The rows that one module declares; calling it adds one."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.rows: list[tuple[Value, Unit, str, str, str]] = []

    def __call__(self, value: T, unit: Unit, decides: str, *, origin: str = UNSWEPT, measured: str = "") -> T:
        """Declare a number and return it."""
        self.rows.append((value, unit, decides, origin, measured))
        return value
