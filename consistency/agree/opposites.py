"""Whether two words turn a statement into its opposite."""

from __future__ import annotations

from functools import lru_cache

from consistency.agree.lexicon import opposite
from consistency.agree.lists import rows

#: Prefixes that make another word: "end" and "up-end", "legal" and "illegal".
PREFIXES = ("up", "un", "dis", "mis", "de", "in", "im", "ir", "il", "non", "anti", "counter", "over", "under", "out")

#: Letters of the shortest word that a prefix changes.
SHORTEST = 3


def opposed(one: str, two: str) -> bool:
    """Whether two lower-case lemmas are opposites, by the dictionary or by the table of camps."""
    if one == two:
        return False
    return any({(one, two), (two, one)} & _against(camps) for camps in _camps()) or opposite(one, two)


def prefixed(one: str, two: str) -> bool:
    """Whether one word is the other behind a prefix that changes its meaning, with or without a hyphen."""
    short, long = sorted((one.lower().replace("-", ""), two.lower().replace("-", "")), key=len)
    return len(short) >= SHORTEST and long.endswith(short) and long.removesuffix(short) in PREFIXES


Camps = tuple[tuple[str, ...], tuple[str, ...]]


@lru_cache(maxsize=1)
def _camps() -> tuple[Camps, ...]:
    listed = (
        tuple(tuple(word.strip() for word in camp.split(",")) for camp in row) for row in rows("agree", "opposites.txt")
    )
    return tuple((one, two) for one, two in listed)


@lru_cache(maxsize=64)
def _against(camps: Camps) -> frozenset[tuple[str, str]]:
    return frozenset((a, b) for a in camps[0] for b in camps[1])
