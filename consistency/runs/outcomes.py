"""What came of checked pairs, and the memory of it for as long as their files stay as they are."""

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

#: Why a draft was not checked that an interrupt came before.
INTERRUPTED = "interrupted"

#: Times of change, size and number of a file.
Stamp = tuple[int, int, int, int]


@dataclass(slots=True)
class Outcome:
    """What came of a plan: reports, and what was not checked because of its nature or of an error.

    ``codes`` are those of the rules that each of the reports looked for. ``interrupted`` is what stopped
    the run before all of the plan was done.
    """

    reports: list[Report] = field(default_factory=list)
    codes: list[frozenset[str]] = field(default_factory=list)
    empty: list[Failure] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)
    interrupted: BaseException | None = None

    def add(self, other: Outcome) -> None:
        """Put what came of another plan behind it."""
        self.reports += other.reports
        self.codes += other.codes
        self.empty += other.empty
        self.skipped += other.skipped
        self.failed += other.failed

    def stop(self, why: BaseException, rest: Sequence[Pair]) -> None:
        """End before the ``rest`` of the plan is done. Raises ``why`` where nothing is finished."""
        if not self.reports:
            raise why
        self.interrupted = why
        self.skipped += [Skipped(what=pair.draft, why=INTERRUPTED) for pair in rest]

    def report(self) -> Report:
        """All of it as one report."""
        told = [Skipped(what=one.path, why=_why(one)) for one in (*self.empty, *self.failed)]
        summary = dict.fromkeys(("error", "warning", "note"), 0)
        empty = Report(articles=(), findings=(), alignments=(), signature="", summary=summary)
        found = merge(self.reports) if self.reports else empty
        return replace(found, skipped=tuple(dict.fromkeys((*found.skipped, *self.skipped, *told))))


def _why(failure: Failure) -> str:
    error = failure.error
    if error.where in (None, failure.path):
        return error.message
    line = error.where.removeprefix(f"{failure.path}:")
    return f"line {line}: {error.message}" if line != error.where else f"{error.where}: {error.message}"


def stamps(paths: Iterable[str]) -> dict[str, Stamp | None]:
    """For each file what changes when it does; None where there is no such file."""
    return {path: _stamp(path) for path in paths}


def _stamp(path: str) -> Stamp | None:
    try:
        found = os.stat(path)  # noqa: PTH116 - for every file of a plan
    except (OSError, ValueError):
        return None
    # The time of the inode too: a file that may be read now was not written.
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


class Memory:
    """Checkers that stay, their models loaded, and what came of each pair; one for all turns of a run."""

    def __init__(self) -> None:
        self.checkers = Checkers()
        self._known: dict[str, tuple[object, Outcome]] = {}

    def came(self, pair: Pair, make: Callable[[], Outcome]) -> Outcome:
        """What came of a pair, which ``make`` makes where the pair or one of its files is not as it was."""
        # Taken before the files are read: one that is changed while it is read has another stamp the next time.
        # The day, because an acceptance may end with it.
        state = date.today(), pair, stamps((pair.draft, *(source.path for source in pair.sources)))
        known = self._known.get(pair.draft)
        if known is None or known[0] != state:
            known = self._known[pair.draft] = state, make()
        return known[1]
