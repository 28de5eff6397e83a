"""Executes a plan: checks every draft against its sources; an error with one draft does not stop the others."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from consistency.errors import ConsistencyError, EmptyInput, ModelError, NothingToCheck, SettingsError
from consistency.runs.inputs import require_sentence
from consistency.runs.outcomes import Outcome, OutcomeMemory
from consistency.runs.processes import WorkerPool
from consistency.sources import Failure
from consistency.types import DISABLED, Report, Role

if TYPE_CHECKING:
    from consistency.check import Checker
    from consistency.runs.checkers import Checkers
    from consistency.runs.progress import Progress
    from consistency.sources import Library, Pair, Plan

#: Errors that every other draft would raise too.
_FATAL = (ModelError, SettingsError)


def execute(
    plan: Plan, library: Library, progress: Progress, memory: OutcomeMemory | None = None,
    *, jobs: int = 1, checked: Callable[[Pair], None] = lambda pair: None,
) -> Outcome:  # fmt: skip
    """Check the pairs of a plan one after the other. Raises errors that would affect all of them.

    An interrupt ends it: the outcome has what is finished by then, and lists the rest as skipped. The interrupt is
    raised if nothing is finished, or if there is a ``memory``, which has the outcomes of earlier plans: unchanged pairs
    are not checked again. Without a memory, ``jobs`` worker processes check pairs in parallel, unless an input is
    standard input or a pipe. ``checked`` is called with each pair once it is checked.
    """
    if memory is None and min(jobs, len(plan.pairs)) > 1 and not _reads_pipe(plan):
        return _side_by_side(plan, progress, min(jobs, len(plan.pairs)), checked)
    outcome = Outcome(skipped=[*plan.unmatched, *plan.bare], failed=list(plan.failed))
    fresh, memory = memory is None, memory or OutcomeMemory()
    single, finished = progress if len(plan.pairs) == 1 else None, 0
    try:
        for i, pair in enumerate(plan.pairs):
            if single is None:
                progress(f"checking {pair.draft}", i, len(plan.pairs))
            if fresh and i + 1 < len(plan.pairs):
                _prepare(plan.pairs[i + 1], memory.checkers, library)
            outcome.add(memory.outcome_of(pair, partial(_check_pair, pair, memory.checkers, library, single)))
            finished = i + 1
            checked(pair)
    except (KeyboardInterrupt, SystemExit) as stop:  # the latter from a signal to terminate
        if not fresh:
            raise
        outcome.stop(stop, plan.pairs[finished:])
    finally:
        memory.checkers.stop_encoding()
        progress.close()
    return outcome


def _side_by_side(plan: Plan, progress: Progress, jobs: int, checked: Callable[[Pair], None]) -> Outcome:
    outcome = Outcome(skipped=[*plan.unmatched, *plan.bare], failed=list(plan.failed))
    try:
        with WorkerPool(jobs, _pair_work) as pool:
            rest = list(plan.pairs)
            try:
                for pair, found in pool.results(plan.pairs):
                    outcome.add(_outcome_from_worker(pair, found))
                    rest.remove(pair)
                    progress("checked", len(plan.pairs) - len(rest), len(plan.pairs))
                    checked(pair)
            except (KeyboardInterrupt, SystemExit) as stop:
                for pair, found in pool.finished_early():
                    outcome.add(_outcome_from_worker(pair, found))
                    rest.remove(pair)
                outcome.stop(stop, rest)
    finally:
        progress.close()
    return outcome


def _pair_work() -> Callable[[Pair], Outcome]:
    """The function that a worker process calls for each pair."""
    from consistency.runs.checkers import Checkers
    from consistency.sources import Library

    checkers, library = Checkers(), Library()
    return lambda pair: _check_pair(pair, checkers, library, None)


def _outcome_from_worker(pair: Pair, found: Outcome | ConsistencyError) -> Outcome:
    """The outcome from a worker process, or a failure if the process died."""
    if isinstance(found, Outcome):
        return found
    told = ConsistencyError(found.message, where=pair.draft, hint=found.hint, more=found.more)
    return Outcome(failed=[Failure(path=pair.draft, error=told)])


def _reads_pipe(plan: Plan) -> bool:
    """Whether an input is standard input or a pipe, which only this process can read."""
    return any(path == "-" or Path(path).is_fifo() for path in plan.files)


def _prepare(pair: Pair, checkers: Checkers, library: Library) -> None:
    """Start to encode the next pair; its errors are reported when its turn comes."""
    with suppress(Exception):
        checkers.for_settings(pair.settings).encode_ahead(*library.pair(pair))


def _check_pair(pair: Pair, checkers: Checkers, library: Library, progress: Progress | None) -> Outcome:
    outcome = Outcome()
    try:
        checker = checkers.for_settings(pair.settings)
        outcome.reports.append(_check(pair, checker, library, progress))
        outcome.codes.append(frozenset(rule.code for rule in checker.engine.rules))
        outcome.skipped += pair.notes
    except NothingToCheck as error:
        outcome.empty.append(Failure(path=pair.draft, error=error))
    except _FATAL:
        raise
    except ConsistencyError as error:
        outcome.failed.append(Failure(path=pair.draft, error=error))
    except Exception as error:
        if os.environ.get("CONSISTENCY_DEBUG"):
            raise
        outcome.failed.append(Failure(path=pair.draft, error=_internal_error(pair, error)))
    return outcome


def _internal_error(pair: Pair, error: Exception) -> ConsistencyError:
    return ConsistencyError(
        f"internal error: {type(error).__name__}: {error}", where=pair.draft,
        hint="for a traceback, set CONSISTENCY_DEBUG=1; please report this error",
    )  # fmt: skip


def _check(pair: Pair, checker: Checker, library: Library, progress: Progress | None) -> Report:
    try:
        library.read(pair.draft, Role.DRAFT, pair.settings)
    except EmptyInput as error:
        raise NothingToCheck(error.message, where=error.where, hint=error.hint) from error
    draft, sources = library.pair(pair)
    if not draft.request.enabled:
        raise NothingToCheck(DISABLED, where=draft.path, hint="to check it, remove that key")
    require_sentence([draft], checker.sentences)
    return checker.check(draft, sources, progress=progress)
