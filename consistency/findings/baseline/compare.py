"""Compares reports with a baseline: the findings that it hides, and its entries that are no longer found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from consistency.findings.baseline.entry import Entry, entries, inside
from consistency.findings.baseline.file import Baseline
from consistency.types import Report, Role, Suppressed, SuppressionSource, summary_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A report of one check, and the codes of the rules that ran."""

    report: Report
    codes: frozenset[str]


def hide(report: Report, baseline: Baseline) -> Report:
    """The report of one check, in which findings of the baseline are suppressed."""
    known = baseline.known
    shown, gone = [], list(report.suppressed)
    for finding, entry in zip(report.findings, entries(report, baseline.folder), strict=True):
        if entry.key in known:
            reason = known[entry.key].reason or None
            gone.append(Suppressed(finding=finding, by=SuppressionSource.BASELINE, reason=reason))
        else:
            shown.append(finding)
    return replace(report, findings=tuple(shown), suppressed=tuple(gone), summary=summary_of(shown))


def stale(baseline: Baseline, checked: Sequence[Checked]) -> list[Entry]:
    """The entries no longer found, although the rule ran on their article, or whose article was removed.

    Suppressed findings count as found.
    """
    seen: set[tuple[str, str, str]] = set()
    looked: set[tuple[str, str]] = set()
    for one in checked:
        report = one.report
        found = [*report.findings, *(gone.finding for gone in report.suppressed)]
        seen |= {entry.key for entry in entries(report, baseline.folder, found)}
        looked |= {(path, code) for path in _drafts(report, baseline) for code in one.codes}
    return [
        entry
        for entry in baseline.entries
        if entry.key not in seen and ((entry.path, entry.code) in looked or _gone(entry, baseline))
    ]


def update(baseline: Baseline, checked: Sequence[Checked]) -> tuple[Entry, ...]:
    """The entries of the updated baseline: those found now, and those not checked; reasons are preserved."""
    found = {entry.key: entry for one in checked for entry in entries(one.report, baseline.folder)}
    dropped = {entry.key for entry in stale(baseline, checked)}
    remaining = {key: entry for key, entry in baseline.known.items() if key not in dropped}
    updated = {
        key: replace(entry, reason=remaining[key].reason) if key in remaining else entry for key, entry in found.items()
    }
    return tuple((remaining | updated).values())


def _drafts(report: Report, baseline: Baseline) -> Iterable[str]:
    drafts = [article for article in report.articles if article.role is Role.DRAFT] or report.articles
    return (inside(article.path, baseline.folder) for article in drafts)


def _gone(entry: Entry, baseline: Baseline) -> bool:
    """Whether the entry's article no longer exists; standard input never counts as removed."""
    return entry.path not in ("", "-") and not (baseline.folder / entry.path).exists()
