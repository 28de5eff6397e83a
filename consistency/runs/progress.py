"""What is being done, on standard error."""

from __future__ import annotations

import sys
import time

from consistency.runs.stderr import overwrite, tell

#: Seconds between two lines where standard error is not a terminal.
PAUSE = 10.0


class Progress:
    """A callback ``(stage, done, total)``: one changing line on a terminal, else a line now and then.

    ``quiet`` silences it. On a terminal nothing is left behind once ``close`` is called.
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
            overwrite(words)
        elif self.log and (self.last == 0.0 or time.monotonic() - self.last > PAUSE):
            self.last = time.monotonic()
            tell(words)

    def say(self, words: str) -> None:
        """A line that stays, unless silenced."""
        if self.live or self.log:
            self.close()
            tell(words)

    def close(self) -> None:
        """Take the changing line away."""
        if self.live:
            overwrite()


def _terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()
