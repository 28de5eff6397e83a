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
    kinds=(),
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
    """A comment or an acceptance suppresses nothing: it cannot be understood, has ended, or is not needed.

    ## Why it matters
    What suppresses nothing today hides an error tomorrow, when somebody has long forgotten it.

    ## When it stays silent
    For rules that are not looked for in this run, and where only findings of a higher confidence than
    usual are asked for: what was not looked for may be there. What comments, front matter and settings
    can say is told under suppressions.
    """
    # No alignment shows it: suppressions are held against the findings of all other rules.
    return iter(())
