"""Part of speech, morphology and lemma from the tag and the word: the pipeline's rules, applied."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

#: What a rule asks of one word: an attribute, and one value or conditions on it.
Asked = Mapping[str, Any]

CONDITIONS: dict[str, Callable[[str, Any], bool]] = {
    "IN": lambda value, told: value in told,
    "NOT_IN": lambda value, told: value not in told,
    "REGEX": lambda value, told: re.search(told, value) is not None,
}


#: Kinds of words whose rules are remembered.
REMEMBERED = 20_000


class Features(NamedTuple):
    """What rules ask about a word, by the names that they have for it."""

    LOWER: str
    TAG: str
    DEP: str
    IS_SPACE: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """Words one after the other, and what that makes of one of them."""

    pattern: Sequence[Asked]
    index: int
    made: Mapping[str, str]


class Rules:
    """The attribute ruler of a pipeline, from its list of rules."""

    def __init__(self, rules: Sequence[Mapping[str, Any]]) -> None:
        self._by: defaultdict[tuple[str, str], list[tuple[int, Rule]]] = defaultdict(list)
        for number, rule in enumerate(rules):
            for pattern in rule["patterns"]:
                self._by[_handle(pattern[0])].append((number, Rule(pattern, rule["index"], rule["attrs"])))
        self._beginning = lru_cache(maxsize=REMEMBERED)(self._search)

    def apply(self, words: Sequence[Features]) -> list[dict[str, str]]:
        """What the rules make of each word, by the names of rules; later ones win."""
        made: list[dict[str, str]] = [{} for _ in words]
        for _, start, rule in sorted(self._met(words), key=lambda met: met[:2]):
            made[start + rule.index].update(rule.made)
        return made

    def _met(self, words: Sequence[Features]) -> Iterator[tuple[int, int, Rule]]:
        for start, word in enumerate(words):
            for number, rule in self._beginning(word):
                rest = words[start + 1 : start + len(rule.pattern)]
                if len(rest) == len(rule.pattern) - 1 and all(map(_meets, rest, rule.pattern[1:])):
                    yield number, start, rule

    def _search(self, word: Features) -> list[tuple[int, Rule]]:
        """The rules whose first word this could be."""
        handles = (("LOWER", word.LOWER), ("TAG", word.TAG), ("DEP", word.DEP), ("", ""))
        return [found for handle in handles for found in self._by.get(handle, ()) if _meets(word, found[1].pattern[0])]


def _handle(asked: Asked) -> tuple[str, str]:
    """A value that a word must have for the rule to apply."""
    plain = ((name, asked[name]) for name in ("LOWER", "TAG", "DEP") if isinstance(asked.get(name), str))
    return next(plain, ("", ""))


def _meets(word: Features, asked: Asked) -> bool:
    return all(_agrees(getattr(word, name), value) for name, value in asked.items())


def _agrees(value: Any, asked: Any) -> bool:
    if not isinstance(asked, dict):
        return bool(value == asked)
    return all(CONDITIONS[name](value, told) for name, told in asked.items())
