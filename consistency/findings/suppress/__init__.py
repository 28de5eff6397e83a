"""Suppresses findings as comments, front matter and settings ask for.

It works on a finished report, also one from the cache: cached reports must not depend on the date.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from consistency.findings.suppress.suppression import Suppression, suppressions
from consistency.findings.suppress.unused import notes
from consistency.types import Finding, Report, Role, Suppressed, summary_of

if TYPE_CHECKING:
    from consistency.rules.base import Rule
    from consistency.settings import Settings

__all__ = ["suppress"]


def suppress(report: Report, rules: Sequence[Rule], settings: Settings) -> Report:
    """The report with suppressed findings listed separately, and with notes on suppressions that have no effect.

    ``rules`` are those that ran. Suppressions in sources are ignored.
    """
    if not settings.suppressions:
        return report
    articles = {article.id: article for article in report.articles}
    asked = [suppressions(article, settings) for article in report.articles if article.role is not Role.SOURCE]
    active, problems = [one for found, _ in asked for one in found], [one for _, wrong in asked for one in wrong]
    if not active and not problems:
        return report
    meant = [[one for one in active if one.matches(finding, articles)] for finding in report.findings]
    noted = notes(active, problems, meant, report.findings, rules, settings)
    own = [[one for one in active if one.matches(note, articles)] for note in noted]
    return _settled(report, [*report.findings, *noted], [*meant, *own])


def _settled(report: Report, findings: Sequence[Finding], meant: Sequence[Sequence[Suppression]]) -> Report:
    turn = {article.id: i for i, article in enumerate(report.articles)}
    shown, gone = [], []
    for finding, found in zip(findings, meant, strict=True):
        acting = next((one for one in found if one.ended is None), None)
        if acting is None:
            shown.append(finding)
        else:
            gone.append(Suppressed(finding=finding, by=acting.by, reason=acting.reason))
    shown.sort(key=lambda f: (turn[f.places[0].article], f.places[0].span, f.code))
    return replace(report, findings=tuple(shown), suppressed=tuple(gone), summary=summary_of(shown))
