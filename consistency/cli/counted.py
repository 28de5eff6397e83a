"""What a sum of money counts, where no noun says so: the currency."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from consistency.quantities.currencies import currency_name
from consistency.types import Claim, Dimension, TextSpan


def counted(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims, each sum of money with something that it counts."""
    return tuple(map(_named, claims))


def _named(claim: Claim) -> Claim:
    quantity = claim.quantity
    if claim.counted or not quantity or quantity.dimension is not Dimension.MONEY or not quantity.unit:
        return claim
    return replace(claim, counted=TextSpan(span=claim.span, text=currency_name(quantity.unit)))
