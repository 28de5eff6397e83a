"""Figures, dates and ranks that disagree: whose, and in value or only in unit."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from consistency.claims.agreement import agrees
from consistency.quantities.compare import comparable, within
from consistency.quantities.kind import same_digits
from consistency.types import Alignment, Claim, Dimension, Role, Side

Test = Callable[[Claim, Claim], bool]


def opposed(alignment: Alignment, test: Test) -> Iterator[tuple[Side, list[Side], int]]:
    """The first side, the sides that ``test`` sets against it, and how many others state the figure at all.

    Silent where a source agrees with the draft: then the sources disagree, which is another fault.
    """
    head, *rest = alignment.sides
    speaking = [side for side in rest if side.claims]
    other = [side for side in speaking if all(test(head.claims[0], claim) for claim in side.claims)]
    if not other:
        return
    near = tolerated(alignment)
    if head.role is Role.DRAFT and any(
        agrees(head.claims[0], c) or near(head.claims[0], c)
        for side in speaking
        for c in side.claims
        if not test(head.claims[0], c)
    ):
        return
    yield head, other, len(speaking)


def other_unit(left: Claim, right: Claim) -> bool:
    """Whether two figures have the same digits and another unit, currency or scale."""
    one, two = left.quantity, right.quantity
    if not (one and two and same_digits(left, right)) or one.vague or two.vague or agrees(left, right):
        return False
    if Dimension.RATIO in (one.dimension, two.dimension):  # "two out of 15" has the digits of "15 samples"
        return False
    return (one.full_unit, one.value) != (two.full_unit, two.value) or one.dimension is not two.dimension


def tolerated(alignment: Alignment) -> Test:
    """The test whether two figures differ by no more than the alignment tolerates."""

    def near(left: Claim, right: Claim) -> bool:
        share = alignment.context.tolerance
        return bool(left.quantity and right.quantity and within(left.quantity, right.quantity, share))

    return near


def other_value(left: Claim, right: Claim) -> bool:
    """Whether two figures on one scale cannot both be true."""
    if not (left.quantity and right.quantity and comparable(left.quantity, right.quantity)):
        return False
    return agrees(left, right) is False and not other_unit(left, right)
