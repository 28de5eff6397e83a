"""Articles and their blocks, sentences and words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from consistency.types.request import Request
from consistency.types.span import Span


class Role(StrEnum):
    """The role of an article in a check."""

    DRAFT = "draft"
    SOURCE = "source"
    PEER = "peer"


class BlockKind(StrEnum):
    """The kind of a block according to the layout."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"
    CELL = "cell"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A range of prose in the raw text; ``gaps`` are ranges of markup inside it."""

    kind: BlockKind
    span: Span
    gaps: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A source as listed by an article: ``place`` is a path or URL, or "" if missing.

    ``sha256`` is the hexadecimal digest that its file must have.
    """

    place: str = ""
    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text as read: ``text`` is the decoded file, unchanged.

    ``comments`` are the places of comments to this program, which are part of no block's prose; ``deep`` are
    the lines that were not read, as they lie in too many block quotations and lists.
    """

    id: str
    path: str
    role: Role
    text: str = field(repr=False)
    blocks: tuple[Block, ...] = field(repr=False)
    sha256: str = field(repr=False)
    title: str | None = None
    published: date | None = None
    sources: tuple[Reference, ...] = field(default=(), repr=False)
    comments: tuple[Span, ...] = field(default=(), repr=False)
    request: Request = field(default_factory=Request, repr=False)
    deep: tuple[Span, ...] = field(default=(), repr=False)


class SentenceKind(StrEnum):
    """The kind of a sentence; only headline, standfirst and body can contain claims."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    DATELINE = "dateline"
    BODY = "body"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with its folded text, which all later stages use.

    ``text`` is folded: markup removed, quotes and dashes and spaces in their plain forms, Unicode
    composed. ``offsets`` has one raw offset for each character of ``text`` and one past the end.
    ``ends`` says where each character ends in the raw text, if any takes up more than one there.
    ``goes_on`` tells that it was cut for its length: the next sentence is the rest of it.
    """

    article: str
    index: int
    kind: SentenceKind
    span: Span
    text: str
    offsets: tuple[int, ...]
    block: int = 0
    ends: tuple[int, ...] = ()
    goes_on: bool = False

    @property
    def checkable(self) -> bool:
        """Whether the sentence can contain claims."""
        return self.kind in (SentenceKind.HEADLINE, SentenceKind.STANDFIRST, SentenceKind.BODY)

    def raw(self, span: Span) -> Span:
        """The range of the raw text that corresponds to a range of ``text``."""
        if span.start >= span.end:
            return Span(self.offsets[span.start], self.offsets[span.start])
        end = self.ends[span.end - 1] if self.ends else self.offsets[span.end - 1] + 1
        return Span(self.offsets[span.start], end)


#: Parts of speech of content words (Universal Dependencies names).
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})


@dataclass(frozen=True, slots=True)
class Word:
    """One token: ``start`` and ``end`` are offsets into its text, ``head`` the index of its governor.

    ``entity`` is the label of the entity that the word is part of, or ""; ``starts`` tells whether
    the entity begins here.
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str
    starts: bool

    def __hash__(self) -> int:
        # Words are hashed often; offset and text suffice to distinguish them.
        return hash((self.start, self.text))

    @property
    def span(self) -> Span:
        """The range of the word in its text."""
        return Span(self.start, self.end)
