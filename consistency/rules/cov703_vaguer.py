"""COV703 vaguer."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.claims.agreement import less_exact
from consistency.rules._support.details import loss
from consistency.rules._support.messages import contrast, places, shown
from consistency.rules.base import Evidence, rule
from consistency.types import ONE_STORY, Alignment, AlignmentKind, Role, Severity, StatedBy


@rule(
    "COV703",
    "vaguer",
    severity=Severity.WARNING,
    judges={AlignmentKind.FIGURE: StatedBy.BOTH},
    argues_from_silence=True,
    fires=(
        ("The plant closed last week.", "The plant closed recently."),
        ("The flood left 4,200 people homeless.", "The flood left thousands of people homeless."),
    ),
    silent=(
        ("The plant closed last week.", "Last week the plant closed."),
        ("The flood left 4,200 people homeless.", "The flood left about 4,200 people homeless."),
    ),
)
def vaguer(alignment: Alignment) -> Iterator[Evidence]:
    """An exact figure or date of the source became a vaguer one.

    ## Why it matters
    "Recently" will still be true next year; the reader has lost the fact.

    ## When it stays silent
    Where the draft gives the exact figure or date elsewhere in the same passage.
    """
    head, *rest = alignment.sides
    if head.role is not Role.DRAFT or alignment.same_event < ONE_STORY:
        return
    exact = [side for side in rest if side.claims and all(less_exact(c, head.claims[0]) for c in side.claims)]
    if exact and len(exact) == len([side for side in rest if side.claims]):
        yield Evidence(
            places=places(head, *exact),
            message=contrast(head, shown(head.claims[0]), exact[:1], [shown(exact[0].claims[0])]),
            severity=loss(exact[0].claims[0], head.claims[0], alignment),
        )
