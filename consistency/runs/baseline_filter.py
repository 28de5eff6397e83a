"""The baseline of a run: where it is, what it hides, and what of it nothing fits any more."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from consistency.runs.stderr import tell
from consistency.settings import Settings

if TYPE_CHECKING:
    from consistency.findings.baseline import Baseline, Checked
    from consistency.runs.outcomes import Outcome

_DEFAULT = Settings()


def place(settings: Settings) -> Path:
    """The file of the baseline: the one set, else the usual name in the working folder."""
    from consistency.findings.baseline import NAME
    from consistency.settings.file import shown

    return Path(shown(Path(settings.root or "", settings.baseline))) if settings.baseline else Path(NAME)


def opened(settings: Settings) -> Baseline | None:
    """The baseline, if one is set. Raises ``InputError`` where it cannot be read."""
    if settings.baseline is None:
        return None
    from consistency.findings.baseline import load

    return load(place(settings))


def hide_known(outcome: Outcome, baseline: Baseline | None, settings: Settings, quiet: bool) -> None:
    """Take what is in a baseline out of the reports, and tell of entries that are not found any more."""
    if baseline is None:
        return
    from consistency.findings.baseline import hide, stale

    old = len(stale(baseline, checked(outcome))) if thorough(settings) else 0
    outcome.reports = [hide(report, baseline) for report in outcome.reports]
    if old and not quiet:
        entries = "1 entry of the baseline is" if old == 1 else f"{old} entries of the baseline are"
        tell(f"{entries} no longer found; to remove them, run `consistency baseline prune`")


def checked(outcome: Outcome) -> list[Checked]:
    """The reports, each with what it looked for."""
    from consistency.findings.baseline import Checked

    return [Checked(report=report, codes=codes) for report, codes in zip(outcome.reports, outcome.codes, strict=True)]


def thorough(settings: Settings) -> bool:
    """Whether all findings are asked for: then what is not found is not there."""
    sure = settings.min_confidence <= _DEFAULT.min_confidence
    return sure and settings.min_severity == _DEFAULT.min_severity
