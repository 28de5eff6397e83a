"""Applies the severities of the settings to a report, and adds explanations of its rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from consistency.rules import all_rules
from consistency.settings import Settings
from consistency.settings.rule_codes import OFF, severity_of
from consistency.types import Explanation, Finding, Report, Severity, summary_of


def regraded(report: Report, settings: Settings) -> Report:
    """The report with the severities that the settings ask for.

    Apply suppressions first: a suppression whose finding is dropped here would be reported as unused.
    """
    findings = graded(report.findings, settings)
    suppressed = [replace(one, finding=f) for one in report.suppressed for f in graded([one.finding], settings)]
    return replace(report, findings=findings, summary=summary_of(findings), suppressed=tuple(suppressed))


def graded(findings: Iterable[Finding], settings: Settings) -> tuple[Finding, ...]:
    """Findings with the severities of the settings, without those below the minimum severity."""
    least = Severity(settings.min_severity).rank
    found = [_graded(finding, settings) for finding in findings]
    return tuple(finding for finding in found if finding.severity.rank <= least)


def _graded(finding: Finding, settings: Settings) -> Finding:
    level = severity_of(finding.code, settings)
    return finding if level in (None, OFF, finding.severity) else replace(finding, severity=Severity(level))


def explained(report: Report) -> Report:
    """The report with an explanation of each rule that has findings in it."""
    return replace(report, rules=explain({finding.code for finding in report.findings}))


def explain(codes: set[str]) -> tuple[Explanation, ...]:
    """Explanations of the rules with these codes."""
    return tuple(
        Explanation(
            code=rule.code, name=rule.name, severity=rule.severity, summary=rule.doc.splitlines()[0], text=rule.doc
        )
        for rule in all_rules()
        if rule.code in codes
    )
