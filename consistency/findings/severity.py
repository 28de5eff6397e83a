"""How bad findings are: as their rules say, unless the settings say otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from consistency.settings import Settings
from consistency.settings.rule_codes import OFF, severity_of
from consistency.types import Finding, Report, Severity, summary_of


def regraded(report: Report, settings: Settings) -> Report:
    """The report as bad as the settings say; suppressions have been seen to, so that none seems unused."""
    findings = graded(report.findings, settings)
    hushed = [replace(one, finding=f) for one in report.suppressed for f in graded([one.finding], settings)]
    return replace(report, findings=findings, summary=summary_of(findings), suppressed=tuple(hushed))


def graded(findings: Iterable[Finding], settings: Settings) -> tuple[Finding, ...]:
    """Findings as bad as the settings say, without those below the least severity."""
    least = Severity(settings.min_severity).rank
    found = [_graded(finding, settings) for finding in findings]
    return tuple(finding for finding in found if finding.severity.rank <= least)


def _graded(finding: Finding, settings: Settings) -> Finding:
    level = severity_of(finding.code, settings)
    return finding if level in (None, OFF, finding.severity) else replace(finding, severity=Severity(level))
