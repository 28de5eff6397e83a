"""Names and figures: a transition system that begins, continues and ends entities word by word (BILUO)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

from consistency.annotate.numpy_runner.transitions import Moves

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Kind(IntEnum):
    """Moves of the entity recogniser; the first kind is never made."""

    MISSING = 0
    BEGIN = 1
    IN = 2
    LAST = 3
    UNIT = 4
    OUT = 5


class Entities:
    """The state of a recogniser that reads from left to right.

    ``starts`` says where sentences begin, which no entity goes across, and ``spaces`` which words are
    spaces, with which none begins.
    """

    def __init__(self, starts: Sequence[bool], spaces: Sequence[bool]) -> None:
        self._starts, self._spaces = starts, spaces
        self._next = 0
        self._open: tuple[int, str] | None = None
        self.found: list[tuple[int, int, str]] = []

    @property
    def done(self) -> bool:
        """Whether every word is read."""
        return self._next >= len(self._starts)

    def seen(self) -> Sequence[int]:
        """The next word, and the first and the last one of the entity that is open."""
        if self._open is None:
            return (self._next, -1, -1)
        return (self._next, self._open[0], self._next - 1)

    def allowed(self, moves: Moves) -> NDArray[np.bool_]:
        """Which moves are possible now."""
        import numpy as np

        word = self._next
        onward = word + 1 < len(self._starts) and not self._starts[word + 1]
        inside, free = self._open is not None, self._open is None and not self._spaces[word]
        kinds = np.array([False, free and onward, inside and onward, inside, free, not inside])[moves.kinds]
        labels = moves.labels == self._open[1] if self._open else (moves.labels != "") | (moves.kinds == Kind.OUT)
        made: NDArray[np.bool_] = kinds & labels
        return made

    def make(self, kind: int, label: str) -> None:
        """Make a move."""
        if kind in (Kind.BEGIN, Kind.UNIT):
            self._open = (self._next, label)
        self._next += 1
        if self._open and kind in (Kind.LAST, Kind.UNIT):
            self.found.append((self._open[0], self._next, self._open[1]))
            self._open = None

    def stop(self) -> None:
        """Leave the analysis as it is."""
        self._next = len(self._starts)
