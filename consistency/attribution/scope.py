"""What an attribution covers: which words of a sentence a source is given for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from consistency.attribution.sources import after
from consistency.language.surface import Token, words
from consistency.types import Span


def addressee(found: Sequence[Token], at: int) -> int:
    """The token after the person spoken to, where the verb has one."""
    if found[at].lower in words("language/speech", "addressed"):
        phrase = after(found, at + 1)
        if phrase is not None:
            return phrase[1]
    return at + 1


def closing(found: Sequence[Token], at: int) -> bool:
    """Whether nothing that could be said follows: a mark, the end, or when and where it was said."""
    if at >= len(found):
        return True
    token = found[at]
    if token.lower == "that" or token.text == ":":
        return False
    return (
        not token.word
        or token.lower in words("language/speech", "times")
        or token.lower in words("language/speech", "prepositions")
    )


def reach(found: Sequence[Token], at: int, text: str) -> int:
    """Where the words about the saying end: at the next comma or quotation mark, else with the sentence."""
    for token in found[at + 1 :]:
        if token.text in (",", '"', ";") or (token.text == "." and token.end >= len(text.rstrip(' "'))):
            return token.start
    return len(text)


def content(found: Sequence[Token], at: int) -> int:
    """The token where what is said begins: behind the person spoken to, or where and when, if "that" follows."""
    follower = found[at + 1].lower if at + 1 < len(found) else ""
    if follower in words("language/speech", "prepositions") or found[at].lower in words("language/speech", "addressed"):
        for number in range(at + 1, min(at + 16, len(found))):
            if found[number].lower == "that":
                return number
            if not found[number].word and found[number].text != "'s":
                break
    return at + 1


def said(text: str, found: Sequence[Token], whole: Span) -> tuple[Span, ...]:
    """What a speech tag covers: all before it; what follows only where the same sentence or speech goes on."""
    scope = around(text, found, whole)
    rest = [token for token in found if token.start >= whole.end and token.word]
    mark = text[whole.end :].lstrip(" ,")[:1]
    if mark == '"' or not rest or rest[0].lower in words("language/speech", "goes_on"):
        return scope
    other = rest[0].lower in words("language/speech", "openers") or rest[0].lower in words(
        "language/speech", "prepositions"
    )
    if other or rest[0].lower.endswith("ing"):
        return tuple(span for span in scope if span.end <= whole.start)
    return scope


def counted(text: str, found: Sequence[Token], scope: tuple[Span, ...]) -> tuple[Span, ...]:
    """A scope of data or a document without what the narrator adds between commas about somebody named.

    "China, the region's largest lender, is owed $2 billion, according to the bank": the bank counts, the
    narrator ranks.
    """
    commas = [n for n, token in enumerate(found) if token.text == ","]
    for first, second in pairwise(commas):
        inside = found[first + 1 : second]
        if first and inside and found[first - 1].capital and _describes(found, first, second):
            span = Span(found[first].start, found[second].end)
            scope = tuple(part for one in scope for part in _without(text, one, span))
    return scope


def _describes(found: Sequence[Token], first: int, second: int) -> bool:
    inside = found[first + 1 : second]
    owned = any(token.text == "'s" for token in inside[:4])
    opened = inside[0].lower in words("language/speech", "determiners") or owned
    listed = second + 1 < len(found) and found[second + 1].lower in ("and", "or")
    return opened and not listed and not inside[-1].capital and len(inside) > 1


def _without(text: str, one: Span, cut: Span) -> list[Span]:
    if not one.overlaps(cut):
        return [one]
    parts = [bare(text, one.start, cut.start), bare(text, cut.end, one.end)]
    return [part for part in parts if part.start < part.end]


def around(text: str, found: Sequence[Token], whole: Span) -> tuple[Span, ...]:
    """What an attribution inside or behind a sentence covers: the clause on both sides of it."""
    start, end = 0, len(text.rstrip(" .")) or len(text)
    for number, token in enumerate(found):
        follower = found[number + 1].lower if number + 1 < len(found) else ""
        if token.text == ";" and token.end <= whole.start:
            start = found[number + 1].start if number + 1 < len(found) else token.end
        elif (
            token.text == ";" or (token.text == "," and follower in words("language/speech", "turns"))
        ) and token.start >= whole.end:
            end = min(end, token.start)
    return tuple(span for span in (bare(text, start, whole.start), bare(text, whole.end, end)) if span.start < span.end)


def following(text: str, found: Sequence[Token], at: int) -> tuple[Span, ...]:
    """What an attribution in front covers: all that follows, until the narrator takes over."""
    start = found[at].start if at < len(found) else len(text)
    if at < len(found) and found[at].lower == "that" and at + 1 < len(found):
        start = found[at + 1].start
    end = len(text.rstrip(" .")) or len(text)
    for number in range(at, len(found)):
        token = found[number]
        follower = found[number + 1].lower if number + 1 < len(found) else ""
        if token.text == ";" or (token.text == "," and follower in words("language/speech", "turns")):
            end = token.start
            break
    span = bare(text, start, end)
    return (span,) if span.start < span.end else ()


def bare(text: str, start: int, end: int) -> Span:
    """A range without spaces and commas at its ends."""
    while start < end and text[start] in " ,;":
        start += 1
    while start < end and text[end - 1] in " ,;":
        end -= 1
    return Span(start, end)
