"""COV701 claim-dropped."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.rules._support.details import dropped, is_claim
from consistency.rules._support.messages import places, shown
from consistency.rules.base import Evidence, rule
from consistency.types import Alignment, AlignmentKind, Severity, StatedBy

_BRIDGE_SHORT = (
    "The council approved the new bridge over the Rill. Work starts in spring. The mayor thanked the engineers."
)
_BRIDGE_LONG = f"Residents fear noise and years of traffic jams. {_BRIDGE_SHORT}"
_FERRY_SHORT = "The ferry sank off Brennick on Monday. All passengers were rescued. The owner promised an inquiry."
_FERRY_LONG = f"{_FERRY_SHORT} Fishermen had warned about rotten planks for months."


@rule(
    "COV701",
    "claim-dropped",
    severity=Severity.NOTE,
    judges={AlignmentKind.SENTENCE: StatedBy.SOURCES},
    argues_from_silence=True,
    fires=((_BRIDGE_LONG, _BRIDGE_SHORT), (_FERRY_LONG, _FERRY_SHORT)),
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
def claim_dropped(alignment: Alignment) -> Iterator[Evidence]:
    """A whole claim of the source is missing from the draft.

    ## Why it matters
    Nobody who reads the draft alone can see what is missing.

    ## When it stays silent
    Where the draft is a summary with less than half as many sentences as its source: summaries omit by design.
    """
    pair = dropped(alignment)
    if pair[1].phrase and is_claim(pair[1].phrase) and not alignment.context.is_summary:
        yield Evidence(places=places(*pair), message=f"The draft leaves out {shown(pair[1].phrase)}")
