"""Two names that changed places around the same words: "A sued B" against "B sued A"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from consistency.align.diff_tokens import Token
from consistency.thresholds.words import SWAPPED_NAMES_DISTANCE

#: An exchange of names: their hull in the left sentence and in the right one, as ranges of tokens.
Exchange = tuple[tuple[int, int], tuple[int, int]]

#: Between these, the order of two names says nothing.
EVEN = frozenset({"and", "or", "with", "between", "&", "versus", "vs.", "nor", "but"})


def swapped_arguments(left: Sequence[Token], right: Sequence[Token]) -> Iterator[Exchange]:
    """Where two names of the left sentence stand in the other order in the right one, with equal words between."""
    here, there = _names(left), _places(right)
    for (a, b), (c, d) in combinations(here, 2):
        if not b <= c <= b + SWAPPED_NAMES_DISTANCE:
            continue
        first, second, between = _keys(left, a, b), _keys(left, c, d), _keys(left, b, c)
        if first == second or not between or EVEN & set(between):
            continue
        yield from (((a, d), place) for place in there.get((second, first, between), ()))


def _places(found: Sequence[Token]) -> dict[tuple[tuple[str, ...], ...], list[tuple[int, int]]]:
    """Where each two names stand, by their words and those between them."""
    places: dict[tuple[tuple[str, ...], ...], list[tuple[int, int]]] = {}
    for (a, b), (c, d) in combinations(_names(found), 2):
        if not b <= c <= b + SWAPPED_NAMES_DISTANCE:
            continue
        keys = _keys(found, a, b), _keys(found, c, d), _keys(found, b, c)
        places.setdefault(keys, []).append((a, d))
    return places


def _keys(found: Sequence[Token], first: int, last: int) -> tuple[str, ...]:
    return tuple(token.key for token in found[first:last])


def _names(found: Sequence[Token]) -> list[tuple[int, int]]:
    """Runs of words that are names, with their titles; a country may change places without what it owns."""
    runs: list[tuple[int, int]] = []
    for n, token in enumerate(found):
        if token.pos != "PROPN" and not token.key.startswith("@"):
            continue
        if runs and runs[-1][1] == n:
            runs[-1] = (runs[-1][0], n + 1)
        else:
            runs.append((n, n + 1))
    lands = [(n, n + 1) for n, token in enumerate(found) if token.key.startswith("@")]
    return sorted({*runs, *lands})
