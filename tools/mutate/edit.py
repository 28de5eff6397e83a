"""One edit of a text, and the places in a text where none may be made."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

#: The kind of an edit that keeps the meaning.
NONE = "none"

#: Addresses, front matter and datelines claim nothing.
SHIELDED = re.compile(
    r"\A---\n.*?\n---\n|https?://\S+|\]\([^)\n]*\)|^\*[^*\n]*\d{4}\*$|^[A-Z]{3,}[^\n—–:]{0,40}(?:[—–:]|\s-\s)",
    re.DOTALL | re.MULTILINE,
)

#: Closes a sentence; the words before it are judged by `ABBREVIATION`.
STOP = re.compile(r"[.!?][\"'”’)]*(?=\s+[\"'“‘(]?[A-Z0-9]|\s*$)", re.MULTILINE)

#: A full stop after these closes nothing (English style guides; single initials).
ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Inc|Ltd|Co|Corp|No|vs)|\b(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)|\b[A-Z])\Z"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Replace ``[start, end)`` of a text by ``new``; ``kind`` is the finding that it must raise."""

    start: int
    end: int
    new: str
    kind: str
    accept: tuple[str, ...] = ()
    maker: str = ""

    def apply(self, text: str) -> str:
        """The text after the edit."""
        return text[: self.start] + self.new + text[self.end :]


#: Finds every place for one sort of edit in a text.
Maker = Callable[[str, Random], Iterator[Edit]]


def shielded(text: str) -> list[tuple[int, int]]:
    """The ranges that are no prose."""
    return [m.span() for m in SHIELDED.finditer(text)]


def sentences(text: str) -> list[tuple[int, int]]:
    """The ranges of the sentences, none across a line end; headings and short lines are left out."""
    found = []
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for stop in STOP.finditer(text, line.start(), line.end()):
            if text[stop.start()] == "." and ABBREVIATION.search(text, start, stop.start()):
                continue
            found.append((start, stop.end()))
            start = stop.end() + len(text[stop.end() : line.end()]) - len(text[stop.end() : line.end()].lstrip())
    hidden = shielded(text)
    return [(a, b) for a, b in found if b - a > 30 and not any(a < d and c < b and c == 0 for c, d in hidden)]


def opens(text: str, at: int) -> bool:
    """Whether a sentence begins at ``at``."""
    head = text[:at].rstrip(" \"'“‘(*#")
    return not head or head[-1] in ".!?\n:"


def like(model: str, words: str) -> str:
    """The words with the first letter as large or small as the model's."""
    return words[0].upper() + words[1:] if model[:1].isupper() else words
