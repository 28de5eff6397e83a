"""Comments to this program inside an article: where they stand, and the article as if they did not.

Blocks are looked for in the text without the comments, so that a comment never parts a paragraph, ends a
list or opens code; their places are then told in the text as it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from consistency.read.inline import merged
from consistency.read.templates import hide
from consistency.types import Block, Span

#: The first word of every comment to this program, with a colon, or with one of the words that follow it.
_NAME = r"\s*consistency(?:\s*:|(?=\s+(?:ignore|disable|enable)\b))"
#: HTML, MDX, Liquid (Jekyll) and Go templates (Hugo); bounded, so that an open one costs little.
_COMMENT = re.compile(
    rf"<!--{_NAME}(?P<html>.{{0,1000}}?)-->"
    rf"|\{{/\*{_NAME}(?P<mdx>.{{0,1000}}?)\*/\}}"
    rf"|\{{%-?\s*comment\s*-?%\}}{_NAME}(?P<liquid>.{{0,1000}}?)\{{%-?\s*endcomment\s*-?%\}}"
    rf"|\{{\{{[<%-]?\s*/\*{_NAME}(?P<go>.{{0,1000}}?)\*/\s*[>%-]?\}}\}}",
    re.DOTALL | re.IGNORECASE,
)
_HINT = re.compile("consistency", re.IGNORECASE)
#: What may stand on a line beside a comment that has it for itself: space, and the marks of a block quotation.
_HEAD = re.compile(r"(?:[ \t>]|\ufeff)*")
_CODE_RUN = re.compile(r"\\.|(`+)", re.DOTALL)
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")


def words(text: str, comment: Span) -> str:
    """What a comment says after the name of the program."""
    found = _COMMENT.fullmatch(text, *comment)
    return next((said.strip() for said in found.groups() if said is not None), "") if found else ""


def comments(text: str, start: int, *, markdown: bool, mdx: bool = False) -> tuple[Span, ...]:
    """The comments to this program from ``start`` on, in Markdown without those that are shown as code."""
    if not _HINT.search(text, start):
        return ()
    found = [Span(*match.span()) for match in _COMMENT.finditer(text, start)]
    if not found or not markdown:
        return tuple(found)
    shown = [span.shift(start) for span in _code(text[start:], mdx)]
    return tuple(span for span in found if not any(code.covers(span) and code != span for code in shown))


def alone(text: str, comment: Span) -> bool:
    """Whether a comment has its lines for itself."""
    head = text[_line_start(text, comment.start) : comment.start]
    return _HEAD.fullmatch(head) is not None and not text[comment.end : _line_end(text, comment.end)].strip()


class Without:
    """A text without its comments, and the way back to the text as it is."""

    def __init__(self, text: str, found: Sequence[Span]) -> None:
        self.cuts = merged([_cut(text, comment) for comment in found])
        edges = [0, *(edge for cut in self.cuts for edge in cut), len(text)]
        self.text = "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))
        sizes = [cut.end - cut.start for cut in self.cuts]
        before = [0, *accumulate(sizes)]
        self._at = [cut.start - gone for cut, gone in zip(self.cuts, before, strict=False)]
        self._gone = before

    def blocks(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        """Blocks of the text without comments, as blocks of the text; a comment inside is a gap."""
        return tuple(self._block(block) for block in blocks) if self.cuts else tuple(blocks)

    def _block(self, block: Block) -> Block:
        span = self._raw(block.span)
        inside = self.cuts[bisect_left(self.cuts, span) :]
        gaps = [self._raw(gap) for gap in block.gaps]
        gaps += [cut for cut in inside[: bisect_left([cut.start for cut in inside], span.end)] if span.covers(cut)]
        return Block(kind=block.kind, span=span, gaps=tuple(merged(gaps)))

    def _raw(self, span: Span) -> Span:
        if span.start >= span.end:
            return Span(self._offset(span.start), self._offset(span.start))
        return Span(self._offset(span.start), self._offset(span.end - 1) + 1)

    def _offset(self, at: int) -> int:
        return at + self._gone[bisect_right(self._at, at)]


def _cut(text: str, comment: Span) -> Span:
    """What goes with a comment: its lines where it is alone on them, else the space before it."""
    start = _line_start(text, comment.start)
    if alone(text, comment):
        end = _line_end(text, comment.end)
        if end < len(text):
            return Span(start, end + (2 if text.startswith("\r\n", end) else 1))
        return Span(start, end)
    while comment.start > start and text[comment.start - 1] in " \t":
        comment = Span(comment.start - 1, comment.end)
    return comment


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _line_end(text: str, at: int) -> int:
    found = re.compile(r"[\r\n]").search(text, at)
    return found.start() if found else len(text)


def _code(text: str, mdx: bool) -> Iterator[Span]:
    """What Markdown shows as code, and what site generators show as it is."""
    from markdown_it import MarkdownIt

    masked, hidden = hide(text, mdx=mdx)
    yield from (span for span in hidden if not _COMMENT.fullmatch(text, *span))
    lines = [Span(*line.span()) for line in _LINE.finditer(text)]
    for token in MarkdownIt("commonmark", {"maxNesting": 40}).enable("table").parse(text):
        if token.map and token.type in ("fence", "code_block"):
            yield Span(lines[token.map[0]].start, lines[token.map[1] - 1].end)
        elif token.map and token.type == "inline":
            yield from _spans(text, Span(lines[token.map[0]].start, lines[token.map[1] - 1].end))


def _spans(text: str, region: Span) -> Iterator[Span]:
    """Code between marks inside a paragraph; marks in a comment, and escaped ones, are none."""
    at = region.start
    while run := _CODE_RUN.search(text, at, region.end):
        comment = _COMMENT.search(text, at, run.start() + 1)
        at = run.end()
        if comment and comment.end() > run.start():
            at = comment.end()
        elif run[1] and (close := re.compile(rf"(?<!`){run[1]}(?!`)").search(text, run.end(), region.end)):
            yield Span(run.start(), close.end())
            at = close.end()
