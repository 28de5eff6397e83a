"""When is a detail missing, rather than the passage told in other words, and how much does it matter?"""

from __future__ import annotations

from consistency.claims.kinds import spec_of
from consistency.thresholds.verdicts import DETAIL_CONTEXT, DETAIL_CONTEXT_CLOSE, PERSON_CONTEXT
from consistency.types import (
    ONE_STORY,
    Alignment,
    AlignmentKind,
    Claim,
    EntityType,
    Mention,
    Role,
    Severity,
    Side,
)


def lone(alignment: Alignment) -> Side | None:
    """The only side that makes the claim, if the passage around it is told by another side too."""
    head, *rest = alignment.sides
    if not head.claims or any(side.claims for side in rest) or not any(side.anchor for side in rest):
        return None
    return head if alignment.context_overlap >= DETAIL_CONTEXT and alignment.same_event >= ONE_STORY else None


def invented(alignment: Alignment) -> Side | None:
    """The draft's side, where nothing in whole articles on the same story can be meant by its figure or date."""
    head = alignment.sides[0]
    story = alignment.same_event >= ONE_STORY and not alignment.excerpt
    return head if head.claims and head.role is Role.DRAFT and alignment.unsupported and story else None


def lone_name(alignment: Alignment) -> Side | None:
    """The only side that gives a name, where the articles tell one story."""
    named = [side for side in alignment.sides if side.mention]
    if alignment.kind is not AlignmentKind.NAME or len(named) != 1 or alignment.same_event < ONE_STORY:
        return None
    return named[0]


def name_added(alignment: Alignment, mention: Mention) -> Severity:
    """Where a whole article lacks the name it was invented; what people are called elsewhere, a writer may know."""
    return Severity.NOTE if alignment.excerpt or mention.type is EntityType.GROUP else Severity.WARNING


def name_dropped(alignment: Alignment, mention: Mention) -> Severity | None:
    """A named person that went missing is worth a look where all else was kept; a place or body only a note."""
    if alignment.context_overlap < DETAIL_CONTEXT_CLOSE:
        return None
    person = mention.type is EntityType.PERSON and len(mention.name) > 1
    closely = alignment.context_overlap >= PERSON_CONTEXT and not alignment.excerpt
    return Severity.WARNING if person and closely else Severity.NOTE


def added_weight(claim: Claim, unsupported: bool, excerpt: bool) -> Severity | None:
    """How much it matters that a draft adds a claim; None if it does not. ``excerpt``: the sources are an excerpt."""
    severity = weight(claim)
    return severity and spec_of(claim).added_weight(claim, severity, unsupported, excerpt)


def weight(claim: Claim) -> Severity | None:
    """How much it matters that one side alone makes a claim; None if it does not."""
    return spec_of(claim).weight(claim)
