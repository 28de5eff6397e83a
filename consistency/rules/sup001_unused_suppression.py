"""SUP001 unused-suppression."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.rules.base import Evidence, rule
from consistency.types import Alignment, Severity

_SOURCE = "The fire at the mill killed 12 people. The owner of the mill was not insured."


@rule(
    "SUP001",
    "unused-suppression",
    severity=Severity.NOTE,
    judges={},
    fires=(
        (_SOURCE, "The fire at the mill killed 12 people. <!-- consistency: ignore[NUM101] toll confirmed -->"),
        (_SOURCE, "The fire at the mill killed 15 people. <!-- consistency: ignore[NUM1O1] toll updated -->"),
        (_SOURCE, "The fire at the mill killed 15 people. <!-- consistency: ignore toll updated -->"),
    ),
    silent=(
        (_SOURCE, "The fire at the mill killed 15 people. <!-- consistency: ignore[NUM101] toll updated -->"),
        (_SOURCE, "The fire at the mill killed 12 people. <!-- ask the mill's owner again -->"),
    ),
)
def unused_suppression(alignment: Alignment) -> Iterator[Evidence]:
    """A comment or an accepted difference suppresses nothing: it is invalid, has expired, or is no longer needed.

    ## Why it matters
    A suppression that suppresses nothing today hides an error tomorrow, when everybody has forgotten it.

    ## When it stays silent
    For rules that do not run, and where only findings of a higher confidence than usual are asked for:
    there may be findings that were not looked for. What comments, front matter and settings can say is
    described under suppressions.
    """
    # No alignment shows it: suppressions are held against the findings of all other rules.
    return iter(())
