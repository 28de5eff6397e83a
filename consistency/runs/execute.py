"""A plan carried out: every pair checked, and what goes wrong with one told, which is no reason to stop."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from consistency.errors import ConsistencyError, EmptyInput, ModelError, NothingToCheck, SettingsError
from consistency.runs.inputs import fit
from consistency.runs.outcomes import Memory, Outcome
from consistency.runs.processes import Crew
from consistency.sources import Failure
from consistency.types import DISABLED, Report, Role

if TYPE_CHECKING:
    from consistency.check import Checker
    from consistency.runs.checkers import Checkers
    from consistency.runs.progress import Progress
    from consistency.sources import Library, Pair, Plan

#: Errors that the next article would meet too.
_FOR_ALL = (ModelError, SettingsError)


def carry_out(
    plan: Plan, library: Library, progress: Progress, memory: Memory | None = None,
    *, jobs: int = 1, checked: Callable[[Pair], None] = lambda pair: None,
) -> Outcome:  # fmt: skip
    """Check the pairs of a plan one after the other; raises what would hinder every one of them.

    An interrupt ends it: the outcome has what is finished by then, and names what is not. It is raised where
    nothing is finished, and where there is a ``memory``, which knows what came of earlier plans: what has not
    changed since is not checked again. Without a memory, ``jobs`` processes check pairs side by side, unless
    something is to be read from standard input or a pipe. ``checked`` hears of each pair in turn.
    """
    if memory is None and min(jobs, len(plan.pairs)) > 1 and not _piped(plan):
        return _side_by_side(plan, progress, min(jobs, len(plan.pairs)), checked)
    outcome = Outcome(skipped=[*plan.unmatched, *plan.bare], failed=list(plan.failed))
    fresh, memory = memory is None, memory or Memory()
    single, finished = progress if len(plan.pairs) == 1 else None, 0
    try:
        for i, pair in enumerate(plan.pairs):
            if single is None:
                progress(f"checking {pair.draft}", i, len(plan.pairs))
            if fresh and i + 1 < len(plan.pairs):
                _expect(plan.pairs[i + 1], memory.checkers, library)
            outcome.add(memory.came(pair, partial(_try, pair, memory.checkers, library, single)))
            finished = i + 1
            checked(pair)
    except (KeyboardInterrupt, SystemExit) as stop:  # the latter from a signal to terminate
        if not fresh:
            raise
        outcome.stop(stop, plan.pairs[finished:])
    finally:
        memory.checkers.leave()
        progress.close()
    return outcome


def _side_by_side(plan: Plan, progress: Progress, jobs: int, checked: Callable[[Pair], None]) -> Outcome:
    outcome = Outcome(skipped=[*plan.unmatched, *plan.bare], failed=list(plan.failed))
    try:
        with Crew(jobs, _checking) as crew:
            rest = list(plan.pairs)
            try:
                for pair, found in crew.answers(plan.pairs):
                    outcome.add(_came(pair, found))
                    rest.remove(pair)
                    progress("checked", len(plan.pairs) - len(rest), len(plan.pairs))
                    checked(pair)
            except (KeyboardInterrupt, SystemExit) as stop:
                for pair, found in crew.early():
                    outcome.add(_came(pair, found))
                    rest.remove(pair)
                outcome.stop(stop, rest)
    finally:
        progress.close()
    return outcome


def _checking() -> Callable[[Pair], Outcome]:
    """What a process does with a pair."""
    from consistency.runs.checkers import Checkers
    from consistency.sources import Library

    checkers, library = Checkers(), Library()
    return lambda pair: _try(pair, checkers, library, None)


def _came(pair: Pair, found: Outcome | ConsistencyError) -> Outcome:
    """What a process found, or that it did not live to tell."""
    if isinstance(found, Outcome):
        return found
    told = ConsistencyError(found.message, where=pair.draft, hint=found.hint, more=found.more)
    return Outcome(failed=[Failure(path=pair.draft, error=told)])


def _piped(plan: Plan) -> bool:
    """Whether something can be read only once, and in this process."""
    return any(path == "-" or Path(path).is_fifo() for path in plan.files)


def _expect(pair: Pair, checkers: Checkers, library: Library) -> None:
    """Begin with the pair that comes next; what is wrong with it is told when its turn comes."""
    with suppress(Exception):
        checkers.of(pair.settings).encode_ahead(*library.pair(pair))


def _try(pair: Pair, checkers: Checkers, library: Library, progress: Progress | None) -> Outcome:
    outcome = Outcome()
    try:
        checker = checkers.of(pair.settings)
        outcome.reports.append(_check(pair, checker, library, progress))
        outcome.codes.append(frozenset(rule.code for rule in checker.engine.rules))
        outcome.skipped += pair.notes
    except NothingToCheck as error:
        outcome.empty.append(Failure(path=pair.draft, error=error))
    except _FOR_ALL:
        raise
    except ConsistencyError as error:
        outcome.failed.append(Failure(path=pair.draft, error=error))
    except Exception as error:
        if os.environ.get("CONSISTENCY_DEBUG"):
            raise
        outcome.failed.append(Failure(path=pair.draft, error=_fault(pair, error)))
    return outcome


def _fault(pair: Pair, error: Exception) -> ConsistencyError:
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
    fit([draft], checker.sentences)
    return checker.check(draft, sources, progress=progress)
