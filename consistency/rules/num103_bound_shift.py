"""NUM103 bound-shift."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.quantities.compare import comparable, direction, same_direction
from consistency.rules._support.figures import opposed, other_unit, other_value
from consistency.rules._support.messages import against, places
from consistency.rules.base import Evidence, rule
from consistency.thresholds.verdicts import BOUND_CONTEXT
from consistency.types import Alignment, AlignmentKind, Claim, Severity, StatedBy


def other_bound(left: Claim, right: Claim) -> bool:
    """Equal figures whose bounds are not the same."""
    one, two = left.quantity, right.quantity
    if not one or not two or not comparable(one, two) or one.vague or two.vague:
        return False
    close = not other_value(left, right) and not other_unit(left, right)
    return close and same_direction(one, two) is not True


@rule(
    "NUM103",
    "bound-shift",
    severity=Severity.WARNING,
    judges={AlignmentKind.FIGURE: StatedBy.BOTH},
    fires=(
        ("The state owes more than $1.7 billion.", "The state owes nearly $1.7 billion."),
        ("At least 40 people were hurt in the crash.", "At most 40 people were hurt in the crash."),
    ),
    silent=(
        ("The state owes more than $1.7 billion.", "The state owes over $1.7 billion."),
        ("Almost 40 people were hurt in the crash.", "Nearly 40 people were hurt in the crash."),
        ("About 40 people were hurt in the crash.", "Around 40 people were hurt in the crash."),
    ),
)
def bound_shift(alignment: Alignment) -> Iterator[Evidence]:
    """The figure is the same, but one article says more than that and the other less than that, or exactly that.

    ## Why it matters
    "More than 1,000" and "nearly 1,000" exclude each other.

    ## When it stays silent
    Words for the same bound ("over", "more than"). Where a bound was only dropped, or made approximate
    ("about 40" for 40), the finding is a note unless the rest of the words is the same.
    """
    for head, others, of in opposed(alignment, other_bound):
        yield Evidence(
            places=places(head, *others),
            message=against(head, others, of),
            severity=_severity(head.claims[0], others[0].claims[0], alignment.context_overlap),
        )


def _severity(left: Claim, right: Claim, cover: float) -> Severity:
    sides = {direction(c.quantity.bound) for c in (left, right) if c.quantity}
    if sides == {"above", "below"}:
        return Severity.WARNING
    return Severity.WARNING if "about" not in sides and cover >= BOUND_CONTEXT else Severity.NOTE
