"""What a terminal or a runner would make of printed bytes, worked out apart from the program."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import strategies as st

#: What stands in the text and hides, acts or reorders, whatever it is next to (none of it is in the Latin script).
_HIDING = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e0fff]"
)

#: Pieces of hostile text: words, marks of every syntax that a report is read in, and what cannot be seen.
PIECES = (
    "mill", "12 barns", "a", " ", "\n", "\r\n", "\r", "\t", "\v", "\f", "\x00", "\x07", "\x1b", "\x1b[2J",
    "\x1b]0;t\x07", "\x1b[31m", "\x7f", "\x85", "\x9b2J", "\x9d0;t\x9c", "\u2028", "\u2029", "\u061c",
    "\u200b", "\u200c", "\u200d",
    "\u200e", "\u200f", "\u202a", "\u202e", "\u2060", "\u2066", "\u2069", "\ufeff", "\ufe0f", "\ufe01", "\U000e0100",
    "\U000e0001", "\U000e0041", "\U000e007f", "\u034f", "\u3164", "\ufff9", "\ufffe", "\U0001ffff", "::error::x",
    "::set-output name=a::b", "::add-mask::mill", "::stop-commands::mill", "##[error]x", "##[add-mask]mill",
    "##vso[task.complete]x", "::", ":", "##", "[", "%0A::error::x", ",", "=1+1", "<b>", "&", "@desk", "#12", "GH-12",
    "`", "|", "]]>", "\\", "'", '"',
)  # fmt: skip

HOSTILE = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)

#: The same as the system may name a file: bytes that are no UTF-8 come as half surrogates.
NAMES = st.lists(st.sampled_from([*PIECES, "\udcff", "\udc80"]), min_size=1, max_size=8).map(
    lambda pieces: "".join(pieces).replace("\x00", "").replace("/", "")[:40] + ".md"
)


def raw(text: str) -> set[str]:
    """The characters of printed text that are unprintable, line feeds apart."""
    return {
        f"U+{ord(sign):04X}"
        for sign in text
        if (sign != "\n" and unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp")) or _HIDING.match(sign)
    }


def commands(text: str) -> list[str]:
    """The lines that a runner would obey, where it ignores, as .NET's comparisons can, what cannot be seen."""
    lines = re.split(r"\r\n|\r|\n", _HIDING.sub("", text.replace("\xad", "")))
    return [line for line in lines if line.lstrip().startswith("::") or re.search(r"##[\w.]*\[", line)]


def decoded(content: bytes) -> str:
    """Printed bytes as text; bytes that are no UTF-8 are half surrogates."""
    return content.decode("utf-8", "surrogateescape")
