"""NUM104 rank-shift."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.claims.agreement import agrees
from consistency.dates.compare import renumbered
from consistency.rules._support.figures import opposed
from consistency.rules._support.messages import against, places
from consistency.rules.base import Evidence, rule
from consistency.types import Alignment, AlignmentKind, Claim, ClaimKind, Severity, StatedBy


def other_rank(left: Claim, right: Claim) -> bool:
    """Two places in one order that differ, or two events of one series."""
    if left.moment and right.moment:
        return renumbered(left.moment, right.moment)
    return left.kind is right.kind is ClaimKind.RANK and agrees(left, right) is False


@rule(
    "NUM104",
    "rank-shift",
    severity=Severity.ERROR,
    judges={AlignmentKind.FIGURE: StatedBy.BOTH},
    fires=(
        ("It is the world's largest lender.", "It is the world's second-largest lender."),
        ("She was the first woman to lead the bank.", "She was the third woman to lead the bank."),
        ("It is the country's largest port.", "It is the country's smallest port."),
        (
            "The canal opened during President Hale's second term.",
            "The canal opened during President Hale's third term.",
        ),
    ),
    silent=(
        ("It is the world's largest lender.", "It is the world's biggest lender."),
        ("She was the first woman to lead the bank.", "She was the 1st woman to lead the bank."),
    ),
)
def rank_shift(alignment: Alignment) -> Iterator[Evidence]:
    """The same thing has another place in an order: largest and second-largest, first and third.

    ## Why it matters
    A rank is a figure in words, and proofreading for digits misses it.

    ## When it stays silent
    Words for the same rank (biggest, largest), and different orders (the largest, the oldest) where it is
    not clear that one was meant for the other.
    """
    for head, others, of in opposed(alignment, other_rank):
        yield Evidence(places=places(head, *others), message=against(head, others, of))
