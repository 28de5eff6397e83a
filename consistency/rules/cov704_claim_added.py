"""COV704 claim-added."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.rules._support.details import is_claim
from consistency.rules._support.messages import places, shown
from consistency.rules.base import Evidence, rule
from consistency.thresholds.verdicts import NEW_SPAN_SURE
from consistency.types import Alignment, AlignmentKind, Severity, StatedBy

_BRIDGE_SHORT = (
    "The council approved the new bridge over the Rill. Work starts in spring. The mayor thanked the engineers."
)
_BRIDGE_LONG = f"Residents fear noise and years of traffic jams. {_BRIDGE_SHORT}"
_FERRY_SHORT = "The ferry sank off Brennick on Monday. All passengers were rescued. The owner promised an inquiry."
_FERRY_LONG = f"{_FERRY_SHORT} Fishermen had warned about rotten planks for months."


@rule(
    "COV704",
    "claim-added",
    severity=Severity.WARNING,
    judges={AlignmentKind.SENTENCE: StatedBy.DRAFT},
    argues_from_silence=True,
    fires=((_BRIDGE_SHORT, _BRIDGE_LONG), (_FERRY_SHORT, _FERRY_LONG)),
    silent=(
        (
            "The council approved the new bridge over the Rill. Work starts in spring.",
            "Work on the new bridge over the Rill, approved by the council, will start in spring.",
        ),
        (
            "The ferry sank off Brennick on Monday. All passengers were rescued.",
            "Everyone aboard was saved when the ferry went down off Brennick on Monday.",
        ),
    ),
)
def claim_added(alignment: Alignment) -> Iterator[Evidence]:
    """The draft makes a claim that no source makes.

    ## Why it matters
    A claim without a source is either what the writer knows or what the writer guessed: an editor should ask which.

    ## When it stays silent
    Where the words may be a freer way of saying what the corresponding passage says; a few new words are a note.
    """
    head = alignment.sides[0]
    if head.phrase and is_claim(head.phrase):
        yield Evidence(
            places=places(*alignment.sides),
            message=f"No source says {shown(head.phrase)}",
            severity=Severity.WARNING if alignment.score >= NEW_SPAN_SURE else Severity.NOTE,
        )
