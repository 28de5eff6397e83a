"""What every encoder gives: for each text a sentence vector, its word-piece vectors and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Word pieces of one batch. Batches of 16 to 32 sentences of news were fastest on two cores (bench/embedding.py).
BUDGET = 1024

#: Most sentences of one batch.
MOST = 32

#: Lengths are padded to a multiple of this, so that a text is always computed in the same shape.
STEP = 8


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Embedding:
    """A text as the encoder sees it; the arrays are read-only.

    ``vector`` is the sentence, unit length. ``tokens`` has one row for each word piece, from a middle
    layer of the encoder, not normalised; its values are exact in float16. ``spans`` are their character
    ranges in the text. ``truncated`` says that the text was longer than the encoder reads: ``vector``
    and ``tokens`` then know its beginning only.
    """

    vector: NDArray[np.float32]
    tokens: NDArray[np.float32]
    spans: NDArray[np.int32]
    truncated: bool = False


class Encoder(Protocol):
    """Turns texts into embeddings. ``signature`` names the model and the digest of its files."""

    @property
    def signature(self) -> str:
        """For example ``all-MiniLM-L6-v2@c6b090cf2f5c``; the same whatever runs the model."""
        ...

    def encode(self, texts: Sequence[str]) -> list[Embedding]:
        """One embedding for each text, in order. Raises ModelError if the model cannot be used."""
        ...


def padded(length: int, most: int) -> int:
    """The length to which a text of ``length`` word pieces is padded: it depends on nothing else."""
    return min(-(-length // STEP) * STEP, most)


def batches(lengths: Sequence[int]) -> list[list[int]]:
    """Indices grouped so that each batch has texts of one padded length only, shortest first."""
    groups: dict[int, list[int]] = {}
    for index, length in enumerate(lengths):
        groups.setdefault(length, []).append(index)
    made = []
    for length in sorted(groups):
        size = max(1, min(MOST, BUDGET // length))
        made += [groups[length][start : start + size] for start in range(0, len(groups[length]), size)]
    return made


def embedding(
    vector: NDArray[np.float32], tokens: NDArray[np.float32], spans: Sequence[tuple[int, int]], *, truncated: bool
) -> Embedding:
    """An embedding from a runtime's raw output; word-piece vectors are rounded as the cache keeps them."""
    import numpy as np

    exact = tokens.astype(np.float16).astype(np.float32)
    places = np.array(spans, dtype=np.int32).reshape(-1, 2)
    return Embedding(vector=frozen(np.array(vector)), tokens=frozen(exact), spans=frozen(places), truncated=truncated)


def frozen(array: NDArray[Any]) -> NDArray[Any]:
    """The same array, read-only."""
    array.flags.writeable = False
    return array


def plain(text: str) -> str:
    """The text with unpaired surrogates, which no tokenizer takes, replaced one for one."""
    return text.encode("utf-8", "replace").decode("utf-8")
