"""ATT501 attribution-change."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.attribution.compare import same_source, unlike
from consistency.rules._support.attribution import guessed, name, place
from consistency.rules._support.messages import contrast
from consistency.rules._support.quotations import inner, same
from consistency.rules.base import Evidence, rule
from consistency.thresholds.claims import SPEECH_WORDS
from consistency.thresholds.verdicts import ATTRIBUTION_KEPT, ATTRIBUTION_VERBATIM
from consistency.types import Alignment, AlignmentKind, Claim, Severity, StatedBy


@rule(
    "ATT501",
    "attribution-change",
    severity=Severity.ERROR,
    judges={AlignmentKind.ATTRIBUTION: StatedBy.BOTH, AlignmentKind.QUOTE: StatedBy.BOTH},
    fires=(
        (
            "The harbour handled 40 ships a day last year, according to Orvale Harbour Institute data.",
            "The harbour handled 40 ships a day last year, according to a trade union.",
        ),
        (
            'Mayor Anna Kessel spoke. "The bridge will serve the town for a century," Mayor Anna Kessel said.',
            'Mayor Anna Kessel spoke. "The bridge will serve the town for a century," Peter Lang said.',
        ),
    ),
    silent=(
        (
            "The harbour handled 40 ships a day, according to data from the Orvale Harbour Institute.",
            "The harbour handled 40 ships a day, Orvale Harbour Institute figures show.",
        ),
        (
            '"The bridge will serve the town for a century," Mayor Anna Kessel said.',
            '"The bridge will serve the town for a century," the mayor said.',
        ),
    ),
)
def attribution_change(alignment: Alignment) -> Iterator[Evidence]:
    """The draft attributes a passage to somebody other than its sources do.

    ## Why it matters
    Words or figures attributed to the wrong person wrong two people at once, and both will complain.

    ## When it stays silent
    Where both may be the same source: a name and its short form, an office and its holder, a body, its
    data and its spokesperson; where the passage is too freely worded to be sure that it is the same one.
    """
    head, *rest = alignment.sides
    others = [side for side in rest if side.claims]
    severity = _severity(alignment, head.claims[0], [claim for side in others for claim in side.claims])
    if severity:
        others_said = [f"attributed to {name(side.claims[0])}" for side in others]
        yield Evidence(
            places=(place(head), *map(place, others)),
            message=contrast(head, f"attributed to {name(head.claims[0])}", others, others_said),
            severity=severity,
        )


def _severity(alignment: Alignment, claim: Claim, others: list[Claim]) -> Severity | None:
    """How surely all others name another source than a claim does."""
    if claim.attribution is None or any(other.attribution is None for other in others):
        return None
    same_passage = (
        all(_speech(claim, other) for other in others)
        if alignment.kind is AlignmentKind.QUOTE
        else alignment.context_overlap >= ATTRIBUTION_KEPT
    )
    if not same_passage:
        return None
    sources = [other.attribution.text for other in others if other.attribution]
    verdicts = {same_source(claim.attribution.text, source) for source in sources}
    if verdicts == {False} and not any(map(guessed, (claim, *others))):
        return Severity.ERROR
    close = alignment.kind is AlignmentKind.QUOTE or alignment.context_overlap >= ATTRIBUTION_VERBATIM
    return Severity.NOTE if close and all(unlike(claim.attribution.text, source) for source in sources) else None


def _speech(one: Claim, two: Claim) -> bool:
    return same(one, two) and min(len(inner(one).split()), len(inner(two).split())) >= SPEECH_WORDS
