"""Word-by-word differences between two versions of a passage."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import NamedTuple

_WORD = re.compile(r"\w+|\s+|[^\w\s]")

#: Most characters to compare, because the comparison is quadratic; longer texts are shown without differences.
MOST = 400


class Piece(NamedTuple):
    """A stretch of words, and whether the other version has them."""

    words: str
    shared: bool


def pieces(one: str, two: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts, split where differences begin and end; capitals and quotation marks are ignored."""
    left, right = _WORD.findall(one), _WORD.findall(two)
    if not left or not right or max(len(left), len(right)) > MOST:
        return [Piece(one, True)], [Piece(two, True)]
    matcher = SequenceMatcher(None, [_plain(w) for w in left], [_plain(w) for w in right], autojunk=False)
    sides: tuple[list[Piece], list[Piece]] = [], []
    for tag, i, j, k, m in matcher.get_opcodes():
        for side, words in zip(sides, ("".join(left[i:j]), "".join(right[k:m])), strict=True):
            if words:
                side.append(Piece(words, tag == "equal" or not any(map(str.isalnum, words))))
    return sides


def _plain(word: str) -> str:
    return " " if word.isspace() else word.casefold().translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'})
