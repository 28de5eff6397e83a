"""What several articles say of one matter, side by side."""

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
    """One article as it was understood: its sentences, the claims they make, and the words of each sentence.

    ``words`` and ``mentions`` are empty where no rule that runs asks for them. ``attributions`` has, for
    each sentence, what it gives to somebody.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]
    words: tuple[tuple[Word, ...], ...] = ()
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[tuple[Attribution, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Some words of one sentence: the unit that is swapped, dropped or added where no claim is counted.

    ``words`` are all words of the sentence and ``[first, last)`` the ones meant, so that a rule can
    look at what stands around them; ``span`` is their place in the raw text.
    """

    sentence: Sentence
    words: tuple[Word, ...]
    first: int
    last: int
    span: Span

    @property
    def inner(self) -> tuple[Word, ...]:
        """The words meant."""
        return self.words[self.first : self.last]

    @property
    def text(self) -> str:
        """The words meant, folded, as they stand in the sentence."""
        inner = self.inner
        return self.sentence.text[inner[0].start : inner[-1].end] if inner else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one article says of a fact: its claims or words, or, where it is silent, where they should stand.

    ``gap`` is an empty phrase at the anchor, where the words around it are known. ``mention`` is the
    name that the phrase is, where names are compared.
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
        """Whether the article says anything of the matter."""
        return bool(self.claims) or self.phrase is not None


class AlignmentKind(StrEnum):
    """What an alignment compares; a rule names the kinds that it judges.

    A member is its name and, where aligners of that kind read annotated words, ``True``. The aligners are in
    ``consistency.align``, which names one for each kind.
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


#: Two articles tell one story from this certainty on; below it nothing of theirs is compared, missing or added.
ONE_STORY = 0.5

#: Fewer sentences than this are a part of an article, not an article.
EXCERPT = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleContext:
    """What rules must know of a run and of the articles as a whole; the same for all alignments.

    ``source_sentences`` is how many sentences the other articles have in all. ``is_summary`` is whether the draft has
    less than half as many: a summary leaves out by design. ``tolerance`` is how far two figures may lie apart, as a
    share of the greater one, and still be called equal.
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
    """The group of claims, from one or more articles, that speak of one fact.

    ``score`` (0 to 1) is how sure we are that they do. ``context_overlap`` (0 to 1) is how much of the rest of
    the passage each side shares with the other: a detail is only missing where the rest was kept.
    ``same_event`` is how sure we are that the articles tell one story. ``kind`` is what is compared.
    ``unsupported`` says that nothing anywhere in the other articles can be meant by a lone claim.
    ``similarity`` (0 to 1) is how near in meaning the words of the sides are in their contexts, where measured.
    ``context`` is what is known of the articles as a whole; whoever applies the rules adds it.
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
        """Every two sides that both say something, the draft's first, in stable order."""
        speaking = [side for side in self.sides if side.speaks]
        return combinations(speaking, 2)
