"""Whether two words turn a statement into its opposite."""

from __future__ import annotations

from functools import lru_cache
from itertools import product

from consistency.language.lexicon import antonymous, antonyms
from consistency.language.resources import rows

#: Prefixes that make another word: "end" and "up-end", "legal" and "illegal".
PREFIXES = ("up", "un", "dis", "mis", "de", "in", "im", "ir", "il", "non", "anti", "counter", "over", "under", "out")

#: What a line of the table begins with whose words only a dictionary holds for opposites.
SPARED = "="

#: Letters of the shortest word that a prefix changes.
SHORTEST = 3


def are_opposites(one: str, two: str) -> bool:
    """Whether two lower-case lemmas are opposites, by the dictionary or by the table of camps."""
    if one == two:
        return False
    return two in _camps().get(one, ()) or (antonymous(one, two) and frozenset({one, two}) not in _spared())


@lru_cache(maxsize=20_000)
def opposites(word: str) -> frozenset[str]:
    """The opposites of a lower-case lemma."""
    listed = frozenset(other for other in antonyms(word) if are_opposites(word, other))
    return (_camps().get(word, frozenset()) | listed) - {word}


def prefixed(one: str, two: str) -> bool:
    """Whether one word is the other behind a prefix that changes its meaning, with or without a hyphen."""
    short, long = sorted((one.lower().replace("-", ""), two.lower().replace("-", "")), key=len)
    return len(short) >= SHORTEST and long.endswith(short) and long.removesuffix(short) in PREFIXES


@lru_cache(maxsize=1)
def _camps() -> dict[str, frozenset[str]]:
    """For each word of the table those of the camps against it."""
    against: dict[str, frozenset[str]] = {}
    for ours, theirs in _listed():
        if not ours[0].startswith(SPARED):
            for words, others in ((ours, theirs), (theirs, ours)):
                against |= {word: against.get(word, frozenset()) | frozenset(others) for word in words}
    return against


@lru_cache(maxsize=1)
def _spared() -> frozenset[frozenset[str]]:
    """What the dictionary alone holds for opposites."""
    return frozenset(
        frozenset({one.removeprefix(SPARED).strip(), two})
        for ours, theirs in _listed()
        if ours[0].startswith(SPARED)
        for one, two in product(ours, theirs)
    )


def _listed() -> list[list[tuple[str, ...]]]:
    return [
        [tuple(word.strip() for word in camp.split(",")) for camp in row] for row in rows("language", "opposites.txt")
    ]
