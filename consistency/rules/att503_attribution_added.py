"""ATT503 attribution-added."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.rules._support.attribution import name, place, unsourced, weight
from consistency.rules._support.messages import sentence, who
from consistency.rules.base import Evidence, rule
from consistency.types import Alignment, AlignmentKind, Role, Severity, StatedBy


@rule(
    "ATT503",
    "attribution-added",
    severity=Severity.WARNING,
    judges={AlignmentKind.ATTRIBUTION: StatedBy.BOTH},
    argues_from_silence=True,
    fires=(
        (
            "The harbour handled 40 ships a day last year.",
            "The harbour handled 40 ships a day last year, according to Orvale Harbour Institute data.",
        ),
        (
            "The ferry left the harbour of Orvale without its lights on.",
            "The ferry left the harbour of Orvale without its lights on, Peter Lang said.",
        ),
    ),
    silent=(
        (
            "Peter Lang saw it all. The ferry left the harbour of Orvale without its lights on, he said.",
            "The ferry left the harbour of Orvale without its lights on, Peter Lang said.",
        ),
        (
            "Figures of the Orvale Harbour Institute came out. The harbour handled 40 ships a day last year.",
            "The harbour was busy, Peter Lang said. The harbour handled 40 ships a day last year.",
        ),
    ),
)
def attribution_added(alignment: Alignment) -> Iterator[Evidence]:
    """The draft attributes to somebody what every source states as fact.

    ## Why it matters
    An attribution that no source article gives is invented, or rests on notes that nobody else can check.

    ## When it stays silent
    Where a source names the same body or person near the passage, or one that may be the same; where the
    passage is too freely worded.
    """
    sides = unsourced(alignment)
    if sides is None or any(claim.attribution for side in alignment.sides[1:] for claim in side.claims):
        return
    plain, given = sides
    severity = weight(alignment, plain.claims[0], given.claims[0])
    if severity and plain.role is Role.SOURCE:
        yield Evidence(
            places=(place(given), place(plain)),
            message=sentence(f"{who(given)} attributes to {name(given.claims[0])} what {who(plain)} states itself"),
            severity=severity,
        )
