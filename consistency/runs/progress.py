"""Progress on standard error."""

from __future__ import annotations

import sys
import time

from consistency.runs.stderr import overwrite_line, write_lines

#: Seconds between two lines if standard error is not a terminal.
PAUSE = 10.0


class Progress:
    """A callback ``(stage, done, total)``: one changing line on a terminal, otherwise a line now and then.

    ``quiet`` silences it. On a terminal ``close`` removes the line.
    """

    def __init__(self, quiet: bool = False, verbose: bool = False) -> None:
        self.live = not quiet and _terminal()
        self.log = not quiet and verbose and not self.live
        self.last = 0.0

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` are finished in ``stage``; a ``total`` of 0 is not known."""
        words = f"{stage} {done}/{total}" if total else f"{stage} {done}"
        if self.live and (done == total or time.monotonic() - self.last > 0.1):
            self.last = time.monotonic()
            overwrite_line(words)
        elif self.log and (self.last == 0.0 or time.monotonic() - self.last > PAUSE):
            self.last = time.monotonic()
            write_lines(words)

    def message(self, words: str) -> None:
        """Print a line that stays, unless silenced."""
        if self.live or self.log:
            self.close()
            write_lines(words)

    def close(self) -> None:
        """Remove the changing line."""
        if self.live:
            overwrite_line()


def _terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()
