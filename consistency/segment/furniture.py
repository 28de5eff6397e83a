"""Text of a page that is not part of the story: navigation, credits, bylines, notices."""

from __future__ import annotations

import re
from functools import cache

from consistency.segment.words import table

_END = r"[\s.!:>»|-]*"
_BYLINE = re.compile(
    r"[Bb][Yy] (?:[A-Z][\w.-]*+(?:'[A-Z]\w++)?+(?:,| and| &| of| in| for| the|/)?+ ?+){1,10}(?:\|.{0,40})?"
)

#: Maximum length in characters of a furniture line, a caption with credit, and a navigation line.
_LONGEST_LINE, _LONGEST = 120, 400


@cache
def _pattern(key: str, after: str = "") -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(table('furniture')[key])}){after}", re.IGNORECASE)


def is_chrome(text: str) -> bool:
    """Whether a line or sentence is a button, a label or a notice of the page."""
    return len(text) <= _LONGEST_LINE and _pattern("lines", _END).fullmatch(text) is not None


def is_furniture(text: str) -> bool:
    """Whether a paragraph is not part of the story: navigation, credit, caption, byline, notice."""
    if len(text) > _LONGEST:
        return False
    return (
        is_chrome(text)
        or bool(_pattern("openings").match(text))
        or bool(_pattern("credits", _END + "$").search(text[-130:]))
        or _is_byline(text)
    )


def _is_byline(text: str) -> bool:
    return len(text) <= 80 and _BYLINE.fullmatch(text) is not None
