"""What was found, and the report of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from consistency.types.claim import ClaimKind
from consistency.types.span import Span
from consistency.types.text import Article, Role


class Severity(StrEnum):
    """How bad a finding is if it is true; ordered by ``rank``."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for errors, 1 for warnings, 2 for notes."""
        return ("error", "warning", "note").index(self.value)


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
    """One discrepancy: what is wrong, how bad, how sure, and where to look (first place first).

    ``fingerprint`` names it for as long as its words stay, wherever they move to; "" where it has none yet.
    """

    code: str
    name: str
    severity: Severity
    confidence: float
    message: str
    places: tuple[Place, ...]
    fingerprint: str = field(default="", compare=False)


class SuppressionSource(StrEnum):
    """What suppresses a finding."""

    COMMENT = "comment"
    FRONT_MATTER = "front-matter"
    SETTINGS = "settings"
    BASELINE = "baseline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppressed:
    """A finding that somebody has decided not to be told of, by what means, and why if that is said."""

    finding: Finding
    by: SuppressionSource
    reason: str | None = None


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
class MatrixCell:
    """What one article says of a fact; without places it is silent.

    ``cluster`` numbers the groups of articles that agree: 0 for the most, None for silence.
    """

    article: str
    places: tuple[Place, ...] = ()
    cluster: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One fact that several articles could speak of, and what each says: a row of the claim matrix."""

    kind: ClaimKind
    voices: tuple[MatrixCell, ...]


def summary_of(findings: Sequence[Finding]) -> dict[str, int]:
    """How many findings there are of each severity, the worst first."""
    return {severity.value: sum(finding.severity is severity for finding in findings) for severity in Severity}


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
    facts: tuple[MatrixRow, ...] = ()
    rules: tuple[Explanation, ...] = field(default=(), compare=False)
    suppressed: tuple[Suppressed, ...] = ()
