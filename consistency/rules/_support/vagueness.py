"""Is one claim a vaguer form of another?"""

from __future__ import annotations

from consistency.thresholds.verdicts import VAGUE_CONTEXT, VAGUE_SCORE
from consistency.types import Alignment, Claim, Grain, Severity

#: Words that put facts in order: they stand beside a date as often as for it.
_ORDER = frozenset({"later", "earlier", "previously", "before", "afterwards", "then"})


def loss(exact: Claim, vague: Claim, alignment: Alignment) -> Severity:
    """How much the reader loses: a date or figure for a vague word is a warning, a coarser date a note."""
    apart = alignment.context_overlap < VAGUE_CONTEXT and alignment.score < VAGUE_SCORE
    if vague.moment and (apart or vague.text.lower() in _ORDER):
        return Severity.NOTE
    if exact.moment and vague.moment and (vague.moment.grain is not Grain.VAGUE or exact.moment.grain is Grain.EVENT):
        return Severity.NOTE
    return Severity.WARNING
