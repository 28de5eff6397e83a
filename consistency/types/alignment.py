"""Alignments: corresponding claims or words of several articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Flag, StrEnum, auto
from itertools import combinations

from consistency.types.claim import Claim
from consistency.types.entity import Attribution, Mention
from consistency.types.span import Span
from consistency.types.text import Article, Role, Sentence, Word


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedArticle:
    """An analysed article: its sentences, their claims and their annotated words.

    ``words`` and ``mentions`` are empty if no selected rule needs them. ``attributions`` has the attributed
    statements of each sentence.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]
    words: tuple[tuple[Word, ...], ...] = ()
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[tuple[Attribution, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A phrase of a sentence: the unit that is substituted, omitted or added where there is no claim.

    ``words`` are all words of the sentence and ``[first, last)`` those of the phrase, so that a rule can look at
    its context; ``span`` is its range in the raw text.
    """

    sentence: Sentence
    words: tuple[Word, ...]
    first: int
    last: int
    span: Span

    @property
    def inner(self) -> tuple[Word, ...]:
        """The words of the phrase."""
        return self.words[self.first : self.last]

    @property
    def text(self) -> str:
        """The words of the phrase in their original order, folded."""
        inner = self.inner
        return self.sentence.text[inner[0].start : inner[-1].end] if inner else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One article's part of an alignment: its claims or phrase, or, if it has none, the place where they are missing.

    ``gap`` is an empty phrase at that place, if the words around it are known. ``mention`` is the name in the
    phrase, if names are compared.
    """

    article: str
    role: Role
    claims: tuple[Claim, ...] = ()
    phrase: Phrase | None = None
    anchor: Span | None = None
    gap: Phrase | None = None
    mention: Mention | None = None

    @property
    def speaks(self) -> bool:
        """Whether the article has a claim or phrase here."""
        return bool(self.claims) or self.phrase is not None


class AlignmentKind(StrEnum):
    """The kind of comparison that an alignment makes; each rule names the kinds that it judges.

    A member's value is its name and, if its aligner needs annotated words, ``True``. The aligners are in
    ``consistency.align``, one for each kind.
    """

    annotated: bool

    def __new__(cls, value: str, annotated: bool = False) -> AlignmentKind:
        """A member with its value."""
        member = str.__new__(cls, value)
        member._value_, member.annotated = value, annotated
        return member

    FIGURE = "figure"
    INTERNAL = "internal"
    RECKONING = "reckoning"
    QUOTE = "quote"
    STATEMENT = "statement", True
    NAME = "name", True
    WORDING = "wording", True
    ATTRIBUTION = "attribution"
    SENTENCE = "sentence", True
    FRAME = "frame", True
    CLAUSE = "clause", True


#: Kinds whose alignments are of one article.
_WITHIN = frozenset({AlignmentKind.INTERNAL, AlignmentKind.RECKONING})


class StatedBy(Flag):
    """Which of the articles state what is aligned; a rule declares it for each kind of alignment that it judges."""

    #: The draft and a source, or two peers: they may contradict each other.
    BOTH = auto()
    #: The draft, and no source: the draft adds it.
    DRAFT = auto()
    #: Sources, and not the draft: the draft leaves it out, or does not concern it.
    SOURCES = auto()
    #: One of several peers, none of which is judged by the others.
    PEER = auto()
    #: One article, whose statements must fit each other.
    ITSELF = auto()

    #: Two articles, one of which may lack the words that the other has in their place.
    ANY = BOTH | DRAFT | SOURCES | PEER


#: Minimum certainty that two articles report the same event; below it, they are not compared.
ONE_STORY = 0.5

#: Texts with fewer sentences are treated as excerpts of an article.
EXCERPT = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleContext:
    """The context of a run and its articles as a whole, the same for all alignments.

    ``source_sentences`` is the number of sentences in all other articles. ``is_summary`` is whether the draft has
    less than half as many: a summary omits by design. ``tolerance`` is the largest difference between two figures
    that count as equal, as a share of the greater one.
    """

    source_sentences: int = 1
    is_summary: bool = False
    tolerance: float = 0.0

    @property
    def excerpt(self) -> bool:
        """Whether the other articles are too short for their silence to mean anything."""
        return self.source_sentences < EXCERPT


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """A group of claims or phrases, from one or more articles, about the same fact.

    ``score`` (0 to 1) is the certainty of the alignment. ``context_overlap`` (0 to 1) is the share of the rest of the
    passage that the sides have in common: a detail is missing only if its context was preserved.
    ``same_event`` is the certainty that the articles report the same event. ``kind`` is the kind of comparison.
    ``unsupported`` means that no passage in the other articles can correspond to a single claim.
    ``similarity`` (0 to 1) is the semantic similarity of the sides' words in context, if it was computed.
    ``context`` is about the articles as a whole; it is added before the rules are applied.
    ``producer`` names the function of ``align`` that made the alignment; reports do not show it.
    """

    sides: tuple[Side, ...]
    score: float
    context_overlap: float = 1.0
    same_event: float = 1.0
    kind: AlignmentKind = AlignmentKind.FIGURE
    similarity: float | None = None
    unsupported: bool = False
    context: RuleContext = RuleContext()
    producer: str = ""

    @property
    def stated_by(self) -> StatedBy:
        """Which of the articles state what is aligned. The draft, if it states it, is the first side."""
        if self.kind in _WITHIN:
            return StatedBy.ITSELF
        head, *rest = self.sides
        if head.role is Role.SOURCE:
            return StatedBy.SOURCES
        others = any(side.speaks for side in rest)
        if head.speaks and others:
            return StatedBy.BOTH
        if head.role is Role.PEER:
            return StatedBy.PEER
        return StatedBy.SOURCES if others else StatedBy.DRAFT

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims of the group, in the order of the sides."""
        return tuple(claim for side in self.sides for claim in side.claims)

    def pairs(self) -> Iterator[tuple[Side, Side]]:
        """All pairs of sides that are not empty, the draft's first, in stable order."""
        speaking = [side for side in self.sides if side.speaks]
        return combinations(speaking, 2)
