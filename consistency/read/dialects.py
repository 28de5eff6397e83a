"""Non-prose extensions of Markdown dialects: notes, definitions, marks of generators and editors."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from consistency.types import Span

#: A line's start and what containers put before its words; atomic, as a space may belong to either side of a mark.
_HEAD = r"^(?:[ \t]{0,3}+>[ \t]?+)*+[ \t]{0,3}"
#: The rest of a note: lines up to an empty one, then paragraphs that are indented.
_NOTE = (
    r"[^\r\n]*(?:(?:\r\n?|\n)(?![ \t]*(?:[\r\n]|\Z|`{3}|~{3}))[^\r\n]+)*"
    r"(?:(?:[ \t]*+(?:\r\n?+|\n))++(?:\t| {4})[^\r\n]+)*"
)

#: Words of the signs below, each with a part of the text that it cannot do without, so that most are not looked for.
#: Where a group is named "it", only that is hidden.
_SIGNS = tuple(
    (needed, re.compile(pattern, re.MULTILINE | (re.DOTALL if deep else re.NOFLAG)))
    for needed, deep, pattern in (
        # attribute lists of kramdown, Python-Markdown and Goldmark, on a line of their own
        ("{", False, r"^[ \t]{0,3}\{:?[ \t]*(?:[#.:]|[\w-]+=)[^{}\r\n]*\}[ \t]*$"),
        # fences of directives: Pandoc, Docusaurus, MyST
        (":::", False, r"^[ \t]{0,3}:{3,}[^\r\n]*$"),
        # notes (GFM, Pandoc, MultiMarkdown), also inside the sentence
        ("[^", False, _HEAD + r"\[\^[^\]\s]{1,80}\]:" + _NOTE),
        ("^[", False, r"\^\[[^\[\]\r\n]*+(?:\[[^\[\]\r\n]*+\][^\[\]\r\n]*+)*+\]"),
        # abbreviations (PHP Markdown Extra)
        ("*[", False, r"^[ \t]{0,3}\*\[[^\]\r\n]{1,80}\]:[^\r\n]*$"),
        # tables of contents
        ("toc", False, r"^[ \t]{0,3}\[{1,2}_?(?i:toc)_?\]{1,2}[ \t]*$"),
        ("{:toc", False, r"^[ \t]{0,3}(?:[-*+]|\d+\.)[^\r\n]*(?:\r\n?|\n)\{:toc[^{}\r\n]*\}"),
        # extensions of kramdown, a comment with what it encloses
        ("{::comment", True, r"\{::comment\}.{0,5000}?\{:/(?:comment)?\}"),
        ("{:", False, r"\{:(?::[a-z]++[^{}\r\n]*|/[a-z]*)\}"),
        # files that are put in (PyMdown Snippets)
        ("-8<-", False, r"^[ \t]*-+8<-+[^\r\n]*$"),
        # display mathematics
        ("$$", True, r"(?<![$\\])\$\$(?:(?!\n[ \t]*\n|\$\$).){1,2000}\$\$(?!\$)"),
        # comments, embedded files and names of blocks (Obsidian)
        ("%%", True, r"(?<![\w%])%%(?!%).{0,5000}?%%(?!%)"),
        ("![[", False, r"!\[\[[^\[\]\r\n]{1,300}\]\]"),
        ("^", False, r"(?<=[ \t])\^[A-Za-z0-9-]+[ \t]*$"),
        # changes that an editor proposes (CriticMarkup): what is added stays, what is taken away goes
        ("{-", True, r"\{--.{0,2000}?--\}"),
        ("{>", True, r"\{>>.{0,2000}?<<\}"),
        ("{~", True, r"\{~~(?:(?!~>|~~\}).){0,2000}~>"),
        ("~}", False, r"~~\}"),
        ("{+", False, r"\{\+\+|\+\+\}"),
        ("{=", False, r"\{==|==\}"),
        # marked words (PyMdown, Obsidian)
        ("==", False, r"==(?:(?<![=\w{!`'\"]==)(?=[^\s=}`'\"])|(?<=[^\s={!`'\"]==)(?![=\w}`'\"]))"),
        # shortcodes in square brackets (WordPress)
        ("[", False, r"\[[a-z][a-z_-]*(?:[ \t]+[a-z_-]+=(?:\"[^\"\r\n]*\"|'[^'\r\n]*'))+[ \t]*/?\]"),
        ("[/", False, r"\[/[a-z][a-z_-]*\]"),
        # boxes of a list of tasks (GFM)
        ("[", False, _HEAD + r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?P<it>\[[ xX]\][ \t])"),
        # code that is run (R Markdown), roles (MyST)
        ("`r ", False, r"`r [^`\r\n]+`"),
        ("}`", False, r"(?<![^\s(])\{[a-z][\w:+-]*\}(?=`[^`\r\n]+`)"),
        # pictograms by their names
        (":", False, r"(?<![\w:/]):[a-z][a-z0-9_+-]{0,40}[a-z0-9]:(?![\w:/])"),
    )
)
#: The first line of an admonition or tab (Python-Markdown, PyMdown), under which its text is indented; and the mark of
#: a definition under its term (PHP Markdown Extra).
_ITEM = re.compile(
    r"^[ \t]*(?P<line>(?:!!!|\?\?\?\+?|===[!+]?)[ \t]+[\"\w][^\r\n]*)$"
    r"|(?<=\S)(?:\r\n?|\n)[ \t]{0,3}(?P<mark>:)(?=[ \t]+\S)",
    re.MULTILINE,
)
_ITEM_HINT = re.compile(r"!!!|\?\?\?|===|[\r\n][ \t]{0,3}:[ \t]")
_FENCE = re.compile(_HEAD + r"(?:(?:[-*+]|\d{1,9}[.)])[ \t]++)*+[ \t]*(`{3,}|~{3,})([^\r\n]*)$", re.MULTILINE)


class Ranges:
    """Sorted disjoint ranges with a containment test."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]

    def __contains__(self, at: int) -> bool:
        place = bisect_right(self._starts, at) - 1
        return place >= 0 and at < self._ends[place]


def signs(text: str) -> Iterator[Span]:
    """The ranges outside code blocks that are not prose."""
    code = Ranges(fences(text))
    low = text.lower()
    for needed, sign in _SIGNS:
        if needed in low:
            for match in sign.finditer(text):
                if match.start() not in code:
                    yield Span(*match.span("it" if "it" in sign.groupindex else 0))


def fences(text: str) -> tuple[Span, ...]:
    """Fenced code blocks; an unclosed one extends to the end."""
    found: list[Span] = []
    opened: re.Match[str] | None = None
    for match in _FENCE.finditer(text):
        if opened is None:
            # The info string after backticks has no backtick: that would be inline code.
            opened = None if match[1][0] == "`" and "`" in match[2] else match
        elif match[1].startswith(opened[1]) and not match[2].strip():
            found.append(Span(opened.start(), match.end()))
            opened = None
    return (*found, Span(opened.start(), len(text))) if opened else tuple(found)


def items(text: str) -> Iterator[tuple[Span, str]]:
    """Lines that standard Markdown does not know, with replacements for their first characters that it parses alike.

    The first line of an admonition is not prose; the mark of a definition is a single character.
    """
    if not _ITEM_HINT.search(text):
        return
    code = Ranges(fences(text))
    for match in _ITEM.finditer(text):
        if match.start() not in code:
            yield (Span(*match.span("line")), "-   ") if match["line"] else (Span(*match.span("mark")), "-")
