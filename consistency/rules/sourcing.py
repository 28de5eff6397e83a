"""Who a claim is given to, and how closely two tellings keep to one passage."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.types import Alignment, Claim, ClaimKind, Place, PlaceKind, Severity, Side

#: Share of the words from which on a sentence is the other one but for its source.
VERBATIM = 0.9

#: Share of the words from which on leaving the source out was a choice.
CLOSE = 0.75

#: The same for the words around an equal figure.
FIGURE = 0.6


def unsourced(alignment: Alignment) -> Iterator[tuple[Side, Side]]:
    """The side that names nobody and the first that names a source, in either order of the alignment."""
    head, *rest = alignment.sides
    for side in rest:
        if head.claims and side.claims and bool(head.claims[0].attribution) != bool(side.claims[0].attribution):
            yield (side, head) if head.claims[0].attribution else (head, side)
            return


def weight(alignment: Alignment, plain: Claim, given: Claim) -> Severity | None:
    """How much a missing source matters; ``None`` where the passage was told too freely to say."""
    carried = plain.form == "carried"
    if alignment.cover >= VERBATIM:
        return Severity.NOTE if carried else Severity.WARNING
    if carried:
        return None
    if plain.kind is ClaimKind.QUANTITY and alignment.cover >= FIGURE:
        return Severity.WARNING if given.form in ("data", "document", "hearsay") else Severity.NOTE
    return Severity.NOTE if alignment.cover >= CLOSE else None


def name(claim: Claim) -> str:
    """The words for a source, fit for a message."""
    source = claim.attribution.text if claim.attribution else ""
    return f'"{source}"' if len(source) <= 80 else f'"{source[:77]}..."'


def place(side: Side) -> Place:
    """Where a side names its source, or, where it names none, the words that had one elsewhere."""
    claim = side.claims[0]
    if claim.attribution:
        return Place(article=side.article, role=side.role, kind=PlaceKind.EVIDENCE, span=claim.span)
    return Place(article=side.article, role=side.role, kind=PlaceKind.ANCHOR, span=claim.span)
