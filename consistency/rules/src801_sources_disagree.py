"""SRC801 sources-disagree."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.claims.agreement import agrees
from consistency.rules._support.figures import tolerated
from consistency.rules._support.messages import places, shown
from consistency.rules.base import Evidence, rule
from consistency.types import Alignment, AlignmentKind, Role, Severity, StatedBy


@rule(
    "SRC801",
    "sources-disagree",
    severity=Severity.WARNING,
    judges={AlignmentKind.FIGURE: StatedBy.BOTH},
    fires=(
        (
            "The fire at the mill killed 12 people.",
            "The fire at the mill killed 15 people.",
            "The fire at the mill killed 15 people.",
        ),
        ("The pact was signed on Monday.", "The pact was signed on Friday.", "The pact was signed on Friday."),
    ),
    silent=(
        ("The fire killed 12 people.", "The fire killed 12 people."),
        ("The fire at the mill killed 12 people.", "The fire at the mill killed 15 people."),
    ),
)
def sources_disagree(alignment: Alignment) -> Iterator[Evidence]:
    """The draft follows one source, and another source contradicts it.

    ## Why it matters
    The draft may be right, but an editor should know that it chose between its sources.

    ## When it stays silent
    Where only one source states the fact, or the draft does not state it.
    """
    head, *rest = alignment.sides
    if head.role is not Role.DRAFT:
        return
    speaking = [side for side in rest if side.claims]
    said, near = head.claims[0], tolerated(alignment)
    backing = [side for side in speaking if any(agrees(said, c) or near(said, c) for c in side.claims)]
    denying = [side for side in speaking if all(agrees(said, c) is False and not near(said, c) for c in side.claims)]
    if backing and denying:
        yield Evidence(
            places=places(head, *denying, *backing, core=True),
            message=f"Draft and sources ({len(backing)} of {len(speaking)}): {shown(said)}. "
            f"Sources ({len(denying)} of {len(speaking)}): {shown(denying[0].claims[0])}",
        )
