"""Standard error: whatever is said there goes through this module, with nothing in it that acts."""

from __future__ import annotations

import contextlib
import sys
import threading
import warnings
from typing import Any

from consistency.errors import ConsistencyError


def tell(*lines: str) -> None:
    """Write these lines. What they quote may contain anything: a line break inside a line is shown as ``\\n``."""
    from consistency.reports.safe import line

    _write("".join(f"{line(words)}\n" for words in lines))


def tell_error(error: ConsistencyError) -> None:
    """Write what is wrong and where, and under it what to do."""
    head, *hint = error.lines
    tell(f"error: {head}", *hint)


def tell_trace(error: BaseException | None) -> None:
    """Write the trace of an exception."""
    import traceback

    if error is not None:
        tell(*"".join(traceback.format_exception(error)).splitlines())


def overwrite(words: str = "") -> None:
    """Put words in place of those on the last line of the terminal, and stay on that line."""
    from consistency.reports.safe import line

    _write(f"\r\x1b[K{line(words)}")


def guard() -> None:
    """Have the warnings, log records and uncaught exceptions of this process written by ``tell``."""
    import logging

    class Handler(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            tell(f"{record.levelname.lower()}: {record.getMessage()}")

    def warned(message: Warning | str, *_: Any, **__: Any) -> None:
        tell(f"warning: {message}")

    warnings.showwarning = warned
    logging.lastResort = Handler(logging.WARNING)
    sys.excepthook = lambda _, error, __: tell_trace(error)
    sys.unraisablehook = lambda found: tell_trace(found.exc_value)
    threading.excepthook = lambda found: tell_trace(found.exc_value)


def _write(text: str) -> None:
    with contextlib.suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(text)
        sys.stderr.flush()
