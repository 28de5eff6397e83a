"""DOC901 self-contradiction."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.rules._support.figures import tolerated
from consistency.rules._support.messages import places, shown
from consistency.rules.base import Evidence, rule
from consistency.types import Alignment, AlignmentKind, Role, Severity, StatedBy

_SOURCE = "A mill burned down in Orvale."


@rule(
    "DOC901",
    "self-contradiction",
    severity=Severity.WARNING,
    judges={AlignmentKind.INTERNAL: StatedBy.ITSELF},
    fires=(
        (
            _SOURCE,
            "Mill fire in Orvale kills 12 workers\n\nA mill fire in Orvale killed 15 workers on Monday, police said.",
        ),
        (_SOURCE, "Orvale mill burned down in 1985\n\nThe Orvale mill burned down in 1987, records show."),
    ),
    silent=(
        (_SOURCE, "Mill fire in Orvale kills 12 workers\n\nA mill fire in Orvale killed twelve workers on Monday."),
        (_SOURCE, "The fire killed 12 workers in Orvale.\n\nThe flood killed 15 farmers in Brennick."),
    ),
)
def self_contradiction(alignment: Alignment) -> Iterator[Evidence]:
    """An article contradicts itself: its headline and its body, or two passages of the body.

    ## Why it matters
    Readers need no source to see it, and they do.

    ## When it stays silent
    Where the two passages may be about different things, or about the same thing at different times.
    """
    one, two = alignment.sides
    if one.role is not Role.SOURCE and not tolerated(alignment)(one.claims[0], two.claims[0]):
        said = [shown(side.claims[0]) for side in (one, two)]
        yield Evidence(places=places(one, two, core=True), message=f"The article says both {said[0]} and {said[1]}")
