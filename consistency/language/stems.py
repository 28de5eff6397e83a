"""Words without their inflection, to compare what stands around two claims."""

from __future__ import annotations

import re
from functools import lru_cache

from consistency.language.stopwords import STOPWORDS

_WORD = re.compile(r"[^\W_]+(?:['.&-][^\W_]+)*")

#: Endings that inflection adds in English; longer ones first. What is left need not be a word.
_ENDINGS = tuple("ations ation ments ment ingly ings ing ians ian ies ied ers er eds ed es ly s e y".split())  # noqa: SIM905


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word without case, possessive and inflection: equal for "invested" and "investment"."""
    word = word.lower().removesuffix("'s").removesuffix("'").replace(".", "")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def words(text: str) -> list[str]:
    """The words of a folded text, without punctuation."""
    return _WORD.findall(text)


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """The stems of all words of a text."""
    return frozenset(map(stem, words(text)))


@lru_cache(maxsize=4096)
def content_stems(text: str) -> frozenset[str]:
    """The stems of the words of a text that are not function words."""
    return frozenset(stem(word) for word in words(text) if word.lower() not in STOPWORDS)
