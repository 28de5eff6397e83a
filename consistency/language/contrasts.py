"""Whether two words are for things of one kind of which one is never the other: "hip" and "arm", "tin" and "copper"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from consistency.language.resources import rows


class ContrastSet(StrEnum):
    """What the things of a kind are, where it matters."""

    THING = ""
    PEOPLE = "people"
    TIME = "time"
    UNIT = "unit"


class Thing(NamedTuple):
    """A thing of a kind: the numbers of its line and of its place there, what it may be a part or kind of, the sort."""

    kind: int
    place: int
    whole: str
    sort: ContrastSet


def are_exclusive(one: str, two: str) -> bool:
    """Whether the table of kinds has two lower-case lemmas as things of one kind that are never said of one thing."""
    pairs = _pairs(one, two)
    if not pairs or any(a.place == b.place for a, b in pairs):
        return False
    return one not in _wholes(two) and two not in _wholes(one)


def contrast_set(one: str, two: str) -> ContrastSet:
    """Of which sort the kind is that two words have in common."""
    return next((a.sort for a, _ in _pairs(one, two)), ContrastSet.THING)


@lru_cache(maxsize=2000)
def contrasting_words(word: str) -> frozenset[str]:
    """All words of the table that exclude a lower-case lemma."""
    kinds = {thing.kind for thing in _things().get(word, ())}
    near = [name for name, own in _things().items() if any(thing.kind in kinds for thing in own)] if kinds else []
    return frozenset(name for name in near if are_exclusive(word, name))


def _pairs(one: str, two: str) -> list[tuple[Thing, Thing]]:
    return [(a, b) for a in _things().get(one, ()) for b in _things().get(two, ()) if a.kind == b.kind]


@lru_cache(maxsize=2000)
def _wholes(word: str) -> frozenset[str]:
    """What a thing may be a part or kind of, all the way up, with its other names."""
    above = frozenset(_above(word))
    return above.union(*map(_wholes, above))


def _above(word: str) -> Iterator[str]:
    for thing in _things().get(word, ()):
        whole = next((one[:2] for one in _things().get(thing.whole, ()) if one.kind == thing.kind), None)
        if whole:
            yield from (name for name, own in _things().items() if whole in [one[:2] for one in own])


@lru_cache(maxsize=1)
def _things() -> dict[str, list[Thing]]:
    found: dict[str, list[Thing]] = defaultdict(list)
    for kind, row in enumerate(rows("language", "kinds.txt")):
        sort, _, first = row[0].rpartition(":")
        for place, column in enumerate([first, *row[1:]]):
            names, _, whole = column.partition("<")
            for name in names.split(","):
                found[name.strip()].append(Thing(kind, place, whole.strip(), ContrastSet(sort)))
    return dict(found)
