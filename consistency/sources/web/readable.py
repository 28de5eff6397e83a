"""The readable text of a web page: its article, without what stands around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from consistency.read import parse_date
from consistency.sources.web.html_tokens import Tag, stream

#: Elements that hold no text of an article (HTML Living Standard; ``figure`` holds pictures and their captions).
_SILENT = frozenset(
    {
        "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "video", "audio", "canvas",
        "select", "textarea", "button", "form", "nav", "footer", "aside", "figure", "dialog", "menu", "head", "title",
        "noembed", "noframes", "xmp",
    }
)  # fmt: skip
#: Roles of WAI-ARIA 1.2 for what stands around the content.
_AROUND = frozenset(
    {"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "menu", "alert", "form"}
)
#: Elements that end a paragraph: flow content that is not phrasing content.
_BLOCKS = frozenset(
    {
        "p", "div", "section", "article", "main", "header", "hgroup", "blockquote", "ul", "ol", "li", "dl", "dt", "dd",
        "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "br",
        "details", "summary", "address", "center", "pre", "body", "html",
    }
)  # fmt: skip
_VOID = frozenset(
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    }
)  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_KINDS = _HEADINGS | {"li"}
#: Names of what tells a page's title and day, best first (Open Graph, schema.org, Dublin Core).
_TITLES = ("og:title", "twitter:title", "headline")
_DATES = (
    "article:published_time",
    "datepublished",
    "dc.date.issued",
    "dc.date",
    "date",
    "pubdate",
    "og:published_time",
)
#: More of a paragraph than this in links makes it a list of them (link density, Kohlschütter, Fankhauser and
#: Nejdl 2010; more than their third, since news link to what they rest on).
_LINKED = 0.5
#: A line outside of any article with fewer words, and no full stop, is a label.
_FEW = 10
#: How deep elements nest before inner ones are no longer told apart.
_DEEPEST = 128


@dataclass(frozen=True, slots=True, kw_only=True)
class Readable:
    """The readable text of a page, in paragraphs separated by blank lines, and its metadata."""

    text: str
    title: str | None = None
    published: date | None = None


@dataclass(slots=True)
class _Paragraph:
    kind: str
    homes: frozenset[int]
    main: bool
    words: list[str] = field(default_factory=list)
    linked: int = 0

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", "".join(self.words)).strip()


@dataclass(slots=True)
class _Reading:
    """One pass over a page."""

    stack: list[tuple[str, bool]] = field(default_factory=list)
    open: Counter[str] = field(default_factory=Counter)
    silent: int = 0
    kinds: list[str] = field(default_factory=list)
    homes: list[frozenset[int]] = field(default_factory=lambda: [frozenset()])
    articles: int = 0
    paragraphs: list[_Paragraph] = field(default_factory=list)
    fresh: str | None = "p"
    said: dict[str, str] = field(default_factory=dict)

    def take(self, part: Tag | str) -> None:
        if isinstance(part, str):
            self._text(part)
        elif part.ends:
            self._end(part.name)
        else:
            self._start(part)

    def _start(self, tag: Tag) -> None:
        if tag.name == "meta":
            self._meta(tag.attributes)
        elif tag.name == "time" and (day := tag.attributes.get("datetime")):
            self.said.setdefault("time", day)
        if tag.name in _BLOCKS:
            self.fresh = tag.name
        if tag.name not in _VOID and len(self.stack) < _DEEPEST:
            self._open(tag)

    def _open(self, tag: Tag) -> None:
        self.stack.append((tag.name, _silent(tag)))
        self.open[tag.name] += 1
        self.silent += self.stack[-1][1]
        if tag.name in _KINDS:
            self.kinds.append(tag.name)
        if tag.name == "article":
            self.articles += 1
            self.homes.append(self.homes[-1] | {self.articles})

    def _end(self, name: str) -> None:
        if name in _BLOCKS:
            self.fresh = "p"
        if not self.open[name]:
            return
        last = ""
        while last != name:
            last, silent = self.stack.pop()
            self.open[last] -= 1
            self.silent -= silent
            if last in _KINDS:
                self.kinds.pop()
            if last == "article":
                self.homes.pop()

    def _text(self, text: str) -> None:
        if self.stack and self.stack[-1][0] == "title":
            self.said.setdefault("title", text.strip())
        if self.silent or (self.fresh and not text.strip()):
            return
        if self.fresh:
            kind = next(iter(self.kinds[-1:]), self.fresh)
            self.paragraphs.append(_Paragraph(kind, self.homes[-1], self.open["main"] > 0))
            self.fresh = None
        self.paragraphs[-1].words.append(text)
        if self.open["a"]:
            self.paragraphs[-1].linked += len(text.strip())

    def _meta(self, told: dict[str, str]) -> None:
        name = (told.get("property") or told.get("name") or told.get("itemprop") or "").lower()
        if name and told.get("content"):
            self.said.setdefault(name, told["content"].strip())


def readable(page: str) -> Readable:
    """The text of a page of HTML: of its article if it marks one, else of its main part, else what reads as prose."""
    reading = _Reading()
    for part in stream(page):
        reading.take(part)
    kept = [paragraph for paragraph in _chosen(reading.paragraphs) if _prose(paragraph)]
    heading = next((one.text for one in reading.paragraphs if one.kind == "h1" and one.text), None)
    named = (reading.said.get(name) for name in _TITLES)
    days = (parse_date(reading.said.get(name)) for name in (*_DATES, "time"))
    return Readable(
        text="\n\n".join(("- " if one.kind == "li" else "") + one.text for one in kept) + "\n" if kept else "",
        title=next(filter(None, named), None) or heading or reading.said.get("title") or None,
        published=next(filter(None, days), None),
    )


def _silent(tag: Tag) -> bool:
    told = tag.attributes
    hidden = "hidden" in told or told.get("aria-hidden", "").lower() == "true"
    styled = re.search(r"display\s*:\s*none|visibility\s*:\s*hidden", told.get("style", ""), re.IGNORECASE)
    return tag.name in _SILENT or hidden or bool(styled) or told.get("role", "").lower() in _AROUND


def _chosen(paragraphs: list[_Paragraph]) -> Iterable[_Paragraph]:
    """The paragraphs of the longest article; without one, of the main part; without that, all that read as prose."""
    homes: dict[int, int] = {}
    for one in paragraphs:
        weight = _weight(one)
        for number in one.homes if weight else ():
            homes[number] = homes.get(number, 0) + weight
    longest = max(homes, key=lambda number: (homes[number], -number), default=0)
    if longest:
        return [one for one in paragraphs if longest in one.homes]
    main = [one for one in paragraphs if one.main]
    return main if sum(map(_weight, main)) else list(_worthy(paragraphs))


def _weight(paragraph: _Paragraph) -> int:
    return len(paragraph.text) if _prose(paragraph) else 0


def _prose(paragraph: _Paragraph) -> bool:
    text = paragraph.text
    return bool(re.search(r"\w", text)) and (paragraph.kind in _HEADINGS or paragraph.linked <= _LINKED * len(text))


def _worthy(paragraphs: Iterable[_Paragraph]) -> Iterator[_Paragraph]:
    """Those that read as sentences, and the headings right above them."""
    above: list[_Paragraph] = []
    for one in paragraphs:
        if one.kind in _HEADINGS and one.text:
            above = [one]
        elif len(one.text.split()) >= _FEW or re.search(r"[.!?…][\"'”’»)]*$", one.text):
            yield from (*above, one)
            above = []
