"""Which quotation marks belong together: pairs over the sentences of an article, apostrophes told apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from consistency.types import Sentence, Span, limits

_MARK = re.compile("[\"']")

#: Words that are written with an apostrophe in front: no quotation opens there.
_ELISION = re.compile(
    r"'(?:\d\ds?\b|(?:em|tis|twas|til|till|cause|n|round|bout|cos|ere|s|m|ll|re|ve|d|t)\b)", re.IGNORECASE
)

_BEFORE_OPENING = frozenset(" ([{-/\"'$:,") | {""}
_AFTER_CLOSING = frozenset(" )]}-/\"'.,;:!?") | {""}


class Stretch(NamedTuple):
    """The part of a quotation inside one sentence, counted from 0 in what was given; ``inner`` leaves its marks out."""

    sentence: int
    outer: Span
    inner: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A pair of marks and what stands between; ``closed`` is false where the second mark is missing."""

    mark: str
    stretches: tuple[Stretch, ...]
    inside: int | None = None
    closed: bool = True


@dataclass(slots=True)
class _Open:
    mark: str
    sentence: int
    at: int


@dataclass(slots=True)
class _Reader:
    """Reads the marks of one paragraph after the other; ``british`` lets single marks run over sentences."""

    texts: Sequence[str]
    british: bool
    stack: list[_Open] = field(default_factory=list)
    found: list[tuple[_Open, int, int, bool]] = field(default_factory=list)

    def read(self, number: int) -> None:
        text = self.texts[number]
        for match in _MARK.finditer(text):
            self.mark(number, text, match.start())
        if not self.british or (self.stack and self.stack[0].mark == '"'):
            while self.stack and self.stack[-1].mark == "'":
                self.stack.pop()

    def mark(self, number: int, text: str, at: int) -> None:
        mark, opens, closes = text[at], _opens(text, at), _closes(text, at)
        standing = [one.mark for one in self.stack]
        if mark == "'" and _apostrophe(text, at, opened="'" in standing):
            return
        if mark in standing and (closes or not opens):
            while self.stack[-1].mark != mark:
                self.stack.pop()
            self.found.append((self.stack.pop(), number, at + 1, True))
        elif mark in standing:
            self.drop(standing.index(mark))
            self.stack.append(_Open(mark, number, at))
        elif opens or (mark == '"' and not closes):
            self.stack.append(_Open(mark, number, at))

    def drop(self, depth: int = 0) -> None:
        """Give up what was never closed: it keeps the rest of its own sentence and no more."""
        for one in self.stack[depth:]:
            if one.mark == '"':
                self.found.append((one, one.sentence, len(self.texts[one.sentence]), False))
        del self.stack[depth:]

    def end(self, number: int, following: str) -> None:
        """End of a paragraph: a speech that the next one opens anew goes on, anything else is given up."""
        if self.stack and self.stack[0].mark == following[:1]:
            first = self.stack[0]
            self.found.append((first, number, len(self.texts[number]), False))
            self.stack.clear()
        self.drop()


def regions(sentences: Sequence[Sentence]) -> tuple[Region, ...]:
    """The quotations of an article by their marks, in order of their beginnings.

    Double marks are the outer ones unless single ones enclose more quotations than double ones do,
    as in British papers.
    """
    american = _regions(sentences, british=False)
    if not any("'" in sentence.text for sentence in sentences):
        return american
    british = _regions(sentences, british=True)
    doubles = sum(region.mark == '"' for region in american if region.inside is None)
    singles = sum(region.mark == "'" for region in british if region.inside is None)
    return british if singles > doubles else american


def _regions(sentences: Sequence[Sentence], *, british: bool) -> tuple[Region, ...]:
    reader = _Reader([sentence.text for sentence in sentences], british)
    blocks = [[n for n, _ in group] for _, group in groupby(enumerate(sentences), key=lambda pair: _block(pair[1]))]
    for position, numbers in enumerate(blocks):
        for number in numbers:
            reader.read(number)
        following = reader.texts[blocks[position + 1][0]] if position + 1 < len(blocks) else ""
        reader.end(numbers[-1], following)
    found = [one for one in reader.found if one[0].sentence != one[1] or one[0].at + 2 < one[2]]
    return _nested(sorted(found, key=lambda one: (one[0].sentence, one[0].at)), reader.texts)


def _block(sentence: Sentence) -> tuple[str, int, str]:
    return sentence.article, sentence.block, sentence.kind.value


def _nested(found: Sequence[tuple[_Open, int, int, bool]], texts: Sequence[str]) -> tuple[Region, ...]:
    """Regions with the index of the one around each; what is nested too deeply, or one too many, is left out."""
    result: list[Region] = []
    around: list[tuple[int, int, int]] = []
    counts: Counter[int] = Counter()
    for first, sentence, end, closed in found:
        while around and around[-1][:2] < (sentence, end):
            around.pop()
        counts[first.sentence] += 1
        if len(around) >= limits.QUOTED or counts[first.sentence] > limits.QUOTATIONS:
            continue
        inside = around[-1][2] if around else None
        stretches = tuple(_stretches(first, sentence, end, closed, texts))
        around.append((sentence, end, len(result)))
        result.append(Region(mark=first.mark, stretches=stretches, inside=inside, closed=closed))
    return tuple(result)


def _stretches(first: _Open, last: int, end: int, closed: bool, texts: Sequence[str]) -> Iterator[Stretch]:
    for number in range(first.sentence, last + 1):
        outer = Span(first.at if number == first.sentence else 0, end if number == last else len(texts[number]))
        start = outer.start + (number == first.sentence)
        stop = outer.end - (number == last and closed)
        while start < stop and texts[number][start] == " ":
            start += 1
        while start < stop and texts[number][stop - 1] == " ":
            stop -= 1
        yield Stretch(number, outer, Span(start, max(start, stop)))


def _opens(text: str, at: int) -> bool:
    return text[max(0, at - 1) : at] in _BEFORE_OPENING and text[at + 1 : at + 2] not in ("", " ", ",", ".", ";", ")")


def _closes(text: str, at: int) -> bool:
    before = text[max(0, at - 1) : at]
    return before not in ("", " ", "(", "[") and text[at + 1 : at + 2] in _AFTER_CLOSING


def _apostrophe(text: str, at: int, *, opened: bool) -> bool:
    """Whether a single mark stands inside a word, for left-out letters, or after the s of a plural owner."""
    before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    if before.isalnum() and after.isalnum():
        return True
    if not opened:
        return before.isalnum() or (before.isdigit() and not after.isalnum()) or bool(_ELISION.match(text, at))
    owner = before == "s" and after == " " and text[at + 2 : at + 3].isalnum()
    return owner and _closed_later(text[at + 1 :])


def _closed_later(rest: str) -> bool:
    """Whether a surer closing mark comes before another opening one."""
    for match in _MARK.finditer(rest):
        if match.group() == "'":
            if _opens(rest, match.start()):
                return False
            if _closes(rest, match.start()):
                return True
    return False
