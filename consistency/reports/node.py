"""Parsed JSON in which each value knows its path in the document, for error messages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from consistency.untrusted import Malformed, load_json

Word = TypeVar("Word", bound=StrEnum)

#: Larger integers cannot be an offset, line or column of an article.
LARGEST = 50_000_000


@dataclass(frozen=True, slots=True)
class Node:
    """A value and the keys that lead to it, as in "findings[0].places[1].start". Its methods raise ``Malformed``."""

    value: Any
    path: str = ""

    def __getitem__(self, key: str) -> Node:
        if not isinstance(self.value, dict):
            raise self.wrong("an object")
        path = f"{self.path}.{key}" if self.path else key
        if key not in self.value:
            raise Malformed(f"{path} is missing")
        return Node(self.value[key], path)

    def get(self, key: str, default: Any = None) -> Node:
        """The value of an optional key."""
        return self[key] if isinstance(self.value, dict) and key in self.value else Node(default, f"{self.path}.{key}")

    def __iter__(self) -> Iterator[Node]:
        if not isinstance(self.value, list | tuple):
            raise self.wrong("a list")
        return iter([Node(one, f"{self.path}[{number}]") for number, one in enumerate(self.value)])

    def text(self) -> str:
        """The string."""
        if not isinstance(self.value, str):
            raise self.wrong("a string")
        return self.value

    def whole(self, least: int = 0) -> int:
        """The integer, from ``least`` to the largest position in an article."""
        if isinstance(self.value, bool) or not isinstance(self.value, int) or not least <= self.value <= LARGEST:
            raise self.wrong(f"a whole number from {least} to {LARGEST:,}")
        return self.value

    def share(self) -> float:
        """The number from 0 to 1."""
        fits = isinstance(self.value, int | float) and not isinstance(self.value, bool)
        if not fits or not 0 <= self.value <= 1:
            raise self.wrong("a number from 0 to 1")
        return float(self.value)

    def one_of(self, words: type[Word]) -> Word:
        """The member of an enumeration."""
        try:
            return words(self.text())
        except ValueError:
            raise self.wrong("one of " + ", ".join(words)) from None

    def wrong(self, expected: str) -> Malformed:
        """The error for an unexpected value."""
        return Malformed(f"{self.path or 'the document'} is {_shown(self.value)}, not {expected}")


def _shown(value: Any) -> str:
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    try:
        words = json.dumps(value)
    except ValueError:  # Python does not print integers of more than 4,300 digits
        return "a number of very many digits"
    return words if len(words) <= 40 else f"{words[:37]}..."


def documents(text: str) -> Iterator[tuple[int | None, Any]]:
    """The JSON documents in a text, and the line of each if there are several. Raises ``Malformed``."""
    try:
        whole = load_json(text)
    except Malformed:
        lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
        if len(lines) < 2 or not _complete(lines[0][1]):
            raise
        # A report of a single document is indented, so its first line is not complete JSON.
        yield from ((number, _line(number, line)) for number, line in lines)
    else:
        yield None, whole


def _complete(line: str) -> bool:
    try:
        load_json(line)
    except Malformed:
        return False
    return True


def _line(number: int, text: str) -> Any:
    try:
        return load_json(text)
    except Malformed as error:
        raise Malformed(error.reason, number) from error
