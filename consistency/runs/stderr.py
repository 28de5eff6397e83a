"""Standard error: everything written there goes through this module, which escapes control characters."""

from __future__ import annotations

import contextlib
import sys
import threading
import warnings
from typing import Any

from consistency.errors import ConsistencyError


def write_lines(*lines: str) -> None:
    """Write lines, with control characters escaped: a line break inside a line appears as ``\\n``."""
    from consistency.reports.safe import line

    _write("".join(f"{line(words)}\n" for words in lines))


def write_error(error: ConsistencyError) -> None:
    """Write the error with its place, and the hint below it."""
    head, *hint = error.lines
    write_lines(f"error: {head}", *hint)


def write_trace(error: BaseException | None) -> None:
    """Write the trace of an exception."""
    import traceback

    if error is not None:
        write_lines(*"".join(traceback.format_exception(error)).splitlines())


def overwrite_line(words: str = "") -> None:
    """Replace the last line of the terminal, and stay on it."""
    from consistency.reports.safe import line

    _write(f"\r\x1b[K{line(words)}")


def capture_diagnostics() -> None:
    """Send warnings, log records and uncaught exceptions of this process through ``write_lines``."""
    import logging

    class Handler(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            write_lines(f"{record.levelname.lower()}: {record.getMessage()}")

    def warned(message: Warning | str, *_: Any, **__: Any) -> None:
        write_lines(f"warning: {message}")

    warnings.showwarning = warned
    logging.lastResort = Handler(logging.WARNING)
    sys.excepthook = lambda _, error, __: write_trace(error)
    sys.unraisablehook = lambda found: write_trace(found.exc_value)
    threading.excepthook = lambda found: write_trace(found.exc_value)


def _write(text: str) -> None:
    with contextlib.suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(text)
        sys.stderr.flush()
