"""Classify paragraphs as headline, standfirst, body or furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from consistency.segment.dateline import is_dateline
from consistency.segment.fold import Folded
from consistency.segment.words import listed, table
from consistency.types import Block, BlockKind, SentenceKind

#: Maximum words of a headline (usually up to fifteen) and sentences of a standfirst.
_HEADLINE_WORDS, _STANDFIRST_WORDS = 25, 40
#: A line between paragraphs without a full stop and at most this long is a crosshead or a link to another story.
_INSERT_WORDS = 16
#: A missing full stop is significant only if at least this share of the paragraphs has one.
_PUNCTUATED = 0.6
#: The words of a standfirst recur in one later sentence: minimum share and number of its content words.
_REPEATED, _CONTENT_WORDS = 0.75, 6

_ENDED = re.compile(r"""[.!?;:,…。！？।]["')\]]*$""")
_STOPPED = re.compile(r"""[.!?…。！？।]["')\]]*$""")
_WORD = re.compile(r"[^\W\d_][\w'-]*|\d[\d.,]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A block with its folded text and the ranges of its sentences."""

    index: int
    block: Block
    folded: Folded
    ranges: tuple[tuple[int, int], ...]
    emphasised: bool = False
    linked: bool = False

    @property
    def text(self) -> str:
        """The folded words."""
        return self.folded.text

    @property
    def words(self) -> int:
        """Number of words."""
        return self.text.count(" ") + 1


def kinds(passages: Sequence[Passage], title: str | None) -> tuple[SentenceKind, ...]:
    """The kind of each passage; body if unclear."""
    found = [_by_itself(passage) for passage in passages]
    story = [i for i, kind in enumerate(found) if kind is SentenceKind.BODY]
    prose = [i for i in story if passages[i].block.kind is BlockKind.PARAGRAPH]
    if title:
        _mark_title(passages, found, title, story)
    if len(story) > 1 and _is_punctuated([passages[i] for i in prose]):
        _mark_head(passages, found)
        _mark_inserts(passages, found)
    _mark_summary(passages, found)
    return tuple(found)


def _by_itself(passage: Passage) -> SentenceKind:
    if is_furniture(passage.text) or (passage.linked and not _STOPPED.search(passage.text)):
        return SentenceKind.FURNITURE
    if is_dateline(passage.text):
        return SentenceKind.DATELINE
    return SentenceKind.HEADLINE if passage.block.kind is BlockKind.HEADING else SentenceKind.BODY


def _is_punctuated(prose: Sequence[Passage]) -> bool:
    ended = sum(_STOPPED.search(passage.text) is not None for passage in prose)
    return ended > 0 and ended >= _PUNCTUATED * (len(prose) - 1)


def _mark_title(passages: Sequence[Passage], found: list[SentenceKind], title: str, story: Sequence[int]) -> None:
    wanted = _words(title)
    for i in story[:3]:
        if wanted and _words(passages[i].text) == wanted:
            found[i] = SentenceKind.HEADLINE


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _mark_head(passages: Sequence[Passage], found: list[SentenceKind]) -> None:
    """Mark the first line as headline and the text before the lead as standfirst, by length and full stop."""
    first = next(i for i, kind in enumerate(found) if kind is not SentenceKind.FURNITURE)
    if found[first] is SentenceKind.BODY and _heads(passages, first, _HEADLINE_WORDS):
        found[first] = SentenceKind.HEADLINE
    after = next((i for i in range(first + 1, len(found)) if found[i] is SentenceKind.BODY), None)
    if found[first] is not SentenceKind.HEADLINE or after is None:
        return
    if _heads(passages, after, _STANDFIRST_WORDS) or passages[after].emphasised:
        found[after] = SentenceKind.STANDFIRST


def _heads(passages: Sequence[Passage], at: int, longest: int) -> bool:
    """Whether a line without a full stop precedes a longer paragraph that has one."""
    passage = passages[at]
    if passage.block.kind is not BlockKind.PARAGRAPH or passage.words > longest:
        return False
    following = [other for other in passages[at + 1 : at + 4] if other.block.kind is BlockKind.PARAGRAPH]
    body = any(_STOPPED.search(other.text) and other.words > 8 for other in following)
    return body and (not _ENDED.search(passage.text) or _is_titled(passage))


def _is_titled(passage: Passage) -> bool:
    """Whether a line that ends in "?" or "!" is capitalised like a title."""
    words = [word for word in _WORD.findall(passage.text) if len(word) > 3]
    capitals = sum(word[0].isupper() for word in words)
    return passage.text.rstrip("\"'")[-1:] in "?!" and len(words) > 2 and capitals >= 0.8 * len(words)


def _mark_inserts(passages: Sequence[Passage], found: list[SentenceKind]) -> None:
    """Short lines without a full stop after the story began: crossheads, links to other stories, page chrome."""
    begun = False
    for i, passage in enumerate(passages):
        if found[i] is not SentenceKind.BODY or passage.block.kind is not BlockKind.PARAGRAPH:
            continue
        if begun and passage.words <= _INSERT_WORDS and not _ENDED.search(passage.text):
            found[i] = SentenceKind.FURNITURE
        begun = begun or _STOPPED.search(passage.text) is not None


def _mark_summary(passages: Sequence[Passage], found: list[SentenceKind]) -> None:
    """Mark the first paragraph as standfirst if nearly all its words recur in one later sentence."""
    body = [i for i, kind in enumerate(found) if kind is SentenceKind.BODY]
    if len(body) < 4 or SentenceKind.STANDFIRST in found or len(passages[body[0]].ranges) > 1:
        return
    content = _content(passages[body[0]].text)
    if len(content) < _CONTENT_WORDS:
        return
    for i in body[1:]:
        for start, end in passages[i].ranges:
            if len(content & _content(passages[i].text[start:end])) >= _REPEATED * len(content):
                found[body[0]] = SentenceKind.STANDFIRST
                return


def _content(text: str) -> frozenset[str]:
    return frozenset(word for word in _words(text) if word not in listed("empty"))


def sentence_kind(kind: SentenceKind, text: str) -> SentenceKind:
    """The kind of a sentence in a passage: a button label inside a paragraph is furniture."""
    return SentenceKind.FURNITURE if kind is SentenceKind.BODY and is_chrome(text) else kind


# ---- furniture: navigation, credits, bylines, notices

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
