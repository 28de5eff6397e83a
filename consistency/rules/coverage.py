"""When is a detail missing, rather than the passage told in other words?"""

from __future__ import annotations

from consistency.types import Alignment, Side

#: A detail is missing where at least this share of the words around it was kept.
KEPT = 0.6

#: Two articles tell one story from this certainty on; below it nothing is missing or added.
ONE_STORY = 0.5


def lone(alignment: Alignment) -> Side | None:
    """The only side that makes the claim, if the passage around it is told by another side too."""
    head, *rest = alignment.sides
    if any(side.claims for side in rest) or not any(side.anchor for side in rest):
        return None
    if alignment.cover < KEPT or alignment.related < ONE_STORY:
        return None
    claim = head.claims[0]
    return None if claim.quantity and claim.quantity.vague else head
