"""Is one claim a vaguer form of another?"""

from __future__ import annotations

from consistency.agree import moments
from consistency.types import Claim


def looser(exact: Claim, vague: Claim) -> bool:
    """Whether ``vague`` says less exactly what ``exact`` says."""
    if exact.moment and vague.moment:
        return moments.looser(exact.moment, vague.moment)
    if exact.quantity and vague.quantity:
        return vague.quantity.vague and not exact.quantity.vague
    return False
