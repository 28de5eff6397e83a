"""What is asked of the same words many times over, and worked out once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

#: A tuple, such as the words of a sentence or the claims of an article.
Asked = TypeVar("Asked", bound="tuple[object, ...]")
T = TypeVar("T")

#: Sentences whose answers are kept; two long articles have fewer.
MOST = 1000


def memoize_by_identity(make: Callable[[Asked], T]) -> Callable[[Asked], T]:
    """The same function, which remembers what it made of a sentence's words; nobody may change the answer.

    Words that are the very same object are the same words: to compare them, or to compute their hash,
    takes longer than many an answer.
    """
    known: dict[int, tuple[Asked, T]] = {}

    def answer(words: Asked) -> T:
        found = known.get(id(words))
        if found is None:
            if len(known) >= MOST:
                known.clear()
            # The words are kept beside the answer: while they live, no others can have their number.
            found = known[id(words)] = words, make(words)
        return found[1]

    return answer
