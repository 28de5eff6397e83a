"""Whom a claim is attributed to, and how much a difference in that matters."""

from __future__ import annotations

from consistency.rules._support.messages import cited
from consistency.thresholds.verdicts import ATTRIBUTION_CLOSE, ATTRIBUTION_KEPT, ATTRIBUTION_VERBATIM
from consistency.types import Alignment, Claim, ClaimKind, Place, PlaceKind, Severity, Side


def unsourced(alignment: Alignment) -> tuple[Side, Side] | None:
    """The side that names nobody and the one that names a source: the first side and the closest of the others."""
    head, other = alignment.sides[:2]
    one, two = head.claims[0].attribution, other.claims[0].attribution
    if (one is None) == (two is None):
        return None
    return (head, other) if one is None else (other, head)


def weight(alignment: Alignment, plain: Claim, given: Claim) -> Severity | None:
    """How much a missing source matters; None where the passage is too freely worded to know."""
    carried = plain.form == "carried"
    if alignment.context_overlap >= ATTRIBUTION_VERBATIM:
        return Severity.NOTE if carried else Severity.WARNING
    if carried:
        return None
    if plain.kind is ClaimKind.QUANTITY and alignment.context_overlap >= ATTRIBUTION_KEPT:
        return Severity.WARNING if given.form in ("data", "document") else Severity.NOTE
    return Severity.NOTE if alignment.context_overlap >= ATTRIBUTION_CLOSE else None


def name(claim: Claim) -> str:
    """The words for a source in quotation marks."""
    return cited(claim.attribution.text if claim.attribution else "")


def guessed(claim: Claim) -> bool:
    """Whether the sentence does not name the source: it has a pronoun or an office, or continues a speech."""
    source = claim.attribution
    if source is None:
        return False
    sentence = f"{claim.context.before} {claim.text} {claim.context.after}".replace("\u2019", "'")
    return source.text.split()[-1] not in sentence


def place(side: Side) -> Place:
    """Where a side names its source, or, where it names none, the words that had one elsewhere."""
    claim = side.claims[0]
    if claim.attribution:
        return Place(article=side.article, role=side.role, kind=PlaceKind.EVIDENCE, span=claim.attribution.span)
    return Place(article=side.article, role=side.role, kind=PlaceKind.ANCHOR, span=claim.span)
