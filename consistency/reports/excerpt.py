"""The passage around a place, cut to a readable length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consistency.reports.safe import clean

if TYPE_CHECKING:
    from consistency.types import Span
    from consistency.types.lines import Lines

#: Characters of the passage shown on each side of the words in question.
CONTEXT = 120

#: Only the beginning and the end of a longer range are shown.
LONGEST = 600


def quote(lines: Lines, span: Span, context: int = CONTEXT) -> tuple[str, str, str]:
    """The words before, inside and after the span, safe to print; an ellipsis marks omitted text."""
    first, last = lines.around(span.start, span.end)
    text = lines.text
    return (
        _tail(clean(text[first : span.start].removeprefix("\ufeff" if first == 0 else "")), context),
        _middle(clean(span.cut(text))),
        _head(clean(text[span.end : last]), context),
    )


def _tail(words: str, most: int) -> str:
    words = words.lstrip(" ")
    if len(words) <= most:
        return words
    return "… " + words[-most:].partition(" ")[2]


def _head(words: str, most: int) -> str:
    words = words.rstrip(" ")
    if len(words) <= most:
        return words
    return words[:most].rpartition(" ")[0] + " …"


def _middle(words: str) -> str:
    half = LONGEST // 2
    return words if len(words) <= LONGEST else f"{words[:half]} … {words[-half:]}"
