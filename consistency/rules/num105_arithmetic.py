"""NUM105 arithmetic."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.rules._support.messages import places, shown
from consistency.rules.base import Evidence, rule
from consistency.thresholds.verdicts import ARITHMETIC_CONFIDENCE, ARITHMETIC_POINTS, ARITHMETIC_SHARE
from consistency.types import Alignment, AlignmentKind, Bound, Claim, Dimension, Role, Severity, StatedBy

_SOURCE = "The region of Orvale has new schools."


@rule(
    "NUM105",
    "arithmetic",
    severity=Severity.WARNING,
    judges={AlignmentKind.RECKONING: StatedBy.ITSELF},
    fires=(
        (_SOURCE, "The pact binds four nations: Arland, Borland, Corland, Dorland and Estland."),
        (_SOURCE, "The number of schools rose from 40 to 50, up 50 percent."),
        (_SOURCE, "Three men and four women, nine people in all, were hurt in Orvale."),
    ),
    silent=(
        (_SOURCE, "The pact binds five nations: Arland, Borland, Corland, Dorland and Estland."),
        (_SOURCE, "The number of schools rose from 40 to 50, up 25 percent."),
        (_SOURCE, "Three men and four women, seven people in all, were hurt in Orvale."),
    ),
)
def arithmetic(alignment: Alignment) -> Iterator[Evidence]:
    """A total, share, change or list size does not follow from the figures next to it.

    ## Why it matters
    Readers can do the sum; no source is needed to see that one of the figures is wrong.

    ## When it stays silent
    Approximate figures ("about", "more than"), differences that rounding explains, and wordings that leave
    open which figures belong together.
    """
    side = alignment.sides[0]
    stated, *parts = side.claims
    result = _result(stated, parts)
    if side.role is Role.SOURCE or result is None or _holds(stated, result):
        return
    rest = " and ".join(shown(part) for part in parts)
    yield Evidence(
        places=places(side),
        message=f"{shown(stated)} does not follow from {rest}, which give {result:.4g}",
        confidence=ARITHMETIC_CONFIDENCE,
    )


def _result(stated: Claim, parts: list[Claim]) -> float | None:
    """What the other figures make; None where one of them is rough."""
    figures = [claim.quantity for claim in (stated, *parts) if claim.quantity]
    if any(figure.bound is not Bound.EXACT or figure.vague for figure in figures):
        return None
    values = [figure.value for figure in figures[1:]]
    if figures[0].dimension is not Dimension.PERCENT:
        return sum(values)
    if not all(values):
        return None
    share = "from" not in parts[0].context.before.split()[-1:]
    return 100 * values[0] / values[1] if share else 100 * abs(values[1] / values[0] - 1)


def _holds(stated: Claim, result: float) -> bool:
    quantity = stated.quantity
    if quantity is None:
        return True
    if quantity.dimension is not Dimension.PERCENT:
        return quantity.value == result
    return abs(quantity.value - result) <= max(ARITHMETIC_POINTS, ARITHMETIC_SHARE * result)
