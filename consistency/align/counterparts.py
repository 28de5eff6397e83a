"""Which parsed words of two aligned sentences stand for each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from consistency.align.pairing import Pairing
from consistency.types import Span, Word

#: The places of a right sentence's words by the place of the left word that they stand for.
Counterparts = Mapping[int, frozenset[int]]


def counterparts(pairing: Pairing, left: int, right: int) -> Counterparts:
    """For each word of a left sentence that has a counterpart in the right one, the places of its counterparts."""
    ours, theirs = pairing.left.words[left], pairing.right.words[right]
    found: dict[int, set[int]] = {}
    for link in pairing.compare(left, right).links:
        there = _inside(theirs, link.right)
        for n in _inside(ours, link.left):
            found.setdefault(n, set()).update(there)
    return {n: frozenset(there) for n, there in found.items()}


def _inside(words: Sequence[Word], span: Span) -> list[int]:
    return [n for n, word in enumerate(words) if word.start < span.end and word.end > span.start]
