"""``consistency check``, once: plan which drafts to check, check them, deliver the report, derive the exit status."""

from __future__ import annotations

import re
import shlex
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from consistency.errors import ConsistencyError, InputError, NothingToCheck
from consistency.runs.baseline_filter import hide_known, load_baseline
from consistency.runs.deliver import finish
from consistency.runs.destinations import destinations
from consistency.runs.execute import execute
from consistency.runs.exit_status import Exit
from consistency.runs.outcomes import INTERRUPTED
from consistency.runs.plans import listed_paths, make_plan
from consistency.runs.progress import Progress
from consistency.runs.stderr import write_error, write_lines
from consistency.sources import Failure, Library
from consistency.sources.paths import shown

if TYPE_CHECKING:
    from consistency.runs.destinations import Target
    from consistency.runs.outcomes import Outcome, OutcomeMemory
    from consistency.settings import Scope, Settings
    from consistency.sources import Pair, Plan


#: Articles named in a message about an error they share.
MOST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRequest:
    """The options of ``check``; they stay the same while files change.

    ``fail_on_given``: whether the severity to fail on was given, which then overrides the articles' own.
    """

    scope: Scope
    paths: Sequence[str]
    sources: Sequence[str]
    files_from: str | None
    stdin_filename: str | None
    changed_since: str | None
    changed: bool
    allow_empty: bool
    formats: Sequence[Target]
    output: str | None
    exit_zero: bool
    fail_on_given: bool
    max_findings: int | None
    jobs: int
    color: str
    quiet: bool
    verbose: bool

    def threshold(self, settings: Settings) -> str:
        """The lowest severity that fails the run."""
        return "never" if self.exit_zero else settings.fail_on


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedCheck:
    """The drafts to check with their sources, and the settings of the working folder, which apply to the whole run."""

    settings: Settings
    plan: Plan
    library: Library


def plan_check(request: CheckRequest) -> PlannedCheck:
    """Find the drafts to check and their sources. Raises errors that affect the whole run."""
    given = listed_paths(request.paths, request.files_from, request.sources)
    settings, library = request.scope.at("."), Library(request.stdin_filename)
    plan = make_plan(
        request.scope, given, request.sources, request.changed_since, library,
        changed=request.changed, listed=request.files_from is not None,
    )  # fmt: skip
    return PlannedCheck(settings=settings, plan=plan, library=library)


def run_check(request: CheckRequest, planned: PlannedCheck, memory: OutcomeMemory | None = None) -> int:
    """Check the planned drafts and deliver the report; returns the exit status. Raises an error if it is all there is.

    ``memory`` has the outcomes of earlier checks. After an interrupt, finished drafts are reported, and then the
    interrupt is raised again: it decides the exit status.
    """
    places = destinations(request.formats, request.output, planned.plan.files)
    known, progress = load_baseline(planned.settings), Progress(request.quiet, request.verbose)
    plan = require_sources(planned.plan, request.allow_empty)
    verbose = VerboseLog(request.scope, request.verbose and not request.quiet)
    outcome = execute(plan, planned.library, progress, memory, jobs=request.jobs, checked=verbose.checked)
    done = len(plan.pairs) - sum(skipped.why == INTERRUPTED for skipped in outcome.skipped)
    if outcome.interrupted:
        _announce_partial_report(done, len(plan.pairs))
    verbose.finished(plan, done)
    _raise_sole_error(outcome, request.allow_empty)
    hide_known(outcome, known, planned.settings, request.quiet)
    found = finish(
        outcome.report(), places, request.color, request.threshold(planned.settings),
        fail_on_given=request.fail_on_given, most=request.max_findings, quiet=request.quiet,
    )  # fmt: skip
    if outcome.interrupted:
        raise outcome.interrupted
    return _status(outcome, found, request.changed_since, request.allow_empty)


def _announce_partial_report(done: int, drafts: int) -> None:
    write_lines(f"writing the report for {done} of {drafts} drafts; interrupt again to stop without a report")


def require_sources(plan: Plan, allow_empty: bool) -> Plan:
    """The plan; unless ``allow_empty``, a draft that was named and has no source is a failure."""
    if allow_empty:
        return plan
    more: tuple[str, ...] = ()
    hint = "name one with -s SOURCE, or list it under 'sources:' in the draft's front matter"
    alone = [draft.what for draft in plan.bare if draft.what in plan.named]
    if 1 < len(alone) <= MOST and not plan.pairs:
        first, *others = map(shlex.quote, alone)
        sources = " ".join(f"-s {other}" for other in others)
        hint = f"to check the first against the others: consistency check {first} {sources}"
        more = (f"to compare versions of one story: consistency compare {first} {' '.join(others)}",)
    bare = tuple(
        Failure(path=path, error=InputError("no source to check against", where=path, hint=hint, more=more))
        for path in alone
    )
    return replace(plan, failed=(*plan.failed, *bare), bare=tuple(b for b in plan.bare if b.what not in plan.named))


def _raise_sole_error(outcome: Outcome, allow_empty: bool) -> None:
    """Raise the run's single error if it has no other result to report."""
    errors = [failure.error for failure in (*outcome.failed, *outcome.empty)]
    if len(errors) != 1 or outcome.reports or outcome.skipped:
        return
    if not (allow_empty and isinstance(errors[0], NothingToCheck)):
        raise errors[0]


#: A line number after the path of an error.
_LINE = re.compile(r":\d+")


def _report_failures(failed: Sequence[Failure]) -> None:
    """Print what could not be checked: an error that articles share once, one with a line number each time."""
    alike: dict[tuple[object, ...], list[ConsistencyError]] = {}
    for error in (failure.error for failure in failed):
        at_line = error.where if error.where and _LINE.search(error.where) else None
        alike.setdefault((error.message, error.hint, error.more, error.where is None, at_line), []).append(error)
    for errors in alike.values():
        if len(errors) > 1 and errors[0].where:
            places = list(dict.fromkeys(str(error.where) for error in errors))
            named = ", ".join(places[:MOST])
            where = named if len(places) <= MOST else f"{named} and {len(places) - MOST} more"
            errors = [ConsistencyError(errors[0].message, where=where, hint=errors[0].hint, more=errors[0].more)]
        for error in errors:
            write_error(error)


def _status(outcome: Outcome, found: int, since: str | None, allow_empty: bool) -> int:
    """The exit status; prints failures, and why nothing was checked."""
    _report_failures(outcome.failed)
    if outcome.failed:
        return Exit.FAILED
    if outcome.reports:
        return found
    if not allow_empty:
        what = f"no change since {since} affects an article with sources" if since else "nothing to check"
        words = "no article with a source was found; name sources with -s or in the front matter"
        write_lines(f"error: {what}", *([] if since else [f"  {words}"]), "  use --allow-empty to exit with 0")
    return Exit.CLEAN if allow_empty else Exit.NOTHING


class VerboseLog:
    """The lines of ``--verbose`` on standard error; none unless ``wanted``."""

    def __init__(self, scope: Scope, wanted: bool) -> None:
        self._scope = scope
        self._wanted = wanted
        self._start = time.monotonic()

    def checked(self, pair: Pair) -> None:
        """Print a checked draft's settings file and sources."""
        if not self._wanted:
            return
        files = self._scope.explained("." if pair.draft == "-" else pair.draft).files
        settings = f"settings {shown(files[0])}" if files else "default settings"
        sources = ", ".join(f"{source.path} ({source.origin.value})" for source in pair.sources)
        write_lines(f"{pair.draft}: {settings}; sources: {sources}")

    def finished(self, plan: Plan, count: int) -> None:
        """Print what was left out, how many drafts were checked, and the time taken."""
        if not self._wanted:
            return
        for skipped in plan.left:
            write_lines(f"skipped: {skipped.what}: {skipped.why}")
        write_lines(f"checked {count} draft{'' if count == 1 else 's'} in {time.monotonic() - self._start:.1f} s")
