"""Vectors of words without a model: for measuring and fuzzing what the program itself does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from consistency.embed.encoder import Embedding, embedding, frozen

#: As many as the default model reads, and the width of its vectors.
PIECES, WIDTH = 254, 384

_PIECE = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")


class StubEncoder:
    """Equal words have equal vectors, others are nearly at right angles; a sentence is the sum of its words.

    ``width`` is the number of dimensions: few are fast, many keep words apart.
    """

    signature = "stub@2"

    def __init__(self, width: int = WIDTH) -> None:
        self._width = width
        self._vector = lru_cache(maxsize=50_000)(self._new_vector)
        self._embedding = lru_cache(maxsize=2_000)(self._new_embedding)

    def encode(self, texts: Sequence[str]) -> list[Embedding]:
        """One embedding for each text, in order."""
        return [self._embedding(text) for text in texts]

    def _new_embedding(self, text: str) -> Embedding:
        found = list(_PIECE.finditer(text))
        pieces = found[:PIECES]
        rows = [self._vector(piece.group().lower()) for piece in pieces]
        tokens = np.array(rows, dtype=np.float32).reshape(-1, self._width)
        total = tokens.sum(axis=0) if rows else self._vector("")
        length = float(np.linalg.norm(total)) or 1.0
        spans = [piece.span() for piece in pieces]
        return embedding((total / length).astype(np.float32), tokens, spans, truncated=len(found) > PIECES)

    def _new_vector(self, word: str) -> NDArray[np.float32]:
        seed = int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
        made = np.random.default_rng(seed).standard_normal(self._width).astype(np.float32)
        return frozen(made / np.linalg.norm(made))
