"""The baseline of a run: its file, the findings it hides, and its entries that are no longer found."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from consistency.runs.stderr import write_lines
from consistency.settings import Settings

if TYPE_CHECKING:
    from consistency.findings.baseline import Baseline, Checked
    from consistency.runs.outcomes import Outcome

_DEFAULT = Settings()


def baseline_file(settings: Settings) -> Path:
    """The baseline file: from the settings, by default the usual name in the working folder."""
    from consistency.findings.baseline import NAME
    from consistency.settings.file import shown

    return Path(shown(Path(settings.root or "", settings.baseline))) if settings.baseline else Path(NAME)


def load_baseline(settings: Settings) -> Baseline | None:
    """The baseline; None if the settings name none. Raises ``InputError`` if it cannot be read."""
    if settings.baseline is None:
        return None
    from consistency.findings.baseline import load

    return load(baseline_file(settings))


def hide_known(outcome: Outcome, baseline: Baseline | None, settings: Settings, quiet: bool) -> None:
    """Remove the baseline's findings from the reports, and report how many of its entries are no longer found."""
    if baseline is None:
        return
    from consistency.findings.baseline import hide, stale

    old = len(stale(baseline, checked_reports(outcome))) if reports_everything(settings) else 0
    outcome.reports = [hide(report, baseline) for report in outcome.reports]
    if old and not quiet:
        entries = "1 entry of the baseline is" if old == 1 else f"{old} entries of the baseline are"
        write_lines(f"{entries} no longer found; to remove them, run `consistency baseline prune`")


def checked_reports(outcome: Outcome) -> list[Checked]:
    """The reports, each with the codes of the rules that ran."""
    from consistency.findings.baseline import Checked

    return [Checked(report=report, codes=codes) for report, codes in zip(outcome.reports, outcome.codes, strict=True)]


def reports_everything(settings: Settings) -> bool:
    """Whether the settings hide no finding: only then an entry that is not found is obsolete."""
    sure = settings.min_confidence <= _DEFAULT.min_confidence
    return sure and settings.min_severity == _DEFAULT.min_severity
