"""``consistency check --watch``: checks again whenever a file changes."""

from __future__ import annotations

import glob
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from consistency.runs.check_run import run_check
from consistency.runs.destinations import destinations
from consistency.runs.exit_status import report_error
from consistency.runs.file_changes import changes, require_watchfiles
from consistency.runs.outcomes import OutcomeMemory
from consistency.runs.stderr import write_lines
from consistency.runs.watch_state import observe
from consistency.sources.paths import real

if TYPE_CHECKING:
    from consistency.runs.check_run import CheckRequest
    from consistency.runs.watch_state import WatchedState

#: Least seconds between two looks without a notification: some systems, such as network drives, send none.
PAUSE = 1.0

#: The pause between such looks, as a multiple of the time that one takes.
PATIENCE = 50


def _prepared(request: CheckRequest) -> CheckRequest:
    """The request, with its reports excluded from the articles. Raises errors that no changed file could fix."""
    require_watchfiles()
    new = [
        real(file)
        for _, file in destinations(request.formats, request.output)
        if file != "-" and not os.path.lexists(file)
    ]
    here = real(Path.cwd())
    apart = [glob.escape(file.relative_to(here).as_posix()) for file in new if file.is_relative_to(here)]
    return replace(request, paths=(*request.paths, *(f"!/{pattern}" for pattern in apart)))


def watch(request: CheckRequest, clear: Callable[[], None]) -> int:
    """Check now, and again after each change, until interrupted; ``clear`` empties the screen before each check.

    Returns only if standard output has lost its reader, with the status of the last check.
    """
    request = _prepared(request)
    memory, reader = OutcomeMemory(), _output_reader()
    with _termination_interrupts():
        state, news = observe(request), ""
        while True:
            if os.environ.get("TERM") != "dumb":
                clear()
            if news:
                _say(request, news)
            status = _check(request, state, memory)
            if _output_reader() != reader:
                return status
            memory.checkers.load_models()
            later = _next_state(request, state)
            state, news = later, _change_message(state, later)


def _check(request: CheckRequest, state: WatchedState, memory: OutcomeMemory) -> int:
    """Check what is there now; errors are reported, and the next change is awaited."""
    try:
        return (
            report_error(state.planned)
            if isinstance(state.planned, Exception)
            else run_check(request, state.planned, memory)
        )
    except Exception as error:
        return report_error(error)


def _next_state(request: CheckRequest, state: WatchedState) -> WatchedState:
    """The next state that differs, including changes made during the last check."""
    with closing(changes(state.folders)) as moments:
        next(moments)
        later, due = _observed(request, state)
        if later == state:
            _say(request, "Watching for changes; Ctrl-C to stop")
        while later == state:
            changed = next(moments)
            if state.concerns(changed) or time.monotonic() > due:
                later, due = _observed(request, state)
    return later


def _observed(request: CheckRequest, before: WatchedState) -> tuple[WatchedState, float]:
    """The state now, and when to look again without a notification."""
    start = time.monotonic()
    state = observe(request, before)
    end = time.monotonic()
    return state, end + max(PAUSE, PATIENCE * (end - start))


def _change_message(state: WatchedState, later: WatchedState) -> str:
    """A message that names the first changed file, if one is known."""
    changed = [path for path, stamp in later.files.items() if state.files.get(path, stamp) != stamp]
    more = f" and {len(changed) - 1} more" if len(changed) > 1 else ""
    return f"File change detected: {changed[0]}{more}" if changed else "File change detected"


def _say(request: CheckRequest, words: str) -> None:
    if not request.quiet:
        write_lines(f"[{time.strftime('%H:%M:%S')}] {words}")


def _output_reader() -> object:
    """Identifies the file behind standard output; changes if its reader goes away."""
    with suppress(OSError, ValueError, AttributeError):
        found = os.fstat(sys.stdout.fileno())
        return found.st_dev, found.st_ino
    return None


@contextmanager
def _termination_interrupts() -> Iterator[None]:
    """In this context SIGTERM is an interrupt, so that output is cleaned up and no trace printed."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
