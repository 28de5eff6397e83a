"""What an article states: figures, moments, ranks, quotations and statements, with all that qualifies them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from consistency.types.moment import Moment
from consistency.types.span import Span


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
class TextSpan:
    """Some words of the article that say one thing about a claim; ``text`` is folded, ``span`` raw."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The folded text before and after a claim in its sentence, for comparing what is claimed and not how much."""

    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A figure: ``value`` (to ``high`` for a range) in the base unit.

    ``step`` is the place of the last printed digit ("1.7 billion" -> 1e8): two figures agree when
    they are equal once rounded to the coarser step. ``vague`` marks "dozens", "several", "a few".
    ``per`` is what a rate is counted by: "share" in "$98 a share".
    ``increment`` marks "another", "a further". ``members`` are the items of a counted list.
    """

    value: float
    dimension: Dimension
    high: float | None = None
    unit: str | None = None
    per: str | None = None
    bound: Bound = Bound.EXACT
    change: Change | None = None
    step: float = 1.0
    vague: bool = False
    increment: bool = False
    members: tuple[str, ...] = ()

    @property
    def full_unit(self) -> str | None:
        """The unit as reports show it: "USD per share", "per day", "year of age"; None where there is none."""
        unit = f"{self.unit} of age" if self.dimension is Dimension.AGE and self.unit else self.unit
        return " ".join(word for word in (unit, "per" if self.per else None, self.per) if word) or None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Something an article states, with all that qualifies it. What was not understood is ``None``.

    Of a statement, ``holder`` is the subject, ``measure`` the predicate and ``counted`` the object. Of a
    quotation, ``figure`` is what stands between the marks, ``form`` how it is used, ``holder`` the speaker.

    ``span`` covers the figure with its unit and bound; ``figure`` is the figure alone.
    ``rank_scale`` is what a rank is counted by, in its canonical word ("large" for biggest and largest).
    """

    article: str
    sentence: int
    kind: ClaimKind
    span: Span
    text: str
    context: Context
    figure: TextSpan | None = None
    quantity: Quantity | None = None
    moment: Moment | None = None
    rank: int | None = None
    rank_scale: str | None = None
    form: str | None = None
    counted: TextSpan | None = None
    # Qualifiers that claims of figures, dates and ranks carry for matching by what qualifies them. So far no
    # comparison of such claims reads them, nor ``Quantity.increment`` and ``Quantity.members``; reports show some.
    measure: TextSpan | None = None
    holder: TextSpan | None = None
    basis: TextSpan | None = None
    attribution: TextSpan | None = None
    modality: str | None = "asserted"
    polarity: str | None = "affirmed"
