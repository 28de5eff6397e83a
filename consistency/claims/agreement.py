"""Whether two claims of any kind agree."""

from __future__ import annotations

from consistency.claims.kinds import spec_of
from consistency.types import Claim


def same_kind(left: Claim, right: Claim) -> bool:
    """Whether the two claims can state the same fact: both are of one kind, in comparable units."""
    return left.kind is right.kind and spec_of(left).comparable(left, right)


def agrees(left: Claim, right: Claim) -> bool | None:
    """True if both can be true of one thing, False if they cannot, None if they cannot be compared."""
    return spec_of(left).agrees(left, right) if left.kind is right.kind else None


def contradict(left: Claim, right: Claim) -> bool:
    """Whether two claims about one fact cannot both be meant, even if neither is strictly false."""
    return agrees(left, right) is False or (left.kind is right.kind and spec_of(left).apart(left, right))


def less_exact(exact: Claim, vague: Claim) -> bool:
    """Whether ``vague`` states less exactly what ``exact`` states."""
    return exact.kind is vague.kind and spec_of(exact).vaguer(exact, vague)
