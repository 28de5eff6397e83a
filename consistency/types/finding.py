"""Findings and the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from consistency.types.claim import ClaimKind
from consistency.types.span import Span
from consistency.types.text import Article, Role


class Severity(StrEnum):
    """How serious a finding is if correct; ordered by ``rank``."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for errors, 1 for warnings, 2 for notes."""
        return ("error", "warning", "note").index(self.value)


class PlaceKind(StrEnum):
    """Whether a place contains the words in question or marks where missing words belong."""

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
    """A discrepancy: what is wrong, how serious, how likely, and where (the most important place first).

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
    """The origin of a suppression."""

    COMMENT = "comment"
    FRONT_MATTER = "front-matter"
    SETTINGS = "settings"
    BASELINE = "baseline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppressed:
    """A suppressed finding, with the origin of the suppression and its reason if given."""

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
    """Corresponding places in several articles; ``score`` is 0 to 1."""

    places: tuple[Place, ...]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """The explanation of a rule: a one-sentence summary and the full text in Markdown."""

    code: str
    name: str
    severity: Severity
    summary: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """What one article says about a fact; without places, it does not mention it.

    ``cluster`` numbers the groups of articles that agree: 0 for the most, None for silence.
    """

    article: str
    places: tuple[Place, ...] = ()
    cluster: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """A row of the claim matrix: a fact, and what each article says about it."""

    kind: ClaimKind
    voices: tuple[MatrixCell, ...]


def summary_of(findings: Sequence[Finding]) -> dict[str, int]:
    """The number of findings of each severity, most serious first."""
    return {severity.value: sum(finding.severity is severity for finding in findings) for severity in Severity}


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The result of a check, with everything that report formats need."""

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
