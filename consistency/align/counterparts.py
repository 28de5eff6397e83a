"""Which parsed words of two sentences stand for each other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping

from consistency.agree.once import once
from consistency.align.words import WordLink
from consistency.types import Span, Word

#: The places of a right sentence's words by the place of the left word that they stand for.
Counterparts = Mapping[int, frozenset[int]]


def counterparts(ours: tuple[Word, ...], theirs: tuple[Word, ...], links: Iterable[WordLink]) -> Counterparts:
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


@once
def _edges(words: tuple[Word, ...]) -> tuple[list[int], list[int]]:
    """Where the words of a sentence begin, and where they end."""
    return [word.start for word in words], [word.end for word in words]


def _inside(words: tuple[Word, ...], span: Span) -> range:
    starts, ends = _edges(words)
    return range(bisect_right(ends, span.start), bisect_left(starts, span.end))
