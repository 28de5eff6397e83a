"""Exit statuses, signals that end a run, and errors reported on standard error."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from enum import IntEnum
from typing import NoReturn

from consistency.errors import ConsistencyError
from consistency.runs.stderr import write_error, write_lines, write_trace


class Exit(IntEnum):
    """The exit statuses of the command line."""

    CLEAN = 0
    FINDINGS = 1
    FAILED = 2
    NOTHING = 3
    HUNG_UP = 129
    INTERRUPTED = 130
    TERMINATED = 143


#: Their meanings, as the documentation lists them.
MEANINGS = {
    Exit.CLEAN: "checked; no findings at or above `--fail-on` (default `error`)",
    Exit.FINDINGS: "checked; findings",
    Exit.FAILED: "could not check: wrong usage, unreadable input, unwritable output, missing model, internal error",
    Exit.NOTHING: "nothing to check: no article with a source, or no sentence in it; 0 with `--allow-empty`",
    Exit.HUNG_UP: "terminal closed (SIGHUP)",
    Exit.INTERRUPTED: "interrupted (Ctrl-C, SIGINT)",
    Exit.TERMINATED: "terminated (SIGTERM)",
}


class Stopped(KeyboardInterrupt):
    """SIGHUP or SIGTERM; handled like an interrupt, so that output is cleaned up and no trace is printed."""

    def __init__(self, code: Exit) -> None:
        super().__init__()
        self.code = code


def handle_stop_signals() -> None:
    """Turn SIGHUP and SIGTERM into ``Stopped`` exceptions; a signal that is ignored stays ignored."""
    for name, code in (("SIGHUP", Exit.HUNG_UP), ("SIGTERM", Exit.TERMINATED)):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, lambda *_, code=code: _stop(code))


def _stop(code: Exit) -> NoReturn:
    raise Stopped(code)


def report_error(error: Exception) -> int:
    """Report an error on standard error; returns the exit status for it."""
    if os.environ.get("CONSISTENCY_DEBUG"):
        write_trace(error)
    return _explain(error)


def _explain(error: Exception) -> int:
    if isinstance(error, ConsistencyError):
        write_error(error)
        return error.exit_code
    if isinstance(error, BrokenPipeError):
        silence_stdout()
        return Exit.CLEAN
    if isinstance(error, OSError):
        silence_stdout()
        write_lines(f"error: {_system(error)}")
        return Exit.FAILED
    write_lines(
        f"internal error: {type(error).__name__}: {error}",
        "  for a traceback, set CONSISTENCY_DEBUG=1; please report this error",
    )
    return Exit.FAILED


def error_text(error: ConsistencyError | OSError) -> str:
    """The error in lines that are safe to print."""
    from consistency.reports.safe import line

    return "\n".join(map(line, error.lines if isinstance(error, ConsistencyError) else [_system(error)]))


def _system(error: OSError) -> str:
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{error.strerror or error}"


def silence_stdout() -> None:
    """Discard buffered output: the interpreter would try to flush it again at exit, and complain."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        devnull = os.open(os.devnull, os.O_WRONLY)
        os.dup2(devnull, sys.stdout.fileno())
        os.close(devnull)
