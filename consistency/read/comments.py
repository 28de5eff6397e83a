"""Comments for this program in an article: their positions, and the article without them.

Blocks are looked for in the text without the comments, so that a comment never parts a paragraph, ends a
list or opens code; their places are then told in the text as it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice, takewhile

from consistency.read.inline import merged
from consistency.read.templates import hide
from consistency.types import Block, Span, limits

#: The start of every comment for this program: its name with a colon or a verb.
_NAME = r"\s*consistency(?:\s*:|(?=\s+(?:ignore|disable|enable)\b))"
#: HTML, MDX, Liquid (Jekyll) and Go templates (Hugo); bounded, so that an unclosed one costs little.
_COMMENT = re.compile(
    rf"<!--{_NAME}(?P<html>.{{0,1000}}?)-->"
    rf"|\{{/\*{_NAME}(?P<mdx>.{{0,1000}}?)\*/\}}"
    rf"|\{{%-?\s*comment\s*-?%\}}{_NAME}(?P<liquid>.{{0,1000}}?)\{{%-?\s*endcomment\s*-?%\}}"
    rf"|\{{\{{[<%-]?\s*/\*{_NAME}(?P<go>.{{0,1000}}?)\*/\s*[>%-]?\}}\}}",
    re.DOTALL | re.IGNORECASE,
)
_HINT = re.compile("consistency", re.IGNORECASE)
#: Characters allowed around a comment on a line of its own: spaces and block-quotation marks.
_HEAD = re.compile(r"(?:[ \t>]|\ufeff)*")
_CODE_RUN = re.compile(r"\\.|(`+)", re.DOTALL)
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")
_BREAK = re.compile(r"[\r\n]")


def words(text: str, comment: Span) -> str:
    """The text of a comment after the program name."""
    found = _COMMENT.fullmatch(text, *comment)
    return next((said.strip() for said in found.groups() if said is not None), "") if found else ""


def comments(text: str, start: int, *, markdown: bool, mdx: bool = False) -> tuple[Span, ...]:
    """The comments for this program from ``start`` on; in Markdown, except those in code."""
    if not _HINT.search(text, start):
        return ()
    found = tuple(Span(*match.span()) for match in _COMMENT.finditer(text, start))
    if not found or not markdown:
        return found
    local = [comment.shift(-start) for comment in found]
    shown = merged([code.shift(start) for code in _code(text[start:], local, mdx)])
    around = [_covering(shown, comment.start) for comment in found]
    return tuple(
        comment for comment, code in zip(found, around, strict=True) if code is None or not code.covers(comment)
    )


class Without:
    """A text without its comments, with a mapping to the original offsets."""

    def __init__(self, text: str, found: Sequence[Span]) -> None:
        self._blank = _outside(text, found, " ")
        self._breaks = [found.start() for found in _BREAK.finditer(self._blank)]
        self._cuts = merged([self._cut(comment) for comment in found])
        self.text = _outside(text, self._cuts, "")
        self._gone = [0, *accumulate(cut.end - cut.start for cut in self._cuts)]
        self._at = [cut.start - gone for cut, gone in zip(self._cuts, self._gone, strict=False)]

    def alone(self, comment: Span) -> bool:
        """Whether the lines of a comment contain nothing but comments."""
        start, end = self.line(comment)
        return _HEAD.fullmatch(self._blank, start, comment.start) is not None and not (
            self._blank[comment.end : end].strip()
        )

    def blocks(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        """Blocks of the comment-free text as blocks of the original; comments inside become gaps."""
        return tuple(map(self._block, blocks)) if self._cuts else tuple(blocks)

    def spans(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Non-empty ranges of the comment-free text as ranges of the original."""
        return tuple(map(self._raw, spans))

    def _block(self, block: Block) -> Block:
        span = self._raw(block.span)
        inside = takewhile(lambda cut: cut.start < span.end, islice(self._cuts, bisect_left(self._cuts, span), None))
        return Block(kind=block.kind, span=span, gaps=tuple(merged([*map(self._raw, block.gaps), *inside])))

    def _raw(self, span: Span) -> Span:
        return Span(self._offset(span.start), self._offset(span.end - 1) + 1)

    def _offset(self, at: int) -> int:
        return at + self._gone[bisect_right(self._at, at)]

    def _cut(self, comment: Span) -> Span:
        """The range to remove: whole lines if they contain nothing else, otherwise the comment and the space before."""
        start, end = self.line(comment)
        if self.alone(comment):
            return Span(start, end + (2 if self._blank.startswith("\r\n", end) else end < len(self._blank)))
        head = self._blank[start : comment.start]
        return Span(start + len(head.rstrip(" \t")), comment.end)

    def line(self, comment: Span) -> Span:
        """The lines of a comment, without the final line break."""
        before, after = bisect_left(self._breaks, comment.start), bisect_left(self._breaks, comment.end)
        end = self._breaks[after] if after < len(self._breaks) else len(self._blank)
        return Span(self._breaks[before - 1] + 1 if before else 0, end)


def _outside(text: str, spans: Sequence[Span], fill: str) -> str:
    """The text with each of these ranges replaced by as many of ``fill``."""
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    kept = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    filled = [fill * (span.end - span.start) for span in spans]
    return "".join(part for pair in zip(kept, [*filled, ""], strict=True) for part in pair)


def _code(text: str, found: Sequence[Span], mdx: bool) -> Iterator[Span]:
    """Code, and text that site generators print verbatim."""
    from markdown_it import MarkdownIt

    yield from hide(_outside(text, found, " "), mdx=mdx)[1]
    lines = [Span(*line.span()) for line in _LINE.finditer(text)]
    for token in MarkdownIt("commonmark", {"maxNesting": limits.NESTED}).enable("table").parse(text):
        if token.map and token.type in ("fence", "code_block"):
            yield Span(lines[token.map[0]].start, lines[token.map[1] - 1].end)
        elif token.map and token.type == "inline":
            yield from _marked(text, Span(lines[token.map[0]].start, lines[token.map[1] - 1].end), found)


def _marked(text: str, region: Span, found: Sequence[Span]) -> Iterator[Span]:
    """Inline code; backticks in a comment and escaped ones do not count."""
    runs = list(_CODE_RUN.finditer(text, *region))
    ends: dict[str, list[int]] = {}
    for run in reversed(runs):
        ends.setdefault(run[0], []).append(run.start())
    at = region.start
    for run in runs:
        if run.start() < at or not run[1]:
            continue
        around = _covering(found, run.start())
        if around and around.start >= at:
            at = around.end
            continue
        later = ends[run[1]]
        while later and later[-1] <= run.start():
            later.pop()
        if later:
            at = later.pop() + len(run[1])
            yield Span(run.start(), at)


def _covering(spans: Sequence[Span], at: int) -> Span | None:
    """The range, of sorted disjoint ones, that contains an offset."""
    i = bisect_right(spans, at, key=lambda span: span.start) - 1
    return spans[i] if i >= 0 and at < spans[i].end else None
