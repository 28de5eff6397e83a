"""Outcomes of checks, and the memory of them while files stay unchanged."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from consistency.reports.merge import merge
from consistency.runs.checkers import Checkers
from consistency.types import Report, Skipped

if TYPE_CHECKING:
    from consistency.sources import Failure, Pair

#: Why a draft was not checked before an interrupt.
INTERRUPTED = "interrupted"

#: Modification and inode time, size and inode of a file.
Stamp = tuple[int, int, int, int]


@dataclass(slots=True)
class Outcome:
    """The outcome of a plan: reports, skipped articles and failures.

    ``codes`` are those of the rules that ran for each report. ``interrupted`` is the exception that stopped the run
    before the whole plan was checked.
    """

    reports: list[Report] = field(default_factory=list)
    codes: list[frozenset[str]] = field(default_factory=list)
    empty: list[Failure] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)
    interrupted: BaseException | None = None

    def add(self, other: Outcome) -> None:
        """Append the outcome of another plan."""
        self.reports += other.reports
        self.codes += other.codes
        self.empty += other.empty
        self.skipped += other.skipped
        self.failed += other.failed

    def stop(self, why: BaseException, rest: Sequence[Pair]) -> None:
        """Note that the ``rest`` of the plan was not checked. Raises ``why`` if nothing is finished."""
        if not self.reports:
            raise why
        self.interrupted = why
        self.skipped += [Skipped(what=pair.draft, why=INTERRUPTED) for pair in rest]

    def report(self) -> Report:
        """One report of everything."""
        errors = [Skipped(what=failure.path, why=_reason(failure)) for failure in (*self.empty, *self.failed)]
        summary = dict.fromkeys(("error", "warning", "note"), 0)
        empty = Report(articles=(), findings=(), alignments=(), signature="", summary=summary)
        merged = merge(self.reports) if self.reports else empty
        return replace(merged, skipped=tuple(dict.fromkeys((*merged.skipped, *self.skipped, *errors))))


def _reason(failure: Failure) -> str:
    error = failure.error
    if error.where in (None, failure.path):
        return error.message
    line = error.where.removeprefix(f"{failure.path}:")
    return f"line {line}: {error.message}" if line != error.where else f"{error.where}: {error.message}"


def file_stamps(paths: Iterable[str]) -> dict[str, Stamp | None]:
    """A stamp for each file that changes whenever the file does; None for a missing file."""
    return {path: _stamp(path) for path in paths}


def _stamp(path: str) -> Stamp | None:
    try:
        found = os.stat(path)  # noqa: PTH116 - for every file of a plan
    except (OSError, ValueError):
        return None
    # The inode time too: a change of permissions does not touch the modification time.
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


class OutcomeMemory:
    """Checkers with loaded models, and the last outcome of each draft, for all checks of a run."""

    def __init__(self) -> None:
        self.checkers = Checkers()
        self._known: dict[str, tuple[object, Outcome]] = {}

    def outcome_of(self, pair: Pair, check: Callable[[], Outcome]) -> Outcome:
        """The outcome of a pair; ``check`` is called if the pair, one of its files or the date changed."""
        # Taken before the files are read, so that a change while they are read shows the next time.
        # The day, because an acceptance may expire with it.
        state = date.today(), pair, file_stamps((pair.draft, *(source.path for source in pair.sources)))
        known = self._known.get(pair.draft)
        if known is None or known[0] != state:
            known = self._known[pair.draft] = state, check()
        return known[1]
