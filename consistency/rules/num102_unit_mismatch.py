"""NUM102 unit-mismatch."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.language.contrasts import ContrastSet
from consistency.rules._support.copied_context import another, weight
from consistency.rules._support.figures import opposed, other_unit
from consistency.rules._support.messages import against, places
from consistency.rules._support.words import message
from consistency.rules.base import Evidence, rule
from consistency.types import Alignment, AlignmentKind, Severity, StatedBy


@rule(
    "NUM102",
    "unit-mismatch",
    severity=Severity.ERROR,
    judges={AlignmentKind.FIGURE: StatedBy.BOTH},
    also={AlignmentKind.FRAME: StatedBy.BOTH},
    fires=(
        ("The port cost $430 million to rebuild.", "The port cost $430 billion to rebuild."),
        ("Prices rose by 3 percent last year.", "Prices rose by 3 percentage points last year."),
        ("The bridge cost €20 million.", "The bridge cost $20 million."),
    ),
    silent=(
        ("The port cost $430 million to rebuild.", "The port cost $0.43 billion to rebuild."),
        ("Prices rose by 3 percent last year.", "Prices rose by 3% last year."),
        ("The tunnel is 5 miles long.", "The tunnel is 8 kilometres long."),
    ),
)
def unit_mismatch(alignment: Alignment) -> Iterator[Evidence]:
    """The digits are the same, but the unit, the currency or the scale differs.

    ## Why it matters
    "Million" for "billion" and "percent" for "percentage points" survive every proofreading that
    checks only the digits.

    ## When it stays silent
    Two notations of one unit, and units that convert into each other.
    """
    if alignment.kind is AlignmentKind.FRAME and another(alignment, ContrastSet.UNIT):
        yield Evidence(places=places(*alignment.sides), message=message(alignment), severity=weight(alignment))
    for head, others, of in opposed(alignment, other_unit):
        yield Evidence(places=places(head, *others, core=True), message=against(head, others, of))
