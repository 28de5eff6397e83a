"""COV706 more-specific."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.claims.agreement import less_exact
from consistency.rules._support.details import loss
from consistency.rules._support.messages import contrast, places, shown
from consistency.rules.base import Evidence, rule
from consistency.types import ONE_STORY, Alignment, AlignmentKind, Role, Severity, StatedBy


@rule(
    "COV706",
    "more-specific",
    severity=Severity.WARNING,
    judges={AlignmentKind.FIGURE: StatedBy.BOTH},
    argues_from_silence=True,
    fires=(
        ("The plant closed recently.", "The plant closed last week."),
        ("The flood left thousands of people homeless.", "The flood left 4,200 people homeless."),
    ),
    silent=(
        ("The plant closed last week.", "Last week the plant closed."),
        ("The flood left about 4,200 people homeless.", "The flood left 4,200 people homeless."),
    ),
)
def more_specific(alignment: Alignment) -> Iterator[Evidence]:
    """The draft is more exact than any of its sources.

    ## Why it matters
    Exactness that no source supports was guessed, or comes from a source that the editor has not seen.

    ## When it stays silent
    Where one of the sources is as exact as the draft.
    """
    head, *rest = alignment.sides
    if head.role is not Role.DRAFT or alignment.same_event < ONE_STORY:
        return
    speaking = [side for side in rest if side.claims]
    if speaking and all(less_exact(head.claims[0], c) for side in speaking for c in side.claims):
        yield Evidence(
            places=places(head, *speaking),
            message=contrast(head, shown(head.claims[0]), speaking[:1], [shown(speaking[0].claims[0])]),
            severity=loss(head.claims[0], speaking[0].claims[0], alignment),
        )
