"""Words that any other word may be told by."""

from __future__ import annotations

from functools import lru_cache

from consistency.language.resources import rows


def is_general_word(lemma: str) -> bool:
    """Whether a lower-case lemma points at what has been told more than it tells: "spot", "home", "people"."""
    return lemma in _words()


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    return frozenset(word.strip() for row in rows("language", "general.txt") for word in row[0].split(","))
