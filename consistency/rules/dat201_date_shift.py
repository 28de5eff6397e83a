"""DAT201 date-shift."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.agree.claims import agrees
from consistency.agree.kinds import Sort
from consistency.agree.moments import looser, renumbered
from consistency.rules.base import Evidence, rule
from consistency.rules.frame import another, weight
from consistency.rules.judge import opposed
from consistency.rules.speak import against, places
from consistency.rules.wording import message
from consistency.types import Alignment, Claim, Matter, Severity


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
    also=(Matter.FRAME,),
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
    """The same thing happened on another day, in another year or in another stretch of time.

    ## Why it matters
    Readers act on dates; a weekday is the detail that changes most often between two drafts.

    ## When it stays silent
    Each article's own date resolves its "Tuesday" and "last week"; a coarser or finer date that
    fits agrees. Times that cannot be compared are passed over.
    """
    if another(alignment, Sort.TIME):
        yield Evidence(places=places(*alignment.sides), message=message(alignment), severity=weight(alignment))
    for head, others, of in opposed(alignment, other_time):
        yield Evidence(places=places(head, *others), message=against(head, others, of))
