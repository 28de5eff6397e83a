"""Fold typography (quotes, dashes, spaces, Unicode forms) with a mapping to the raw offsets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from html.entities import html5

from consistency.types import Span

#: Typographic quotes; converted files also use primes.
_QUOTES = {"'": "‘’‚‛‹›´ʼʹ′＇", '"': "“”„‟«»″＂〝〞〟"}
#: Hyphens: U+2010, U+2011, small and fullwidth hyphen, minus sign.
_HYPHENS = "\u2010\u2011\ufe63\uff0d\u2212"
#: Dashes: figure, en, em dash, horizontal bar, two- and three-em dash.
_DASHES = "\u2012-\u2015\u2e3a\u2e3b"
#: Latin ligatures (Unicode block "Alphabetic Presentation Forms", FB00 to FB06) and the ellipsis.
_LIGATURES = "ﬀﬁﬂﬃﬄﬅﬆ…"
#: Fullwidth letters, digits and signs used with figures; CJK punctuation is not folded.
_FULLWIDTH = (
    "".join(map(chr, (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)))) + "＄％＋＃＆＠"
)
#: Invisible characters: control characters, soft hyphen, zero-width and bidirectional marks, byte-order
#: mark, variation selectors, annotation marks (Unicode categories Cc and Cf without the Arabic signs).
_INVISIBLE = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
)
_PLAIN = {
    **{char: plain for plain, chars in _QUOTES.items() for char in chars},
    **dict.fromkeys(_HYPHENS, "-"),
    **{char: unicodedata.normalize("NFKC", char) for char in _LIGATURES + _FULLWIDTH},
}
_GONE = re.compile(f"[{_INVISIBLE}]")

#: Text that needs no folding: printable characters and single spaces, except the signs above.
_SIMPLE_CLASS = rf"[^\s&{_INVISIBLE}{''.join(_PLAIN)}]+"
_SIMPLE = re.compile(f"{_SIMPLE_CLASS}(?: {_SIMPLE_CLASS})*")
_SIMPLE_ASCII = re.compile(r"[!-%'-~]+(?: [!-%'-~]+)*")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_DASH = re.compile(rf" ?(?:[{_DASHES}]|(?<!-)-{{2,3}}(?!-)) ?")
_TIGHT = re.compile(r"[\w%$€£¥]")
_SPACES = re.compile(" {2,}")
_QUOTED = re.compile(r"(?<!')''(?!')|(?<!`)``(?!`)|`")
#: Maximum number of combining marks composed with a letter; real text has a few.
_MARKS = 30

Rewrite = Callable[["Folded", "re.Match[str]"], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """Folded ``text``; character ``i`` of it stands for ``starts[i]`` to ``ends[i]`` of the raw text."""

    text: str
    starts: list[int]
    ends: list[int]

    def raw(self, start: int, end: int) -> Span:
        """The raw range of a non-empty range of the folded text."""
        return Span(self.starts[start], self.ends[end - 1])

    def cut(self, start: int, end: int) -> Folded:
        """The part of the folding for a range."""
        return Folded(text=self.text[start:end], starts=self.starts[start:end], ends=self.ends[start:end])


def fold(raw: str, span: Span | None = None, gaps: Iterable[Span] = ()) -> Folded:
    """The folded form of a range of ``raw`` without its ``gaps``, stripped.

    Offsets count from the start of ``raw``. Composed (NFC); straight quotes; "-" for hyphens and
    minus; " - " for dashes; single spaces; "..." ; HTML entities decoded; invisible characters gone.
    """
    builder = _Builder(raw)
    for piece in _pieces(span or Span(0, len(raw)), gaps):
        builder.add(piece)
    folded = builder.folded()
    for pattern, rewrite in ((_SPACES, _plainer), (_DASH, _dashed), (_QUOTED, _plainer), (_SPACES, _plainer)):
        folded = rewritten(folded, pattern, rewrite)
    return _stripped(folded)


def _pieces(span: Span, gaps: Iterable[Span]) -> Iterator[Span]:
    start = span.start
    for gap in gaps:
        if gap.end <= start or gap.start >= span.end:
            continue
        if gap.start > start:
            yield Span(start, gap.start)
        start = gap.end
    if start < span.end:
        yield Span(start, span.end)


class _Builder:
    """Collects folded characters with their raw ranges."""

    def __init__(self, raw: str = "") -> None:
        self.raw = raw
        self.parts: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []

    def folded(self) -> Folded:
        return Folded(text="".join(self.parts), starts=self.starts, ends=self.ends)

    def put(self, text: str, start: int, end: int) -> None:
        self.parts.append(text)
        self.starts.extend([start] * len(text))
        self.ends.extend([end] * len(text))

    def add(self, span: Span) -> None:
        composed = unicodedata.is_normalized("NFC", span.cut(self.raw))
        simple = _SIMPLE if composed else _SIMPLE_ASCII
        at = span.start
        while at < span.end:
            run = simple.match(self.raw, at, span.end)
            if run is None:
                at = self._special(at, span.end)
                continue
            # a combining mark belongs to the character before it
            end = run.end() - (not composed and self._marked(run.end(), span.end))
            self.parts.append(self.raw[at:end])
            self.starts.extend(range(at, end))
            self.ends.extend(range(at + 1, end + 1))
            at = self._special(end, span.end) if end < run.end() else end

    def _marked(self, at: int, stop: int) -> bool:
        return at < stop and self.raw[at] >= "\u0300" and _joins(self.raw[at - 1], self.raw[at])

    def _special(self, at: int, stop: int) -> int:
        char, end = self.raw[at], at + 1
        if char == "&":
            return self._entity(at, stop)
        if char.isspace():
            self.put(" ", at, end)
            return end
        while end < min(stop, at + _MARKS) and self.raw[end] >= "\u0300" and _joins(char, self.raw[end]):
            char = unicodedata.normalize("NFC", char + self.raw[end])
            end += 1
        # a mark after a ligature belongs to its last letter
        self.put(unicodedata.normalize("NFC", "".join(map(_plain, char))), at, end)
        return end

    def _entity(self, at: int, stop: int) -> int:
        entity = _ENTITY.match(self.raw, at, stop)
        if entity is None or (entity[0][1] != "#" and entity[0][1:] not in html5):
            self.put("&", at, at + 1)
            return at + 1
        decoded = unescape(entity[0])
        self.put("".join(" " if char.isspace() else _plain(char) for char in decoded), at, entity.end())
        return entity.end()


def _joins(before: str, char: str) -> bool:
    """Whether ``char`` combines with the preceding character."""
    return unicodedata.combining(char) != 0 or len(unicodedata.normalize("NFC", before[-1] + char)) == 1


def _plain(char: str) -> str:
    return "" if _GONE.match(char) else _PLAIN.get(char, char)


def rewritten(folded: Folded, pattern: re.Pattern[str], rewrite: Rewrite) -> Folded:
    """Replace matches with ``rewrite``; characters keep their raw offsets as far as possible."""
    matches = list(pattern.finditer(folded.text))
    if not matches:
        return folded
    builder, last = _Builder(), 0
    for match in matches:
        new = rewrite(folded, match)
        if new != match.group():
            _copy(folded, last, match.start(), builder)
            _replace(folded, match, new, builder)
            last = match.end()
    _copy(folded, last, len(folded.text), builder)
    return builder.folded()


def _copy(folded: Folded, start: int, end: int, builder: _Builder) -> None:
    builder.parts.append(folded.text[start:end])
    builder.starts.extend(folded.starts[start:end])
    builder.ends.extend(folded.ends[start:end])


def _replace(folded: Folded, match: re.Match[str], new: str, builder: _Builder) -> None:
    start, end = match.span()
    if new == " - ":
        core = start + len(match.group()) - len(match.group().lstrip(" "))
        last = start + len(match.group().rstrip(" ")) - 1
        for char, first, final in (
            (" ", start, max(start, core - 1)),
            ("-", core, last),
            (" ", min(last + 1, end - 1), end - 1),
        ):
            builder.put(char, folded.starts[first], folded.ends[final])
        return
    builder.put(new, folded.starts[start], folded.ends[end - 1])


def _dashed(folded: Folded, match: re.Match[str]) -> str:
    """A dash between words becomes " - "; between figures or within a compound, "-"."""
    text, (start, end) = folded.text, match.span()
    before, after = text[start - 1 : start], text[end : end + 1]
    spaced = match.group() != match.group().strip(" ")
    if not spaced and before.isdigit() and after.isdigit():
        return "-"
    if not spaced and match.group() in "\u2012\u2013" and _TIGHT.match(before) and _TIGHT.match(after):
        return "-"
    return " - "


def _plainer(folded: Folded, match: re.Match[str]) -> str:
    if match.group() in ("''", "``"):
        return '"'
    return "'" if match.group() == "`" else " "


def _stripped(folded: Folded) -> Folded:
    start = len(folded.text) - len(folded.text.lstrip(" "))
    end = len(folded.text.rstrip(" "))
    if start == 0 and end == len(folded.text):
        return folded
    return folded.cut(start, max(start, end))
