"""Memoises functions of a sentence's words or an article's claims, which are called many times during a check."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

#: A tuple, such as the words of a sentence or the claims of an article.
Argument = TypeVar("Argument", bound="tuple[object, ...]")
T = TypeVar("T")

#: Results that a function remembers; two long articles have fewer sentences.
MOST = 1000


def memoize_by_identity(function: Callable[[Argument], T]) -> Callable[[Argument], T]:
    """The same function, which remembers its results by the identity of its argument, not by equality.

    To compare or hash hundreds of words takes longer than most of these functions. Two traps come with it: an equal
    tuple that is another object is computed again, so pass on the tuple of the parsed article itself, no slice or
    copy; and all callers share one result, so never change it.
    """
    results: dict[int, tuple[Argument, T]] = {}

    def memoized(argument: Argument) -> T:
        known = results.get(id(argument))
        if known is None:
            if len(results) >= MOST:
                results.clear()
            # The argument is stored with the result: as long as it lives, no other object can have its id.
            known = results[id(argument)] = argument, function(argument)
        return known[1]

    return memoized
