"""The prose of plain text: one block per paragraph, on a single line or wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from consistency.types import Block, BlockKind, Span

#: Wider lines were not wrapped by an editor or mailer (which wrap at 65 to 80, some at 100).
_WIDEST = 110
#: Narrower ones are verse, addresses or lists, with intended line breaks.
_NARROWEST = 40
#: If the next word would have fitted with this many characters to spare, the line break is intended.
_SHORT = 0.75
_ENDED = re.compile(r"""[.!?:;…。！？]["'”’)\]»]*$""")
_LINE = re.compile(r"[^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_BULLET = re.compile(r"[-*•▪◦‣·–—][ \t]+(?=\S)")
_NUMBER = re.compile(r"(\d{1,2})[.)][ \t]+(?=\S)")


def plain_blocks(text: str, start: int) -> tuple[Block, ...]:
    """The paragraphs and list items of ``text`` from ``start`` on."""
    blocks: list[Block] = []
    for chunk in _chunks(text, start):
        marks = _markers(text, chunk)
        for group in _groups(text, chunk, marks):
            blocks.append(_block(text, group, marks))
    return tuple(blocks)


def _chunks(text: str, start: int) -> Iterator[list[Span]]:
    """Stripped lines in groups separated by blank lines."""
    chunk: list[Span] = []
    last = start
    for match in _LINE.finditer(text, start):
        line = _trimmed(text, match.start(), match.end())
        if chunk and (line.start >= line.end or _newlines(text, last, match.start()) > 1):
            yield chunk
            chunk = []
        last = match.end()
        if line.start < line.end:
            chunk.append(line)
    if chunk:
        yield chunk


def _newlines(text: str, start: int, end: int) -> int:
    between = text[start:end].replace("\r\n", "\n")
    return len(between)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and _is_blank(text[start]):
        start += 1
    while end > start and _is_blank(text[end - 1]):
        end -= 1
    return Span(start, end)


def _is_blank(char: str) -> bool:
    return char.isspace() or char in "\ufeff\u200b"


def _markers(text: str, chunk: Sequence[Span]) -> dict[int, int]:
    """The starts of list items and of their text; a single "7." is not a list."""
    marks: dict[int, int] = {}
    numbers: dict[int, tuple[int, int]] = {}
    for line in chunk:
        if bullet := _BULLET.match(text, line.start, line.end):
            marks[line.start] = bullet.end()
        elif number := _NUMBER.match(text, line.start, line.end):
            numbers[int(number[1])] = (line.start, number.end())
    for value, (start, end) in numbers.items():
        if {value - 1, value + 1} & numbers.keys():
            marks[start] = end
    return marks


def _groups(text: str, chunk: list[Span], marks: dict[int, int]) -> Iterator[list[Span]]:
    wrapped = _is_wrapped(text, chunk)
    width = max(line.end - line.start for line in chunk)
    group = [chunk[0]]
    for line in chunk[1:]:
        if line.start not in marks and wrapped and _continues(text, group[-1], line, width):
            group.append(line)
        else:
            yield group
            group = [line]
    yield group


def _is_wrapped(text: str, chunk: Sequence[Span]) -> bool:
    """Whether lines were wrapped by width: most break mid-sentence where the next word does not fit."""
    if len(chunk) < 2:
        return False
    width = max(line.end - line.start for line in chunk)
    pairs = list(pairwise(chunk))
    full = sum(not _fits(text, line, after, 0.85 * width) for line, after in pairs)
    broken = sum(not _ENDED.search(text[max(line.start, line.end - 8) : line.end]) for line in chunk[:-1])
    return _NARROWEST <= width <= _WIDEST and full >= 0.5 * len(pairs) and broken >= 0.5 * len(pairs)


def _fits(text: str, line: Span, after: Span, width: float) -> bool:
    word = text[after.start : after.end].split(maxsplit=1)[0]
    return line.end - line.start + 1 + len(word) <= width


def _continues(text: str, line: Span, after: Span, width: int) -> bool:
    if _ENDED.search(text[max(line.start, line.end - 8) : line.end]):
        return not _fits(text, line, after, width)
    return text[after.start].islower() or not _fits(text, line, after, width * _SHORT)


def _block(text: str, group: list[Span], marks: dict[int, int]) -> Block:
    start = marks.get(group[0].start, group[0].start)
    kind = BlockKind.ITEM if group[0].start in marks else BlockKind.PARAGRAPH
    return Block(kind=kind, span=Span(start, group[-1].end))
