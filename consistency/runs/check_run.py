"""One turn of a check: what there is now, checked and told."""

from __future__ import annotations

import re
import shlex
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from consistency.errors import ConsistencyError, InputError, NothingToCheck
from consistency.runs.baseline_filter import hide_known, opened
from consistency.runs.deliver import finish
from consistency.runs.destinations import placed
from consistency.runs.execute import carry_out
from consistency.runs.exit_status import Exit
from consistency.runs.outcomes import INTERRUPTED
from consistency.runs.plans import listed, planned
from consistency.runs.progress import Progress
from consistency.runs.stderr import tell, tell_error
from consistency.sources import Failure, Library
from consistency.sources.paths import shown

if TYPE_CHECKING:
    from consistency.runs.destinations import Target
    from consistency.runs.outcomes import Memory, Outcome
    from consistency.settings import Scope, Settings
    from consistency.sources import Pair, Plan


#: Articles with one and the same error that are named.
MOST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the line of ``check`` asks for: it stays, whatever becomes of the files.

    ``firm`` where the severity to fail on is among it: then no article's own replaces it.
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
    firm: bool
    max_findings: int | None
    jobs: int
    color: str
    quiet: bool
    verbose: bool

    def threshold(self, settings: Settings) -> str:
        """The severity from which on a finding is a failure."""
        return "never" if self.exit_zero else settings.fail_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What there is to check, and the settings of the working folder, which are the run's."""

    settings: Settings
    plan: Plan
    library: Library


def look(asked: Asked) -> Seen:
    """What there is to check. Raises what concerns the whole run."""
    given = listed(asked.paths, asked.files_from, asked.sources)
    settings, library = asked.scope.at("."), Library(asked.stdin_filename)
    plan = planned(
        asked.scope, given, asked.sources, asked.changed_since, library,
        changed=asked.changed, listed=asked.files_from is not None,
    )  # fmt: skip
    return Seen(settings=settings, plan=plan, library=library)


def answer(asked: Asked, seen: Seen, memory: Memory | None = None) -> int:
    """Check it, tell what is found, and get the exit status. Raises what went wrong where that is all.

    ``memory`` knows what came of earlier turns. Where the run is interrupted, what is finished is reported, and
    then the interrupt is raised again: it decides the exit status.
    """
    places = placed(asked.formats, asked.output, seen.plan.files)
    known, progress = opened(seen.settings), Progress(asked.quiet, asked.verbose)
    plan = strict(seen.plan, asked.allow_empty)
    verbose = Verbose(asked.scope, asked.verbose and not asked.quiet)
    outcome = carry_out(plan, seen.library, progress, memory, jobs=asked.jobs, checked=verbose.checked)
    done = len(plan.pairs) - sum(skipped.why == INTERRUPTED for skipped in outcome.skipped)
    if outcome.interrupted:
        _say_rest(done, len(plan.pairs))
    verbose.finished(plan, done)
    _alone(outcome, asked.allow_empty)
    hide_known(outcome, known, seen.settings, asked.quiet)
    found = finish(
        outcome.report(), places, asked.color, asked.threshold(seen.settings),
        firm=asked.firm, most=asked.max_findings, quiet=asked.quiet,
    )  # fmt: skip
    if outcome.interrupted:
        raise outcome.interrupted
    return _status(outcome, found, asked.changed_since, asked.allow_empty)


def _say_rest(done: int, drafts: int) -> None:
    tell(f"writing the report for {done} of {drafts} drafts; interrupt again to stop without a report")


def strict(plan: Plan, allow_empty: bool) -> Plan:
    """The plan, in which an article that was named and has no source is a failure, unless that is allowed."""
    if allow_empty:
        return plan
    more: tuple[str, ...] = ()
    hint = "name one with -s SOURCE, or list it under 'sources:' in the draft's front matter"
    alone = [one.what for one in plan.bare if one.what in plan.named]
    if 1 < len(alone) <= MOST and not plan.pairs:
        first, *others = map(shlex.quote, alone)
        sources = " ".join(f"-s {one}" for one in others)
        hint = f"to check the first against the others: consistency check {first} {sources}"
        more = (f"to compare versions of one story: consistency compare {first} {' '.join(others)}",)
    bare = tuple(
        Failure(path=path, error=InputError("no source to check against", where=path, hint=hint, more=more))
        for path in alone
    )
    return replace(plan, failed=(*plan.failed, *bare), bare=tuple(b for b in plan.bare if b.what not in plan.named))


def _alone(outcome: Outcome, allow_empty: bool) -> None:
    """Raise what went wrong where it is all that came of the run: there is nothing to report then."""
    errors = [one.error for one in (*outcome.failed, *outcome.empty)]
    if len(errors) != 1 or outcome.reports or outcome.skipped:
        return
    if not (allow_empty and isinstance(errors[0], NothingToCheck)):
        raise errors[0]


#: The line that an error is at, behind its file.
_LINE = re.compile(r":\d+")


def _tell_failed(failed: Sequence[Failure]) -> None:
    """Say what could not be checked; an error that many articles have is reported once, one at a line at each line."""
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
            tell_error(error)


def _status(outcome: Outcome, found: int, since: str | None, allow_empty: bool) -> int:
    """The exit status; what the report does not make plain is told on standard error."""
    _tell_failed(outcome.failed)
    if outcome.failed:
        return Exit.FAILED
    if outcome.reports:
        return found
    if not allow_empty:
        what = f"no change since {since} affects an article with sources" if since else "nothing to check"
        words = "no article with a source was found; name sources with -s or in the front matter"
        tell(f"error: {what}", *([] if since else [f"  {words}"]), "  use --allow-empty to exit with 0")
    return Exit.CLEAN if allow_empty else Exit.NOTHING


class Verbose:
    """Says on standard error what was done with each draft; nothing unless ``wanted``."""

    def __init__(self, scope: Scope, wanted: bool) -> None:
        self._scope = scope
        self._wanted = wanted
        self._start = time.monotonic()

    def checked(self, pair: Pair) -> None:
        """Say with which settings and sources a draft was checked."""
        if not self._wanted:
            return
        files = self._scope.explained("." if pair.draft == "-" else pair.draft).files
        settings = f"settings {shown(files[0])}" if files else "default settings"
        sources = ", ".join(f"{source.path} ({source.origin.value})" for source in pair.sources)
        tell(f"{pair.draft}: {settings}; sources: {sources}")

    def finished(self, plan: Plan, count: int) -> None:
        """Say what was left out, how many drafts were checked, and how long it took."""
        if not self._wanted:
            return
        for one in plan.left:
            tell(f"skipped: {one.what}: {one.why}")
        tell(f"checked {count} draft{'' if count == 1 else 's'} in {time.monotonic() - self._start:.1f} s")
