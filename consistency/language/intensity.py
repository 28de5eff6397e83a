"""How strongly a word says what its neighbours on a scale say too: "criticize", "condemn", "slam"."""

from __future__ import annotations

from functools import lru_cache

from consistency.language.resources import rows

#: The first scales are of words that give a degree to others, and may come or go.
DEGREES = 2


def stronger(one: str, two: str) -> bool:
    """Whether two lower-case lemmas stand on one scale, and one of them higher."""
    return any(one in scale and two in scale and scale[one] != scale[two] for scale in _scales())


def is_degree(word: str) -> bool:
    """Whether a lower-case word gives a degree: "slightly", "very", "sharply"."""
    return any(word in scale for scale in _scales()[:DEGREES])


@lru_cache(maxsize=1)
def _scales() -> tuple[dict[str, int], ...]:
    """Each scale's words with their step, 0 for the weakest."""
    return tuple(
        {word.strip(): step for step, words in enumerate(row) for word in words.split(",")}
        for row in rows("language", "intensity.txt")
    )
