"""Template code that site generators replace: shortcodes, tags, expressions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consistency.read.dialects import Ranges, fences, items, signs
from consistency.types import Span

#: Placeholder for hidden characters within a line; neither markup nor prose.
HIDDEN = "\ue000"

#: Opening and closing marks of Hugo, Jekyll, Liquid, Nunjucks, longest first.
_MARKS = (("{{<", ">}}"), ("{{%", "%}}"), ("{{", "}}"), ("{%", "%}"), ("{# ", "#}"))
_MDX_MARKS = (("{/*", "*/}"),)
_OPEN = re.compile(r"\{\{<|\{\{%|\{\{|\{%|\{# ")
_OPEN_MDX = re.compile(r"\{/\*|\{\{<|\{\{%|\{\{|\{%|\{# ")
#: Maximum length of a template in characters; longer ones count as unclosed.
_LONGEST = 5000

#: Paired templates whose content is not prose.
_CODE = (
    "highlight|code|raw|verbatim|comment|mermaid|math|katex|latex|tex|gist|css|style|script|schema|javascript|json-?ld|"
    "csv-table|plantuml|graphviz|dot|diagram|chart|echarts|plotly|vega|vega-lite|d3|capture|rendertemplate"
)
#: Of the branches of a condition, only the first counts as prose.
_IF = re.compile(r"\{%-?\s*(?:if|unless|for|ifchanged)\b")
_ELSE = re.compile(r"\{%-?\s*(?:else|elsif|elseif|elif)\b")
_END = re.compile(r"\{%-?\s*end(?:if|unless|for|ifchanged)\b")
_NAME = re.compile(rf"\{{[{{%<]?[<%]?-?\s*(?P<name>{_CODE})\b", re.IGNORECASE)
_ESM = re.compile(r"^(?:import|export)\b[^\r\n]*(?:(?:\r\n?|\n)(?=[^\r\n])[^\r\n]+)*", re.MULTILINE)
_BRACE = re.compile(r"[{}]|`+|(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)")


def hide(text: str, *, mdx: bool) -> tuple[str, tuple[Span, ...]]:
    """``text`` with templates blanked, of the same length and lines, and the blanked ranges."""
    templates = list(_templates(text, mdx))
    hidden = [*_paired(text, templates), *_branches(text, templates), *signs(text)]
    if mdx:
        hidden += [Span(*match.span()) for match in _ESM.finditer(text)]
        hidden += _expressions(text)
    covered = Ranges(_merged(sorted(hidden)))
    known = [(line, mark) for line, mark in items(text) if line.start not in covered]
    merged = _merged(sorted([*hidden, *(line for line, _ in known)]))
    return _marked(_blanked(text, merged), known), merged


def _marked(text: str, known: list[tuple[Span, str]]) -> str:
    """The text with standard list marks in place of those of a dialect."""
    parts, at = [], 0
    for line, mark in known:
        rest = HIDDEN * max(0, line.end - line.start - len(mark))
        parts += [text[at : line.start], mark, rest]
        at = line.start + len(mark) + len(rest)
    return "".join((*parts, text[at:]))


def _expressions(text: str) -> Iterator[Span]:
    """MDX expressions outside code. Braces nest; an inline expression ends at the next blank line."""
    code = Ranges(fences(text))
    opened, depth, at = 0, 0, 0
    for match in _BRACE.finditer(text):
        sign, start = match.group(), match.start()
        if start < at or start in code:
            continue
        if sign == "{":
            opened = opened if depth else start
            depth += 1
        elif sign == "}":
            if depth == 1 and start - opened <= _LONGEST:
                yield Span(opened, start + 1)
            depth = max(0, depth - 1)
        elif sign[0] == "`":
            close = (
                re.compile(rf"(?<!`){sign}(?!`)").search(text, match.end(), match.end() + 500) if not depth else None
            )
            at = close.end() if close else at
        elif depth and text[_line_start(text, opened) : opened].strip():
            depth = 0


def _branches(text: str, templates: list[Span]) -> Iterator[Span]:
    """The ranges of all branches of a condition but the first."""
    others: list[int | None] = []
    for span in templates:
        words = span.cut(text)
        if _IF.match(words):
            others.append(None)
        elif others and _ELSE.match(words):
            others[-1] = span.start if others[-1] is None else others[-1]
        elif others and _END.match(words) and (start := others.pop()) is not None:
            yield Span(start, span.end)


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
    """Templates, and entire pairs that enclose code."""
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
    """Blank a template: a line of its own becomes empty, an inline one becomes placeholders."""
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
