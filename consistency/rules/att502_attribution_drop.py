"""ATT502 attribution-drop."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.rules._support.attribution import name, place, unsourced, weight
from consistency.rules._support.messages import sentence, who
from consistency.rules.base import Evidence, rule
from consistency.types import Alignment, AlignmentKind, Role, Severity, StatedBy


@rule(
    "ATT502",
    "attribution-drop",
    severity=Severity.WARNING,
    judges={AlignmentKind.ATTRIBUTION: StatedBy.BOTH},
    argues_from_silence=True,
    fires=(
        (
            "The harbour handled 40 ships a day last year, according to Orvale Harbour Institute data.",
            "The harbour handled 40 ships a day last year.",
        ),
        (
            "Peter Lang said the minister met the rebels at a farm near Orvale in March.",
            "The minister met the rebels at a farm near Orvale in March.",
        ),
    ),
    silent=(
        (
            "The harbour handled 40 ships a day last year, according to Orvale Harbour Institute data.",
            "Orvale Harbour Institute data show the harbour handled 40 ships a day last year.",
        ),
        (
            "The harbour is the oldest of the coast. The harbour is too small for the new ferries, Lang said.",
            "Lang showed visitors the oldest harbour of the coast. It was built for sailing boats.",
        ),
    ),
)
def attribution_drop(alignment: Alignment) -> Iterator[Evidence]:
    """The draft states as fact what a source attributes to a speaker, to data or to hearsay.

    ## Why it matters
    Without its attribution, a claim becomes the newsroom's own, and so does the error if it is wrong.

    ## When it stays silent
    Where the draft names the source, or one that may be the same, in the sentence or next to it; in
    headlines; where the passage is too freely worded; where another source states it as fact too.
    """
    sides = unsourced(alignment)
    if sides is None:
        return
    plain, given = sides
    severity = weight(alignment, plain.claims[0], given.claims[0])
    if severity and plain.role is not Role.SOURCE:
        yield Evidence(
            places=(place(plain), place(given)),
            message=sentence(f"{who(plain)} states as fact what {who(given)} attributes to {name(given.claims[0])}"),
            severity=severity,
        )
