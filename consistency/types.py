"""The nouns that flow through the program: Article, Sentence, Claim, Alignment, Finding, Report.

All are frozen, hold no behaviour beyond small questions, and import the standard library only.
Spans are half-open ranges of code points in the raw text of an article.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range ``[start, end)`` of code points."""

    start: int
    end: int

    def cut(self, text: str) -> str:
        """The words that the span covers in ``text``."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two ranges share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies inside this range."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> Span:
        """The same range, ``by`` characters further right."""
        return Span(self.start + by, self.end + by)


class Role(StrEnum):
    """What an article is to the check."""

    DRAFT = "draft"
    SOURCE = "source"
    PEER = "peer"


class Severity(StrEnum):
    """How bad a finding is if it is true; ordered by ``rank``."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for errors, 1 for warnings, 2 for notes."""
        return ("error", "warning", "note").index(self.value)


class BlockKind(StrEnum):
    """What the layout says a stretch of an article is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"
    CELL = "cell"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of prose in the raw text; ``gaps`` are the ranges inside it that are markup, not prose."""

    kind: BlockKind
    span: Span
    gaps: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One text as it was read: ``text`` is the decoded file, newlines and all, untouched."""

    id: str
    path: str
    role: Role
    text: str
    blocks: tuple[Block, ...]
    sha256: str
    title: str | None = None
    published: date | None = None
    sources: tuple[str, ...] = ()


class SentenceKind(StrEnum):
    """What a sentence is for: only headline, standfirst and body make claims."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    DATELINE = "dateline"
    BODY = "body"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence, with its words as all later stages see them.

    ``text`` is folded: markup removed, quotes and dashes and spaces in their plain forms, Unicode
    composed. ``offsets`` has one raw offset for each character of ``text`` and one past the end.
    ``ends`` says where each character ends in the raw text, if any takes up more than one there.
    """

    article: str
    index: int
    kind: SentenceKind
    span: Span
    text: str
    offsets: tuple[int, ...]
    block: int = 0
    ends: tuple[int, ...] = ()

    @property
    def checkable(self) -> bool:
        """Whether the sentence can make a claim."""
        return self.kind in (SentenceKind.HEADLINE, SentenceKind.STANDFIRST, SentenceKind.BODY)

    def raw(self, span: Span) -> Span:
        """The range of the article's raw text behind a range of ``text``."""
        if span.start >= span.end:
            return Span(self.offsets[span.start], self.offsets[span.start])
        end = self.ends[span.end - 1] if self.ends else self.offsets[span.end - 1] + 1
        return Span(self.offsets[span.start], end)


class ClaimKind(StrEnum):
    """What kind of thing a claim states."""

    QUANTITY = "quantity"
    DATE = "date"
    RANK = "rank"
    QUOTE = "quote"
    STATEMENT = "statement"


class Bound(StrEnum):
    """On which side of the printed figure the true one lies."""

    EXACT = "exact"
    APPROX = "approx"
    MORE_THAN = "more-than"
    AT_LEAST = "at-least"
    LESS_THAN = "less-than"
    AT_MOST = "at-most"
    JUST_UNDER = "just-under"


class Change(StrEnum):
    """The direction, where a figure is a change."""

    UP = "up"
    DOWN = "down"


class Dimension(StrEnum):
    """What sort of thing a quantity measures: figures of different dimensions are never one figure."""

    MONEY = "money"
    COUNT = "count"
    PERCENT = "percent"
    POINTS = "points"
    DURATION = "duration"
    AGE = "age"
    RATIO = "ratio"
    MEASURE = "measure"
    LIST = "list"
    NUMBER = "number"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some words of the article that say one thing about a claim; ``text`` is folded, ``span`` raw."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A figure: ``value`` (to ``high`` for a range) in the base unit.

    ``step`` is the place of the last printed digit ("1.7 billion" -> 1e8): two figures agree when
    they are equal once rounded to the coarser step. ``vague`` marks "dozens", "several", "a few".
    ``increment`` marks "another", "a further". ``members`` are the items of a counted list.
    """

    value: float
    dimension: Dimension
    high: float | None = None
    unit: str | None = None
    bound: Bound = Bound.EXACT
    change: Change | None = None
    step: float = 1.0
    vague: bool = False
    increment: bool = False
    members: tuple[str, ...] = ()


class Grain(StrEnum):
    """How exact a moment is."""

    TIME = "time"
    DAY = "day"
    WEEKDAY = "weekday"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    EVENT = "event"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When something is: the canonical ``label`` of the words, and the days they resolve to, if known.

    ``first`` and ``last`` are inclusive. ``relation`` is how the fact stands to the moment
    ("on", "before", "after", "since", "until", "by", "around", "eve", "run-up").
    """

    grain: Grain
    label: str
    first: date | None = None
    last: date | None = None
    relation: str = "on"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Something an article states, with all that qualifies it. What was not understood is ``None``.

    Of a statement, ``holder`` is the subject, ``measure`` the predicate and ``counted`` the object. Of a
    quotation, ``core`` is what stands between the marks, ``form`` how it is used, ``holder`` the speaker.

    ``span`` covers the figure with its unit and bound; ``context`` is the folded sentence with that
    span masked by "_", for telling what is claimed from how much. ``core`` is the figure alone.
    ``scale`` is what a rank is counted by, in its canonical word ("large" for biggest and largest).
    """

    article: str
    sentence: int
    kind: ClaimKind
    span: Span
    text: str
    context: str
    core: Part | None = None
    quantity: Quantity | None = None
    moment: Moment | None = None
    rank: int | None = None
    scale: str | None = None
    form: str | None = None
    counted: Part | None = None
    measure: Part | None = None
    holder: Part | None = None
    basis: Part | None = None
    attribution: Part | None = None
    modality: str | None = "asserted"
    polarity: str | None = "affirmed"


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

    @property
    def span(self) -> Span:
        """The characters of the word in its text."""
        return Span(self.start, self.end)


class EntityType(StrEnum):
    """What sort of thing a name is for."""

    PERSON = "person"
    ORG = "organisation"
    PLACE = "place"
    GROUP = "group"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where an entity is named; ``span`` is a range of the sentence at place ``sentence`` of the article.

    ``name`` are the words of the name in folded form, empty where only an office stands ("the foreign
    minister"); ``role`` the words of the office before it; ``country`` the country that the words
    themselves give; ``sure`` whether the type rests on more than the pipeline's label.
    """

    sentence: int
    span: Span
    text: str
    type: EntityType
    head: str
    role: tuple[str, ...] = ()
    name: tuple[str, ...] = ()
    country: str | None = None
    sure: bool = False


class SourceKind(StrEnum):
    """What sort of source an article gives something to."""

    SPEAKER = "speaker"
    DATA = "data"
    DOCUMENT = "document"
    HEARSAY = "hearsay"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributed:
    """Something that a sentence gives to a source; all spans are ranges of ``Sentence.text``.

    ``source`` is the whole phrase ("data from the World Bank"), ``name`` who stands behind it ("the
    World Bank"); both are ``None`` where nobody is named. ``speaker`` is the name in words, a pronoun
    replaced by whom it stands for where that is clear. ``scope`` is what is attributed. ``home`` is
    how many sentences further on (or, negative, back) the cue and the source stand, where a quotation
    runs over several sentences; their spans are ranges of that sentence.
    """

    kind: SourceKind
    cue: Span
    scope: tuple[Span, ...]
    source: Span | None = None
    name: Span | None = None
    speaker: str | None = None
    home: int = 0

    @property
    def size(self) -> int:
        """Characters of the scope."""
        return sum(span.end - span.start for span in self.scope)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One article as it was understood: its sentences, the claims they make, and the words of each sentence.

    ``words`` and ``mentions`` are empty where no rule that runs asks for them. ``attributions`` has, for
    each sentence, what it gives to somebody.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]
    words: tuple[tuple[Word, ...], ...] = ()
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[tuple[Attributed, ...], ...] = ()


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

    ``frame`` is an empty phrase at the anchor, where the words around it are known. ``mention`` is the
    name that the phrase is, where names are compared.
    """

    article: str
    role: Role
    claims: tuple[Claim, ...] = ()
    phrase: Phrase | None = None
    anchor: Span | None = None
    frame: Phrase | None = None
    mention: Mention | None = None

    @property
    def speaks(self) -> bool:
        """Whether the article says anything of the matter."""
        return bool(self.claims) or self.phrase is not None


class Matter(StrEnum):
    """What an alignment puts side by side; a rule names the matters that it judges."""

    FIGURE = "figure"
    INTERNAL = "internal"
    RECKONING = "reckoning"
    QUOTE = "quote"
    STATEMENT = "statement"
    NAME = "name"
    WORDING = "wording"
    SENTENCE = "sentence"
    FRAME = "frame"
    ATTRIBUTION = "attribution"


#: Fewer sentences than this are a part of an article, not an article.
EXCERPT = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """The group of claims, from one or more articles, that speak of one fact.

    ``score`` (0 to 1) is how sure we are that they do. ``cover`` (0 to 1) is how much of the rest of
    the passage each side shares with the other: a detail is only missing where the rest was kept.
    ``related`` is how sure we are that the articles tell one story. ``matter`` is what is compared.
    ``unheard`` says that nothing anywhere in the other articles can be meant by a lone claim.
    ``alike`` (0 to 1) is how near in meaning the words of the sides are in their contexts, where measured.
    ``extent`` is how many sentences the other articles have in all: an excerpt proves little by its silence.
    ``digest`` is whether the draft has less than half as many: a summary leaves out by design.
    """

    sides: tuple[Side, ...]
    score: float
    cover: float = 1.0
    related: float = 1.0
    matter: Matter = Matter.FIGURE
    extent: int = 1
    digest: bool = False
    alike: float | None = None
    unheard: bool = False

    @property
    def excerpt(self) -> bool:
        """Whether the other articles are too short for their silence to mean anything."""
        return self.extent < EXCERPT

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims of the group, in the order of the sides."""
        return tuple(claim for side in self.sides for claim in side.claims)

    def pairs(self) -> Iterator[tuple[Side, Side]]:
        """Every two sides that both say something, the draft's first, in stable order."""
        speaking = [side for side in self.sides if side.speaks]
        return combinations(speaking, 2)


class PlaceKind(StrEnum):
    """Whether a place holds the words in question or is where missing words should have stood."""

    EVIDENCE = "evidence"
    ANCHOR = "anchor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A range of one article that a finding points at."""

    article: str
    role: Role
    kind: PlaceKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One discrepancy: what is wrong, how bad, how sure, and where to look (first place first)."""

    code: str
    name: str
    severity: Severity
    confidence: float
    message: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """What was not checked, and why."""

    what: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Places of several articles that tell the same; ``score`` is 0 to 1."""

    places: tuple[Place, ...]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What a rule is about, for whoever reads its findings: one sentence, and the whole text in Markdown."""

    code: str
    name: str
    severity: Severity
    summary: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What one article says of a fact; without places it is silent.

    ``camp`` numbers the groups of articles that agree: 0 for the most, None for silence.
    """

    article: str
    places: tuple[Place, ...] = ()
    camp: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact that several articles could speak of, and what each says: a row of the claim matrix."""

    kind: ClaimKind
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The result of one check, and all that a format needs to show it."""

    articles: tuple[Article, ...]
    findings: tuple[Finding, ...]
    alignments: tuple[Passage, ...]
    signature: str
    skipped: tuple[Skipped, ...] = ()
    id: str | None = None
    summary: dict[str, int] = field(default_factory=dict)
    facts: tuple[Fact, ...] = ()
    rules: tuple[Explanation, ...] = field(default=(), compare=False)
