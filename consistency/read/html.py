"""The prose inside a block of HTML or JSX in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consistency.types import BlockKind, Span

#: Elements whose content is not prose.
_SILENT = "script|style|pre|svg|iframe|template|noscript|object|video|audio|canvas|math|textarea|select|nav|form"
_CLOSED = re.compile(rf"<(?P<name>{_SILENT})\b", re.IGNORECASE)
#: Elements that end a paragraph (HTML Living Standard, flow content that is not phrasing content); JSX components too.
_BLOCKS = (
    "p|div|section|article|aside|header|footer|main|figure|figcaption|blockquote|ul|ol|li|dl|dt|dd|table|thead|tbody|"
    "tfoot|tr|td|th|caption|h1|h2|h3|h4|h5|h6|hr|br|details|summary|address|hgroup|center"
)
_EDGE = re.compile(
    rf"</?(?P<name>(?i:{_BLOCKS})|[A-Z]\w*+(?:\.\w++)*+)\b(?:[^<>\"'{{}}]|\"[^\"<]*\"|'[^'<]*'|\{{[^{{}}<]*\}})*+>"
    r"|(?P<blank>(?:\r\n?|\n)[ \t]*(?:\r\n?|\n))"
)
_KINDS = {
    "li": BlockKind.ITEM,
    "td": BlockKind.CELL,
    "th": BlockKind.CELL,
    "blockquote": BlockKind.QUOTE,
    **{f"h{level}": BlockKind.HEADING for level in range(1, 7)},
}


def fragments(text: str, region: Span) -> Iterator[tuple[BlockKind, Span]]:
    """The ranges of prose between block elements of a region, without surrounding space."""
    for part in _spoken(text, region):
        start, kind = part.start, BlockKind.PARAGRAPH
        for edge in _EDGE.finditer(text, part.start, part.end):
            yield from _fragment(text, start, edge.start(), kind)
            start = edge.end()
            if edge["name"]:
                opens = text[edge.start() + 1] != "/"
                kind = _KINDS.get(edge["name"].lower(), BlockKind.PARAGRAPH) if opens else BlockKind.PARAGRAPH
        yield from _fragment(text, start, part.end, kind)


def _fragment(text: str, start: int, end: int, kind: BlockKind) -> Iterator[tuple[BlockKind, Span]]:
    words = text[start:end]
    if words.strip():
        yield kind, Span(end - len(words.lstrip()), start + len(words.rstrip()))


def _spoken(text: str, region: Span) -> Iterator[Span]:
    """The region without comments and non-prose elements."""
    at = region.start
    while at < region.end:
        end, after = _silence(text, at, region.end)
        yield Span(at, end)
        at = after


def _silence(text: str, start: int, stop: int) -> tuple[int, int]:
    """The range of the next comment or non-prose element; an unclosed one extends to the end."""
    comment, element = text.find("<!--", start, stop), _CLOSED.search(text, start, stop)
    if comment >= 0 and (element is None or comment < element.start()):
        close = text.find("-->", comment + 4, stop)
        return comment, close + 3 if close >= 0 else stop
    if element is None:
        return stop, stop
    closed = re.compile(rf"</{element['name']}\s*>", re.IGNORECASE).search(text, element.end(), stop)
    return element.start(), closed.end() if closed else stop
