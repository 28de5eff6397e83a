"""A stand-in for a text of which only some words are known: each stands at its offset, line and column."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from consistency.reports.node import LARGEST


def sparse(places: Iterable[dict[str, Any]]) -> str:
    """Spaces and line breaks with the words of the places among them, so that positions in it are the true ones.

    Raises ``ValueError`` for places that cannot be of one text.
    """
    text = ""
    line = 1  # of the end of what is known so far
    for place in sorted(places, key=lambda place: (place["start"], -place["end"])):
        start, end, words = place["start"], place["end"], place["text"]
        if not 0 <= start <= end <= LARGEST or len(words) != end - start:
            raise ValueError("a place without its words")
        if start >= len(text):
            text += _gap(start - len(text), place["line"] - line, place["column"] - 1)
            line = place["line"]
        known = len(text) - start
        if text[start : start + len(words)] != words[:known]:
            raise ValueError("two texts in one place")
        if len(words) > known:
            text += words[known:]
        if end == len(text):
            line = place["end_line"]
    return text


def _gap(size: int, breaks: int, column: int) -> str:
    """So many unknown characters with so many line breaks, the last of them ``column`` characters before the end."""
    if breaks <= 0:
        return " " * size
    head = size - breaks - column
    if head < 0:
        raise ValueError("no room for the lines")
    return " " * head + "\n" * breaks + " " * column
