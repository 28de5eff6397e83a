"""Who depends on whom: the arc-eager transition system, with words that may be put back (Honnibal and Johnson 2015)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

from consistency.annotate.numpy_runner.transitions import Moves
from consistency.annotate.numpy_runner.tree import Tree, unlifted

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Kind(IntEnum):
    """Moves of the dependency parser."""

    SHIFT = 0
    REDUCE = 1
    LEFT = 2
    RIGHT = 3
    BREAK = 4


class Arcs:
    """The state of a parse: a stack, the words still to come, and the arcs so far."""

    def __init__(self, length: int) -> None:
        self._length = length
        self._next = 0
        self._stack: list[int] = []
        self._back: list[int] = []
        self._heads = [-1] * length
        self._labels = [""] * length
        self._left: defaultdict[int, list[int]] = defaultdict(list)
        self._right: defaultdict[int, list[int]] = defaultdict(list)
        self._kept = [False] * length
        self._starts: set[int] = set()

    @property
    def done(self) -> bool:
        """Whether stack and buffer are empty."""
        return not self._stack and not self._waiting

    @property
    def _waiting(self) -> int:
        return self._length - self._next + len(self._back)

    def seen(self) -> Sequence[int]:
        """Two words of the buffer, three of the stack, and the last children of the first of either."""
        first, top = self._buffer(0), self._top(0)
        return (
            first, self._buffer(1), top, self._top(1), self._top(2),
            _last(self._left, first), _last(self._left, top), _last(self._right, top),
        )  # fmt: skip

    def allowed(self, moves: Moves) -> NDArray[np.bool_]:
        """Which moves are possible now; it does not depend on their labels."""
        import numpy as np

        stacked, waiting, first = len(self._stack), self._waiting, self._buffer(0)
        begins = first in self._starts
        arc = bool(stacked and waiting and not begins)
        shift = not stacked or (waiting > 1 and not begins and not self._kept[first])
        after = self._buffer(1)
        breaks = waiting > 1 and after == first + 1 and after not in self._starts
        made: NDArray[np.bool_] = np.array([shift, stacked > 0, arc, arc, breaks])[moves.kinds]
        return made

    def make(self, kind: int, label: str) -> None:
        """Make a move."""
        if kind == Kind.SHIFT:
            self._push()
        elif kind == Kind.REDUCE:
            self._reduce()
        elif kind == Kind.LEFT:
            self._join(self._buffer(0), self._stack[-1], label)
            self._kept[self._buffer(0)] = False
            self._stack.pop()
        elif kind == Kind.RIGHT:
            self._join(self._stack[-1], self._buffer(0), label)
            self._push()
        else:
            self._starts.add(self._buffer(1))

    def stop(self) -> None:
        """Leave the analysis as it is."""
        self._stack.clear()
        self._back.clear()
        self._next = self._length

    def tree(self, spaces: Sequence[bool]) -> Tree:
        """What came of it; words without a head are roots. ``spaces`` says which words are only spaces."""
        heads = [number if head < 0 else head for number, head in enumerate(self._heads)]
        labels = [self._labels[number] if head != number else "ROOT" for number, head in enumerate(heads)]
        return unlifted(heads, labels, spaces)

    def _buffer(self, place: int) -> int:
        if place < len(self._back):
            return self._back[-place - 1]
        word = self._next + place - len(self._back)
        return word if word < self._length else -1

    def _top(self, place: int) -> int:
        return self._stack[-place - 1] if place < len(self._stack) else -1

    def _push(self) -> None:
        if self._back:
            self._stack.append(self._back.pop())
        else:
            self._stack.append(self._next)
            self._next += 1

    def _reduce(self) -> None:
        """Take the top of the stack away; a word without a head comes back once, unless it is the only one."""
        word = self._stack.pop()
        if self._heads[word] < 0 and self._stack:
            self._kept[word] = True
            self._back.append(word)

    def _join(self, head: int, child: int, label: str) -> None:
        before = self._heads[child]
        if before >= 0:
            (self._left if before > child else self._right)[before].remove(child)
        (self._left if head > child else self._right)[head].append(child)
        self._heads[child], self._labels[child] = head, label


def _last(children: dict[int, list[int]], word: int) -> int:
    found = children.get(word)
    return found[-1] if found else -1
