"""Which parsed words of two sentences stand for each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from consistency.align.words import WordLink
from consistency.types import Span, Word

#: The places of a right sentence's words by the place of the left word that they stand for.
Counterparts = Mapping[int, frozenset[int]]


def counterparts(ours: Sequence[Word], theirs: Sequence[Word], links: Iterable[WordLink]) -> Counterparts:
    """For each word of a sentence that is linked with words of another, the places of these."""
    found: dict[int, set[int]] = {}
    for link in links:
        there = _inside(theirs, link.right)
        for n in _inside(ours, link.left):
            found.setdefault(n, set()).update(there)
    return {n: frozenset(there) for n, there in found.items()}


def turned(stands: Counterparts) -> Counterparts:
    """The same seen from the other sentence."""
    found: dict[int, set[int]] = {}
    for n, there in stands.items():
        for m in there:
            found.setdefault(m, set()).add(n)
    return {m: frozenset(here) for m, here in found.items()}


def _inside(words: Sequence[Word], span: Span) -> list[int]:
    return [n for n, word in enumerate(words) if word.start < span.end and word.end > span.start]
