"""What came of pairs that were checked before, for as long as their files stay as they are."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

from consistency.cli.checkers import Checkers

if TYPE_CHECKING:
    from consistency.cli.many import Outcome
    from consistency.sources import Pair

#: Times of change, size and number of a file.
Stamp = tuple[int, int, int, int]


def stamps(paths: Iterable[str]) -> dict[str, Stamp | None]:
    """For each file what changes when it does; None where there is no such file."""
    return {path: _stamp(path) for path in paths}


def _stamp(path: str) -> Stamp | None:
    try:
        found = os.stat(path)  # noqa: PTH116 - for every file of a plan
    except (OSError, ValueError):
        return None
    # The time of the inode too: a file that may be read now was not written.
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


class Memory:
    """Checkers that stay, their models loaded, and what came of each pair; one for all turns of a run."""

    def __init__(self) -> None:
        self.checkers = Checkers()
        self._known: dict[str, tuple[object, Outcome]] = {}

    def came(self, pair: Pair, make: Callable[[], Outcome]) -> Outcome:
        """What came of a pair, which ``make`` makes where the pair or one of its files is not as it was."""
        # Taken before the files are read: one that is changed while it is read has another stamp the next time.
        # The day, because an acceptance may end with it.
        state = date.today(), pair, stamps((pair.draft, *(source.path for source in pair.sources)))
        known = self._known.get(pair.draft)
        if known is None or known[0] != state:
            known = self._known[pair.draft] = state, make()
        return known[1]
