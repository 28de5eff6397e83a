"""What the rules of a report's findings are about, for whoever reads it."""

from __future__ import annotations

from dataclasses import replace

from consistency.rules import all_rules
from consistency.types import Explanation, Report


def explained(report: Report) -> Report:
    """The report with what the rules of its findings are about."""
    return replace(report, rules=explain({finding.code for finding in report.findings}))


def explain(codes: set[str]) -> tuple[Explanation, ...]:
    """What the rules with these codes are about, for a report that names them."""
    return tuple(
        Explanation(
            code=rule.code, name=rule.name, severity=rule.severity, summary=rule.doc.splitlines()[0], text=rule.doc
        )
        for rule in all_rules()
        if rule.code in codes
    )
