"""A page of HTML as a stream of tags and text, in one pass whatever it holds.

Python's own parser takes minutes for a small page of the wrong kind; this one knows only what is needed to
tell text from markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

_OPEN = re.compile(r"<(?=[A-Za-z/!?])")
_NAME = re.compile(r"<(/?)([A-Za-z][^\s/>]*+)")
_REST = re.compile(r"(?:[^\"'>]++|\"[^\"]*+\"|'[^']*+')*+>")
_ATTRIBUTE = re.compile(r"([^\s=\"'/>]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++)))?")
#: Elements whose content is no markup: it ends where their end tag stands (HTML Living Standard 13.2.5).
_RAW = frozenset({"script", "style", "textarea", "title", "noscript", "iframe", "noembed", "noframes", "xmp"})


@dataclass(frozen=True, slots=True)
class Tag:
    """A start or end tag; names in lower case."""

    name: str
    ends: bool
    attributes: dict[str, str] = field(default_factory=dict)


def stream(page: str) -> Iterator[Tag | str]:
    """The tags and the text between them, with character references resolved; comments are left out."""
    at = 0
    while sign := _OPEN.search(page, at):
        start = sign.start()
        if start > at:
            yield unescape(page[at:start])
        tag = _NAME.match(page, start)
        if tag is None:
            at = _skipped(page, start)
            continue
        rest = _REST.match(page, tag.end())
        if rest is None:
            # As browsers do: a tag that is never closed takes all that follows with it.
            return
        name = tag[2].lower()
        yield Tag(name, bool(tag[1]), {} if tag[1] else _attributes(rest.group()[:-1]))
        at = rest.end()
        if name in _RAW and not tag[1]:
            end = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(page, at)
            stop = end.start() if end else len(page)
            yield unescape(page[at:stop])
            at = stop
    if at < len(page):
        yield unescape(page[at:])


def _skipped(page: str, start: int) -> int:
    """Where a comment or declaration ends."""
    close = "-->" if page.startswith("<!--", start) else ">"
    end = page.find(close, start + 2)
    return end + len(close) if end >= 0 else len(page)


def _attributes(text: str) -> dict[str, str]:
    return {
        match[1].lower(): unescape(match[2] or match[3] or match[4] or "")
        for match in reversed(list(_ATTRIBUTE.finditer(text)))
    }
