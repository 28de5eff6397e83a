"""A draft against one source, both given as text."""

from __future__ import annotations

from consistency.check import Checker
from consistency.read import article_from_text
from consistency.types import Finding, Role, Severity


def findings(checker: Checker, draft: str, source: str) -> tuple[Finding, ...]:
    """All that is said of the draft."""
    checked = article_from_text(draft, id="draft", role=Role.DRAFT)
    given = article_from_text(source, id="source", role=Role.SOURCE)
    return checker.check(checked, [given]).findings


def loud(checker: Checker, draft: str, source: str) -> list[Finding]:
    """The same without notes."""
    return [finding for finding in findings(checker, draft, source) if finding.severity is not Severity.NOTE]


def words(finding: Finding, draft: str) -> str:
    """The words of the draft that a finding points at first."""
    return finding.places[0].span.cut(draft)
