"""Words in the place of others: in a copied context, in one syntactic slot, or anywhere, from one contrast set."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.align.article_pair import ArticlePair
from consistency.align.substitutions.by_contrast import contrasting
from consistency.align.substitutions.by_syntax import slotted
from consistency.align.substitutions.in_copied_context import framed
from consistency.types import Alignment


def substitutions(pairing: ArticlePair) -> Iterator[Alignment]:
    """Words of the left article for which the right one has others."""
    yield from framed(pairing)
    yield from slotted(pairing)
    yield from contrasting(pairing)
