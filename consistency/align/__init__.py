"""Which sentences, and which claims, of several articles speak of the same thing."""

from __future__ import annotations

from collections.abc import Sequence

from consistency.align.embedded import Embedded
from consistency.align.groups import Bond, group
from consistency.align.inside import inside
from consistency.types import Telling

__all__ = ["Bond", "Embedded", "bond", "group", "inside"]


def bond(left: Telling, right: Telling, one: Sequence[Embedded], two: Sequence[Embedded]) -> Bond:
    """The aligned sentences of two tellings; none where they do not tell the same story."""
    import numpy as np

    from consistency.align.event import same_event
    from consistency.align.links import links

    if not one or not two:
        return Bond(linked={}, related=0.0)
    a, b = np.stack([e.vector for e in one]), np.stack([e.vector for e in two])
    found = links(left.sentences, right.sentences, a, b)
    related = same_event(left.sentences, right.sentences, found, a, b)
    linked = {(link.left, link.right): link.score for link in found} if related >= 0.5 else {}
    return Bond(linked=linked, related=related)
