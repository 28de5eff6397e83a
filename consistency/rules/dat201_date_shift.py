"""DAT201 date-shift."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.claims.agreement import agrees
from consistency.dates.compare import looser, renumbered
from consistency.language.contrasts import ContrastSet
from consistency.rules._support.copied_context import another, weight
from consistency.rules._support.figures import opposed
from consistency.rules._support.messages import against, places
from consistency.rules._support.words import message
from consistency.rules.base import Evidence, rule
from consistency.types import Alignment, AlignmentKind, Claim, Severity, StatedBy


def other_time(left: Claim, right: Claim) -> bool:
    """Two times that cannot be the same, and of which neither is only a vaguer word for the other."""
    if not (left.moment and right.moment) or agrees(left, right) is not False:
        return False
    if renumbered(left.moment, right.moment):
        return False
    return not looser(left.moment, right.moment) and not looser(right.moment, left.moment)


@rule(
    "DAT201",
    "date-shift",
    severity=Severity.ERROR,
    judges={AlignmentKind.FIGURE: StatedBy.BOTH},
    also={AlignmentKind.FRAME: StatedBy.BOTH},
    fires=(
        ("The minister resigned on Tuesday.", "The minister resigned on Thursday."),
        ("The treaty was signed in 1985.", "The treaty was signed in 1987."),
        ("The plant closed last week.", "The plant closed last month."),
    ),
    silent=(
        ("The minister resigned on Tuesday.", "On Tuesday the minister resigned."),
        ("The treaty was signed in 1985.", "The treaty was signed on May 4, 1985."),
    ),
)
def date_shift(alignment: Alignment) -> Iterator[Evidence]:
    """The same event is given another day, another year or another period.

    ## Why it matters
    Readers act on dates, and a weekday is the detail that changes most often between two drafts.

    ## When it stays silent
    "Tuesday" and "last week" are resolved by the date of each article; a coarser or finer date that
    fits agrees. Times that cannot be compared are ignored.
    """
    if alignment.kind is AlignmentKind.FRAME and another(alignment, ContrastSet.TIME):
        yield Evidence(places=places(*alignment.sides), message=message(alignment), severity=weight(alignment))
    for head, others, of in opposed(alignment, other_time):
        yield Evidence(places=places(head, *others), message=against(head, others, of))
