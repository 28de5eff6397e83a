"""Statements side by side: who does what to whom in sentences that tell the same."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.align.edits import LINKED, edits, side
from consistency.align.exchanged import exchanges
from consistency.align.pairing import Pairing
from consistency.align.tokens import tokens
from consistency.types import Alignment, Matter


def statements(pairing: Pairing) -> Iterator[Alignment]:
    """The statements of each left sentence that its best right sentence makes otherwise."""
    for i in range(len(pairing.left.words)):
        links = pairing.links(i)
        if links:
            j = max(links, key=lambda j: (links[j], -j))
            yield from _exchanged(pairing, i, j, links[j])


def _exchanged(pairing: Pairing, i: int, j: int, score: float) -> Iterator[Alignment]:
    left, right = tokens(pairing.left.words[i]), tokens(pairing.right.words[j])
    found = list(exchanges(left, right)) if score >= LINKED else []
    kept = 1.0 - len(edits(left, right)) / max(len(left), len(right), 1)
    for one, two in found:
        yield Alignment(
            sides=(side(pairing.left, i, left, one), side(pairing.right, j, right, two)),
            score=round((1.0 + kept) / 2, 4),
            cover=kept,
            related=pairing.related,
            matter=Matter.STATEMENT,
        )
