"""Nouns that any other word may be told by."""

from __future__ import annotations

from functools import lru_cache

from consistency.agree.lists import rows


def general(lemma: str) -> bool:
    """Whether a lower-case lemma points at what has been told more than it tells: "spot", "home", "people"."""
    return lemma in _nouns()


@lru_cache(maxsize=1)
def _nouns() -> frozenset[str]:
    return frozenset(noun.strip() for row in rows("agree", "general.txt") for noun in row[0].split(","))
