"""NUM101 value-mismatch."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.rules._support.figures import opposed, other_value, tolerated
from consistency.rules._support.messages import against, places
from consistency.rules.base import Evidence, rule
from consistency.types import Alignment, AlignmentKind, Severity, StatedBy


@rule(
    "NUM101",
    "value-mismatch",
    severity=Severity.ERROR,
    judges={AlignmentKind.FIGURE: StatedBy.BOTH},
    fires=(
        ("The fire at the mill killed 12 people.", "The fire at the mill killed 15 people."),
        ("The city owes its lenders $1.7 billion.", "The city owes its lenders $1.2 billion."),
        ("Unemployment rose to 5.4 percent in the province.", "Unemployment rose to 4.5 percent in the province."),
    ),
    silent=(
        ("The fire at the mill killed 12 people.", "The fire at the mill killed twelve people."),
        ("The city owes its lenders $1.68 billion.", "The city owes its lenders about $1.7 billion."),
        ("The fire killed 12 people.", "The fire burned 15 houses."),
    ),
)
def value_mismatch(alignment: Alignment) -> Iterator[Evidence]:
    """Two articles give different figures for the same thing.

    ## Why it matters
    A wrong figure is the error that readers notice, quote and ask to have corrected.

    ## When it stays silent
    Figures that agree once rounded, converted or read with their bounds ("more than 100" and 107);
    figures of which it is not clear that they measure the same thing; drafts whose figure at least
    one source supports (see SRC801); differences within the tolerance that the settings allow.
    """
    near = tolerated(alignment)
    for head, others, of in opposed(alignment, lambda one, two: other_value(one, two) and not near(one, two)):
        yield Evidence(places=places(head, *others, core=True), message=against(head, others, of))
