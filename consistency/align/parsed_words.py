"""Which parsed words of two sentences stand for each other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping

from consistency.align.word_alignment import WordLink
from consistency.language.memoize import memoize_by_identity
from consistency.types import Span, Word

#: The places of a right sentence's words by the place of the left word that they stand for.
Counterparts = Mapping[int, frozenset[int]]


def counterparts(ours: tuple[Word, ...], theirs: tuple[Word, ...], links: Iterable[WordLink]) -> Counterparts:
    """For each word of a sentence that is linked with words of another, the places of these."""
    found: dict[int, frozenset[int]] = {}
    for link in links:
        _add(found, _inside(ours, link.left), frozenset(_inside(theirs, link.right)))
    return found


def turned(stands: Counterparts) -> Counterparts:
    """The same seen from the other sentence."""
    places: dict[frozenset[int], list[int]] = {}
    for n, there in stands.items():
        places.setdefault(there, []).append(n)
    found: dict[int, frozenset[int]] = {}
    for there, here in places.items():
        _add(found, there, frozenset(here))
    return found


def _add(found: dict[int, frozenset[int]], words: Iterable[int], others: frozenset[int]) -> None:
    """Link each of some words with others; they share one set, as a long compound has hundreds of parsed words."""
    for n in words:
        found[n] = found[n] | others if n in found else others


@memoize_by_identity
def _edges(words: tuple[Word, ...]) -> tuple[list[int], list[int]]:
    """Where the words of a sentence begin, and where they end."""
    return [word.start for word in words], [word.end for word in words]


def _inside(words: tuple[Word, ...], span: Span) -> range:
    starts, ends = _edges(words)
    return range(bisect_right(ends, span.start), bisect_left(starts, span.end))
