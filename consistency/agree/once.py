"""What is asked of the same words many times over, and worked out once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from consistency.types import Word

T = TypeVar("T")

Words = tuple[Word, ...]

#: Sentences whose answers are kept; two long articles have fewer.
MOST = 1000


def once(make: Callable[[Words], T]) -> Callable[[Words], T]:
    """The same function, which remembers what it made of a sentence's words; nobody may change the answer.

    Words that are the very same object are the same words: to compare them, or to compute their hash,
    takes longer than many an answer.
    """
    known: dict[int, tuple[Words, T]] = {}

    def answer(words: Words) -> T:
        found = known.get(id(words))
        if found is None:
            if len(known) >= MOST:
                known.clear()
            # The words are kept beside the answer: while they live, no others can have their number.
            found = known[id(words)] = words, make(words)
        return found[1]

    return answer
