"""The part that the dependency parser and the entity recogniser share: states scored, the best moves made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from consistency.annotate.numpy_runner.files import Network
from consistency.annotate.numpy_runner.vectors import best, linear

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: A kind of move and its label: (2, "nsubj") is a left arc to a subject.
Move = tuple[int, str]


class State(Protocol):
    """How far the analysis of one text has come."""

    @property
    def done(self) -> bool:
        """Whether nothing is left to decide."""

    def seen(self) -> Sequence[int]:
        """The words that the next move depends on, by their numbers; -1 for none."""

    def allowed(self, moves: Moves) -> NDArray[np.bool_]:
        """Which moves are possible now."""

    def make(self, kind: int, label: str) -> None:
        """Make a move."""

    def stop(self) -> None:
        """No move is possible: leave it at that."""


S = TypeVar("S", bound=State)


class Moves:
    """All moves, in the order of the network's scores."""

    def __init__(self, moves: Sequence[Sequence[Any]]) -> None:
        import numpy as np

        self.all: list[Move] = [(kind, label) for kind, label in moves]
        self.kinds = np.array([kind for kind, _ in self.all])
        self.labels = np.array([label for _, label in self.all])


def carried_out(states: Sequence[S], words: Sequence[NDArray[np.float32]], net: Network, moves: Moves) -> Sequence[S]:
    """The states, each of them done; ``words`` are the vectors of each text's words.

    Greedy, as spaCy's transition-based parser (Honnibal and Johnson 2015): what every word adds to a
    state, in every place that it can have there, is computed once.
    """
    import numpy as np

    lower, upper, entry = net.layers[:3]
    features, hidden, pieces, _ = lower["W"].shape
    joined = linear(np.concatenate(list(words)), entry)
    added = joined @ lower["W"].reshape(features * hidden * pieces, -1).T
    parts = np.concatenate([lower["pad"].reshape(1, -1), added]).reshape(-1, features, hidden * pieces)
    offsets = np.cumsum([1, *map(len, words)])
    going = [(state, offset) for state, offset in zip(states, offsets, strict=False) if not state.done]
    places = np.arange(features)
    while going:
        rows = [[word + offset if word >= 0 else 0 for word in state.seen()] for state, offset in going]
        sums = parts[np.array(rows), places].sum(axis=1) + lower["b"].reshape(-1)
        scores = linear(best(sums.reshape(len(going), hidden, pieces)), upper)
        allowed = np.stack([state.allowed(moves) for state, _ in going])
        chosen = np.where(allowed, scores, -np.inf).argmax(axis=1)
        for number, (state, _) in enumerate(going):
            if allowed[number].any():
                state.make(*moves.all[chosen[number]])
            else:
                state.stop()
        going = [(state, offset) for state, offset in going if not state.done]
    return states
