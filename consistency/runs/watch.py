"""``consistency check --watch``: one turn after the other, as long as files change."""

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

from consistency.runs.check_run import answer
from consistency.runs.destinations import placed
from consistency.runs.exit_status import told
from consistency.runs.file_changes import alarms, require
from consistency.runs.outcomes import Memory
from consistency.runs.stderr import tell
from consistency.runs.watch_state import see
from consistency.sources.paths import real

if TYPE_CHECKING:
    from consistency.runs.check_run import Asked
    from consistency.runs.watch_state import View

#: Seconds until one looks unasked, since not every system tells of every change: a network drive of none, say.
PAUSE = 1.0

#: How many times as long as a look takes is waited for the next one unasked.
PATIENCE = 50


def fit(asked: Asked) -> Asked:
    """The same, its new reports no articles. Raises what no file that changes could mend."""
    require()
    new = [real(file) for _, file in placed(asked.formats, asked.output) if file != "-" and not os.path.lexists(file)]
    here = real(Path.cwd())
    apart = [glob.escape(file.relative_to(here).as_posix()) for file in new if file.is_relative_to(here)]
    return replace(asked, paths=(*asked.paths, *(f"!/{pattern}" for pattern in apart)))


def stay(asked: Asked, clear: Callable[[], None]) -> int:
    """Check now, and again after each change, until interrupted; ``clear`` empties the screen before each check.

    Returns only where standard output has lost its reader, with the status of the last turn.
    """
    asked = fit(asked)
    memory, reader = Memory(), _reader()
    with _terminable():
        view, news = see(asked), ""
        while True:
            if os.environ.get("TERM") != "dumb":
                clear()
            if news:
                _say(asked, news)
            status = _turn(asked, view, memory)
            if _reader() != reader:
                return status
            memory.checkers.warm()
            later = _next(asked, view)
            view, news = later, _news(view, later)


def _turn(asked: Asked, view: View, memory: Memory) -> int:
    """Check what is seen; what is wrong with it is told, and may be mended."""
    try:
        return told(view.found) if isinstance(view.found, Exception) else answer(asked, view.found, memory)
    except Exception as error:
        return told(error)


def _next(asked: Asked, view: View) -> View:
    """The next view that differs; what changed while the last one was checked makes it one."""
    with closing(alarms(view.folders)) as moments:
        next(moments)
        later, due = _looked(asked, view)
        if later == view:
            _say(asked, "Watching for changes; Ctrl-C to stop")
        while later == view:
            changed = next(moments)
            if view.concerns(changed) or time.monotonic() > due:
                later, due = _looked(asked, view)
    return later


def _looked(asked: Asked, before: View) -> tuple[View, float]:
    """What is seen now, and when to look again unasked."""
    start = time.monotonic()
    view = see(asked, before)
    end = time.monotonic()
    return view, end + max(PAUSE, PATIENCE * (end - start))


def _news(view: View, later: View) -> str:
    """That something changed, with the first of the files that did, where one can be told."""
    changed = [path for path, stamp in later.files.items() if view.files.get(path, stamp) != stamp]
    more = f" and {len(changed) - 1} more" if len(changed) > 1 else ""
    return f"File change detected: {changed[0]}{more}" if changed else "File change detected"


def _say(asked: Asked, words: str) -> None:
    if not asked.quiet:
        tell(f"[{time.strftime('%H:%M:%S')}] {words}")


def _reader() -> object:
    """What standard output leads to: where its reader goes away, that becomes nothing."""
    with suppress(OSError, ValueError, AttributeError):
        found = os.fstat(sys.stdout.fileno())
        return found.st_dev, found.st_ino
    return None


@contextmanager
def _terminable() -> Iterator[None]:
    """Meanwhile a request to terminate is an interrupt: what is being written is put away, and no trace shown."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
