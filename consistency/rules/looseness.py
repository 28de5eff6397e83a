"""Is one claim a vaguer form of another?"""

from __future__ import annotations

from consistency.agree import moments
from consistency.types import Claim, Grain, Severity


def looser(exact: Claim, vague: Claim) -> bool:
    """Whether ``vague`` says less exactly what ``exact`` says."""
    if exact.moment and vague.moment:
        return moments.looser(exact.moment, vague.moment)
    if exact.quantity and vague.quantity:
        return vague.quantity.vague and not exact.quantity.vague
    return False


def loss(exact: Claim, vague: Claim) -> Severity:
    """How much the reader loses: a date or figure for a vague word is a warning, a coarser date a note."""
    if exact.moment and vague.moment and (vague.moment.grain is not Grain.VAGUE or exact.moment.grain is Grain.EVENT):
        return Severity.NOTE
    return Severity.WARNING
