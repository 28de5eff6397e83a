"""The prose of Markdown: markdown-it finds the blocks, positions are computed on the raw text."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from consistency.read.html import fragments
from consistency.read.inline import inline_gaps, merged
from consistency.read.templates import HIDDEN, hide
from consistency.types import Block, BlockKind, Span, limits

if TYPE_CHECKING:
    from markdown_it.token import Token

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
#: The containers that decide the kind of a block, innermost first.
_KINDS = {
    "heading_open": BlockKind.HEADING,
    "th_open": BlockKind.CELL,
    "td_open": BlockKind.CELL,
    "list_item_open": BlockKind.ITEM,
    "blockquote_open": BlockKind.QUOTE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """The raw text, the text with templates blanked, its lines, and the link labels."""

    text: str
    masked: str
    hidden: tuple[Span, ...]
    lines: tuple[Span, ...]
    references: Collection[str]
    normal: Callable[[str], str]


class Prose(NamedTuple):
    """The prose blocks of a text, and the lines nested too deeply to be read."""

    blocks: tuple[Block, ...]
    deep: tuple[Span, ...] = ()


def markdown_blocks(text: str, start: int, *, mdx: bool = False) -> Prose:
    """The prose blocks of ``text`` from ``start`` on, with the markup inside them as gaps.

    Code, comments, templates, definitions and front matter are left out.
    """
    from markdown_it import MarkdownIt
    from markdown_it.common.utils import normalizeReference

    masked, hidden = hide(text[start:], mdx=mdx)
    parser = MarkdownIt("commonmark", {"maxNesting": limits.NESTED}).enable("table")
    parser.core.ruler.disable(["inline", "text_join"])
    env: dict[str, dict[str, object]] = {}
    tokens = parser.parse(masked, env)
    page = _Page(
        text=text[start:],
        masked=masked,
        hidden=hidden,
        lines=tuple(Span(*line.span()) for line in _LINE.finditer(masked)),
        references=env.get("references", {}).keys(),
        normal=normalizeReference,
    )
    blocks = tuple(_shifted(block, start) for block in _blocks(page, tokens) if _has_words(page.text, block))
    return Prose(blocks, tuple(line.shift(start) for line in _deep(page, tokens)))


def _deep(page: _Page, tokens: Sequence[Token]) -> Iterator[Span]:
    """The lines of containers whose content the parser skipped: the innermost ones, which are left empty."""
    for token, following in pairwise(tokens):
        empty = token.nesting == 1 and following.nesting == -1
        if empty and token.level >= limits.NESTED - 1 and token.map and token.type in _KINDS:
            yield Span(page.lines[token.map[0]].start, page.lines[max(token.map[0], token.map[1] - 1)].end)


def _shifted(block: Block, by: int) -> Block:
    if not by:
        return block
    return Block(kind=block.kind, span=block.span.shift(by), gaps=tuple(gap.shift(by) for gap in block.gaps))


def _has_words(text: str, block: Block) -> bool:
    at = block.span.start
    for gap in (*block.gaps, Span(block.span.end, block.span.end)):
        if any(map(str.isalnum, text[at : gap.start])):
            return True
        at = gap.end
    return False


def _blocks(page: _Page, tokens: Sequence[Token]) -> Iterator[Block]:
    open_tags: list[str] = []
    row: tuple[int, int] = (-1, 0)
    for token in tokens:
        if token.nesting == 1:
            open_tags.append(token.type)
        elif token.nesting == -1:
            open_tags.pop()
        elif token.type == "html_block" and token.map:
            yield from _html(page, Span(page.lines[token.map[0]].start, page.lines[token.map[1] - 1].end))
        elif token.type == "inline" and token.map:
            kind = next((_KINDS[tag] for tag in reversed(open_tags) if tag in _KINDS), BlockKind.PARAGRAPH)
            if kind is BlockKind.CELL:
                first = page.lines[token.map[0]]
                row = (token.map[0], first.start) if row[0] != token.map[0] else row
                found = _cell(page, token.content, row[1], first.end)
                row = (row[0], found[-1].end if found else row[1])
            else:
                found = _stretches(page, token, heading=kind is BlockKind.HEADING)
            yield from _pieces(page, kind, found)


def _stretches(page: _Page, token: Token, *, heading: bool) -> list[Span]:
    """The range of the content of each line of a paragraph, without container marks."""
    assert token.map is not None  # noqa: S101 - the caller looked
    found: list[Span] = []
    for content, line in zip(token.content.split("\n"), page.lines[token.map[0] : token.map[1]], strict=False):
        words, raw = content.strip(), line.cut(page.masked)
        if not words:
            continue
        at = raw.find(words, raw.find("#") + 1 if heading else 0) if heading else len(raw.rstrip()) - len(words)
        if at < 0 or not raw.startswith(words, at):
            words = raw.strip()
            at = raw.find(words)
        found.append(Span(line.start + at, line.start + at + len(words)))
    return found


def _cell(page: _Page, content: str, start: int, end: int) -> list[Span]:
    """The range of a cell in its row; pipes in a cell are escaped in the row."""
    for words in (content.strip(), content.strip().replace("|", "\\|")):
        at = page.masked.find(words, start, end) if words else -1
        if at >= 0:
            return [Span(at, at + len(words))]
    return []


def _html(page: _Page, region: Span) -> Iterator[Block]:
    for kind, span in fragments(page.masked, region):
        yield from _pieces(page, kind, [span])


def _pieces(page: _Page, kind: BlockKind, found: list[Span]) -> Iterator[Block]:
    """The block of these ranges, or one block per line if it has hard line breaks."""
    if not found:
        return
    span = Span(found[0].start, found[-1].end)
    between = [Span(left.end, right.start) for left, right in pairwise(found)]
    prefixes = [prefix for gap in between if (prefix := _prefix(page.masked, gap)).start < prefix.end]
    local = _local(page.masked, span, prefixes)
    gaps = [gap.shift(span.start) for gap in inline_gaps(local, page.references, page.normal)]
    gaps += prefixes + [hidden for hidden in page.hidden if hidden.overlaps(span)]
    edges = [span.start, *(span.start + at for match in _BREAK.finditer(local) for at in match.span()), span.end]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        piece = _trimmed(page.masked, start, end)
        if piece.start < piece.end:
            yield Block(kind=kind, span=piece, gaps=tuple(_clipped(merged(gaps), piece)))


def _prefix(text: str, gap: Span) -> Span:
    """The container marks ("> ") at the start of a continuation line, possibly empty."""
    newline = max(text.rfind("\n", gap.start, gap.end), text.rfind("\r", gap.start, gap.end)) + 1
    start = max(newline, gap.start)
    return Span(start, gap.end) if text[start : gap.end].strip() else Span(start, start)


def _local(text: str, span: Span, prefixes: Sequence[Span]) -> str:
    parts: list[str] = []
    at = span.start
    for prefix in prefixes:
        parts += [text[at : prefix.start], HIDDEN * (prefix.end - prefix.start)]
        at = prefix.end
    return "".join((*parts, text[at : span.end]))


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _clipped(gaps: Sequence[Span], span: Span) -> Iterator[Span]:
    for gap in gaps:
        if gap.overlaps(span):
            yield Span(max(gap.start, span.start), min(gap.end, span.end))
