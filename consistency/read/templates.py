"""What a site generator replaces before a reader sees the page: shortcodes, tags, expressions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consistency.types import Span

#: Stands in for hidden characters inside a line: never part of markup, never prose.
HIDDEN = "\ue000"

#: Opening and closing marks of Hugo, Jekyll, Liquid, Nunjucks, longest first.
_MARKS = (("{{<", ">}}"), ("{{%", "%}}"), ("{{", "}}"), ("{%", "%}"), ("{# ", "#}"))
_MDX_MARKS = (("{/*", "*/}"),)
_OPEN = re.compile(r"\{\{<|\{\{%|\{\{|\{%|\{# ")
_OPEN_MDX = re.compile(r"\{/\*|\{\{<|\{\{%|\{\{|\{%|\{# ")
#: Longest template, in characters: what is longer was never closed.
_LONGEST = 5000

#: Paired templates whose content is no prose.
_CODE = "highlight|code|raw|comment|mermaid|math|katex|latex|gist|css|style|script|schema|javascript|csv-table|plantuml"
_NAME = re.compile(rf"\{{[{{%<]?[<%]?-?\s*(?P<name>{_CODE})\b")
#: Lines that are instructions: attribute lists of kramdown, directive fences.
_LINE = re.compile(r"^[ \t]{0,3}(?:\{:[^{}\r\n]*\}|:{3,}[^\r\n]*)[ \t]*$", re.MULTILINE)
_ESM = re.compile(r"^(?:import|export)\b[^\r\n]*(?:(?:\r\n?|\n)(?=[^\r\n])[^\r\n]+)*", re.MULTILINE)
_EXPRESSION = re.compile(r"\{[^{}\r\n]*\}")


def hide(text: str, *, mdx: bool) -> tuple[str, tuple[Span, ...]]:
    """``text`` with its templates blanked, length and lines kept, and the ranges that were blanked."""
    hidden = list(_paired(text, list(_templates(text, mdx))))
    hidden += [Span(*match.span()) for match in _LINE.finditer(text)]
    if mdx:
        hidden += [Span(*match.span()) for match in _ESM.finditer(text)]
        hidden += [Span(*match.span()) for match in _EXPRESSION.finditer(text)]
    merged = _merged(sorted(hidden))
    return _blanked(text, merged), merged


def _templates(text: str, mdx: bool) -> Iterator[Span]:
    marks = dict((*_MDX_MARKS, *_MARKS) if mdx else _MARKS)
    opening = _OPEN_MDX if mdx else _OPEN
    closes: dict[str, int] = {}
    at = 0
    while match := opening.search(text, at):
        close = marks[match.group()]
        # one search serves all openings before what it found
        if closes.get(close, -1) < match.end():
            found = text.find(close, match.end())
            closes[close] = len(text) if found < 0 else found
        end = closes[close]
        if end < len(text) and end - match.start() <= _LONGEST:
            yield Span(match.start(), end + len(close))
            at = end + len(close)
        else:
            at = match.end()


def _paired(text: str, templates: list[Span]) -> Iterator[Span]:
    """Templates, and whole pairs where what they enclose is code."""
    opened: tuple[str, int] | None = None
    for span in templates:
        words = span.cut(text)
        name = _NAME.match(words)
        if opened is None and name and not words.rstrip("}%> ").endswith("/"):
            opened = (name["name"], span.start)
        elif opened and re.match(rf"\{{[{{%<]+-?\s*(?:/\s*|end){opened[0]}\b", words):
            yield Span(opened[1], span.end)
            opened = None
        yield span


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in spans:
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _blanked(text: str, spans: tuple[Span, ...]) -> str:
    """A template that has its line for itself leaves an empty line; inside a line it leaves a placeholder."""
    parts: list[str] = []
    last = 0
    for span in spans:
        alone = not text[_line_start(text, span.start) : span.start].strip() and not _rest(text, span.end).strip()
        parts += [text[last : span.start], re.sub(r"[^\r\n]", " " if alone else HIDDEN, span.cut(text))]
        last = span.end
    return "".join((*parts, text[last:]))


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _rest(text: str, at: int) -> str:
    end = re.compile(r"[\r\n]|\Z").search(text, at)
    return text[at : end.start()] if end else ""
