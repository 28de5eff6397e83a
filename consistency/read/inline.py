"""Inline Markdown: the ranges of markup that a reader does not see."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from consistency.types import Span

_TOKEN = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~\r\n])|(?P<code>`+)|(?P<url>\b(?:https?://|www\.)[^\s<>\"'()\[\]*]+)|(?P<html><)|"
    r"(?P<note>\[\^[^\]\s]{1,80}\]:?)|(?P<wiki>\[\[[^\[\]\r\n|]{1,200}(?:\|[^\[\]\r\n|]{1,200})?\]\])|"
    r"(?P<image>!\[)|(?P<open>\[)|(?P<close>\])|(?P<emphasis>\*+|_+)|(?P<struck>~~(?!~))|"
    r"(?P<attributes>\{[ \t]?(?:[#.:]|[\w-]+=)[^{}\r\n]{0,200}\})|(?P<callout>(?<=\ue000)\[![A-Za-z]+\][-+]?)"
)
_CALLOUT = re.compile(r"[\s\ue000]*(\[![A-Za-z]+\][-+]?)")
#: Tags with quoted and JSX attributes; atomic groups prevent backtracking.
TAG = re.compile(r"</?[A-Za-z](?:[^<>\"'{}]|\"[^\"<]*\"|'[^'<]*'|\{[^{}<]*\})*+>|<[!?](?!--)[^<>]*+>|<>|</>", re.DOTALL)
_AUTOLINK = re.compile(r"<((?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*+)|[\w.+-]++@[\w.-]++)>")
_TARGET = re.compile(
    r"\(\s*+(?:<[^<>\r\n]*+>|(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*+\))*+)"
    r"(?:\s++(?:\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\)))?\s*+\)",
    re.DOTALL,
)
_LABEL = re.compile(r"\[([^\[\]]{0,200})\]")
_CODE_RUN = re.compile(r"`+")
#: Maximum nesting of brackets; outer ones are dropped beyond it.
_DEEPEST = 200


@dataclass(slots=True)
class _Run:
    """A run of emphasis marks; ``left`` of them, from ``start``, are unused."""

    order: int
    start: int
    end: int
    opens: bool
    closes: bool


@dataclass(slots=True)
class _Scan:
    """One pass over a stretch of text."""

    text: str
    references: Collection[str]
    normal: Callable[[str], str]
    gaps: list[Span] = field(default_factory=list)
    brackets: list[tuple[int, bool]] = field(default_factory=list)
    runs: list[tuple[str, _Run]] = field(default_factory=list)
    struck: int = -1
    comments: bool = True
    code: dict[int, list[int]] = field(default_factory=dict)


def inline_gaps(text: str, references: Collection[str], normal: Callable[[str], str]) -> list[Span]:
    """Sorted disjoint ranges of markup: marks, link targets, images, tags, comments, footnote marks."""
    scan = _Scan(text, references, normal)
    for run in _CODE_RUN.finditer(text):
        scan.code.setdefault(len(run.group()), []).append(run.start())
    for starts in scan.code.values():
        starts.reverse()
    callout = _CALLOUT.match(text)
    at = callout.end() if callout else 0
    if callout:
        scan.gaps.append(Span(*callout.span(1)))
    while match := _TOKEN.search(text, at):
        at = _STEPS[str(match.lastgroup)](scan, match)
    scan.gaps += _emphasis(scan.runs)
    return merged(scan.gaps)


def merged(gaps: list[Span]) -> list[Span]:
    """Sorted ranges, with touching and overlapping ones merged."""
    joined: list[Span] = []
    for gap in sorted(gaps):
        if joined and gap.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, gap.end))
        else:
            joined.append(gap)
    return joined


def _escape(scan: _Scan, match: re.Match[str]) -> int:
    scan.gaps.append(Span(match.start(), match.start() + 1))
    return match.end()


def _code(scan: _Scan, match: re.Match[str]) -> int:
    """A code span: the backticks are markup, the content is verbatim prose."""
    # After an escaped backtick the run is shorter than any counted one, so nothing closes it.
    starts = scan.code.get(len(match.group()), [])
    while starts and starts[-1] <= match.start():
        starts.pop()
    if not starts:
        return match.end()
    close = starts.pop()
    length = len(match.group())
    scan.gaps += [Span(*match.span()), Span(close, close + length)]
    return close + length


def _skip(scan: _Scan, match: re.Match[str]) -> int:
    return match.end()


def _gap(scan: _Scan, match: re.Match[str]) -> int:
    scan.gaps.append(Span(*match.span()))
    return match.end()


def _note(scan: _Scan, match: re.Match[str]) -> int:
    """A footnote mark; a following colon is markup only at the start of the note."""
    opens = not scan.text[: match.start()].strip("\ue000 \t\r\n")
    end = match.end() if opens else match.start() + match.group().index("]") + 1
    scan.gaps.append(Span(match.start(), end))
    return end


def _wiki(scan: _Scan, match: re.Match[str]) -> int:
    shown = match.start() + match.group().rfind("|") + 1 if "|" in match.group() else match.start() + 2
    scan.gaps += [Span(match.start(), shown), Span(match.end() - 2, match.end())]
    return match.end()


def _html(scan: _Scan, match: re.Match[str]) -> int:
    at = match.start()
    if scan.text.startswith("<!--", at):
        close = scan.text.find("-->", at) if scan.comments else -1
        if close < 0:
            # nothing closes the later ones either
            scan.comments = False
            return match.end()
        scan.gaps.append(Span(at, close + 3))
        return close + 3
    if link := _AUTOLINK.match(scan.text, at):
        scan.gaps += [Span(at, at + 1), Span(link.end() - 1, link.end())]
        return link.end()
    if tag := TAG.match(scan.text, at):
        scan.gaps.append(Span(*tag.span()))
        return tag.end()
    return match.end()


def _bracket(scan: _Scan, match: re.Match[str]) -> int:
    if len(scan.brackets) >= _DEEPEST:
        del scan.brackets[0]
    scan.brackets.append((match.start(), match.lastgroup == "image"))
    return match.end()


def _close(scan: _Scan, match: re.Match[str]) -> int:
    """The end of a link or image, or a literal bracket."""
    if not scan.brackets:
        return match.end()
    start, image = scan.brackets.pop()
    inner = start + (2 if image else 1)
    end = _target(scan, inner, match)
    if end is None:
        return match.end()
    scan.gaps += [Span(start, end)] if image else [Span(start, inner), Span(match.start(), end)]
    return end


def _target(scan: _Scan, inner: int, match: re.Match[str]) -> int | None:
    """The end of the link target after a closing bracket; None if there is none."""
    if target := _TARGET.match(scan.text, match.end()):
        return target.end()
    if match.start() - inner > 300:
        return None
    words = scan.text[inner : match.start()]
    if label := _LABEL.match(scan.text, match.end()):
        return label.end() if scan.normal(label[1] or words) in scan.references else None
    return match.end() if scan.normal(words) in scan.references else None


def _mark(scan: _Scan, match: re.Match[str]) -> int:
    """A run of emphasis marks, with what the rules of CommonMark let it do ("5 * 3" and "a_b" do nothing)."""
    before = scan.text[match.start() - 1 : match.start()] or " "
    after = scan.text[match.end() : match.end() + 1] or " "
    space = (before.isspace() or before == "\ue000", after.isspace() or after == "\ue000")
    sign = (not before.isalnum() and not space[0], not after.isalnum() and not space[1])
    left = not space[1] and (not sign[1] or space[0] or sign[0])
    right = not space[0] and (not sign[0] or space[1] or sign[1])
    word = match.group()[0] == "_"
    opens = left and (not word or not right or sign[0])
    closes = right and (not word or not left or sign[1])
    scan.runs.append((match.group()[0], _Run(len(scan.runs), match.start(), match.end(), opens, closes)))
    return match.end()


def _strike(scan: _Scan, match: re.Match[str]) -> int:
    """Struck-out words count as deleted, not as prose."""
    if scan.struck >= 0:
        scan.gaps.append(Span(scan.struck, match.end()))
        scan.struck = -1
    else:
        scan.struck = match.start()
    return match.end()


def _emphasis(runs: list[tuple[str, _Run]]) -> list[Span]:
    """Pair up marks, nearest first; unpaired marks are text."""
    gaps: list[Span] = []
    open_runs: dict[str, list[_Run]] = {"*": [], "_": []}
    for char, run in runs:
        stack = open_runs[char]
        while run.closes and run.start < run.end and stack:
            opener = stack[-1]
            used = 2 if min(opener.end - opener.start, run.end - run.start) >= 2 else 1
            gaps += [Span(opener.end - used, opener.end), Span(run.start, run.start + used)]
            opener.end -= used
            run.start += used
            _forget(open_runs["_" if char == "*" else "*"], opener.order)
            if opener.start >= opener.end:
                stack.pop()
        if run.opens and run.start < run.end:
            stack.append(run)
    return gaps


def _forget(stack: list[_Run], order: int) -> None:
    while stack and stack[-1].order > order:
        stack.pop()


_STEPS: dict[str, Callable[[_Scan, re.Match[str]], int]] = {
    "escape": _escape,
    "code": _code,
    "url": _skip,
    "html": _html,
    "note": _note,
    "wiki": _wiki,
    "image": _bracket,
    "open": _bracket,
    "close": _close,
    "emphasis": _mark,
    "struck": _strike,
    "attributes": _gap,
    "callout": _gap,
}
