"""From words to vectors that know their neighbours: hashed embeddings, then four windows of maxout."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import TYPE_CHECKING

from consistency.annotate.numpy_runner.files import Layer, Network
from consistency.annotate.numpy_runner.murmur import rows

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

#: Layers of windows, each of which sees one word more to either side: so many empty words part two texts.
DEPTH = 4


def vectors(net: Network, keys: Sequence[NDArray[np.uint64]]) -> list[Floats]:
    """One array for each text, words x width; ``keys`` hold words x attributes.

    The method is the embedding of spaCy's "MultiHashEmbed" and "MaxoutWindowEncoder" (Honnibal 2017).
    """
    import numpy as np

    tables = [(layer["E"], seed) for layer, seed in zip(net.layers, net.seeds, strict=False)]
    rest = net.layers[len(tables) :]
    joined = np.concatenate(list(keys))
    seen = [table[rows(joined[:, n], seed, len(table))].sum(axis=1) for n, (table, seed) in enumerate(tables)]
    mixed = _normed(_maxout(np.concatenate(seen, axis=1), rest[0]), rest[1])
    lengths = [len(one) for one in keys]
    parts = np.split(mixed, np.cumsum(lengths)[:-1])
    empty = np.zeros((DEPTH, mixed.shape[1]), dtype=np.float32)
    padded = np.concatenate([empty, *(array for part in parts for array in (part, empty))])
    for number in range(2, len(rest), 2):
        padded = padded + _normed(_maxout(_windows(padded), rest[number]), rest[number + 1])
    starts = np.cumsum([DEPTH, *(length + DEPTH for length in lengths)])
    return [padded[start : start + length] for start, length in zip(starts, lengths, strict=False)]


def linear(values: Floats, layer: Layer) -> Floats:
    """Weights times values, and the bias."""
    made: Floats = values @ layer["W"].T + layer["b"]
    return made


def best(values: Floats) -> Floats:
    """The highest of the pieces on the last axis, taken one by one: for so few, NumPy's own maximum is slow."""
    import numpy as np

    pieces = (values[..., piece] for piece in range(values.shape[-1]))
    return reduce(np.maximum, pieces)


def _windows(values: Floats) -> Floats:
    """Each row between the one before and the one after it."""
    import numpy as np

    none = np.zeros((1, values.shape[1]), dtype=np.float32)
    before, after = np.concatenate([none, values[:-1]]), np.concatenate([values[1:], none])
    return np.concatenate([before, values, after], axis=1)


def _maxout(values: Floats, layer: Layer) -> Floats:
    out, pieces, width = layer["W"].shape
    made = values @ layer["W"].reshape(out * pieces, width).T + layer["b"].reshape(-1)
    return best(made.reshape(len(values), out, pieces))


def _normed(values: Floats, layer: Layer) -> Floats:
    mean, variance = values.mean(axis=1, keepdims=True), values.var(axis=1, keepdims=True)
    made: Floats = (values - mean) * (variance + 1e-08) ** -0.5 * layer["G"] + layer["b"]
    return made
