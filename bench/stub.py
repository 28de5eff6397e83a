"""Vectors of words without a model: for measuring what the program itself does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from consistency.embed.encoder import Embedding, embedding

#: As many as the default model reads, and the width of its vectors.
PIECES, WIDTH = 254, 384

_PIECE = re.compile(r"\w+|[^\w\s]")


class StubEncoder:
    """Equal words have equal vectors, others are at right angles, nearly; a sentence is the mean of its words."""

    def __init__(self) -> None:
        self._known: dict[str, NDArray[np.float32]] = {}

    @property
    def signature(self) -> str:
        """A name in the place of a model's."""
        return "stub@1"

    def encode(self, texts: Sequence[str]) -> list[Embedding]:
        """One embedding for each text, in order."""
        return [self._embedding(text) for text in texts]

    def _embedding(self, text: str) -> Embedding:
        pieces = list(_PIECE.finditer(text))
        rows = [self._vector(piece.group().lower()) for piece in pieces[:PIECES]]
        tokens = np.stack(rows) if rows else np.zeros((0, WIDTH), dtype=np.float32)
        mean = tokens.mean(axis=0) if rows else np.full(WIDTH, 1.0, dtype=np.float32)
        length = float(np.linalg.norm(mean)) or 1.0
        spans = [piece.span() for piece in pieces[:PIECES]]
        return embedding((mean / length).astype(np.float32), tokens, spans, truncated=len(pieces) > PIECES)

    def _vector(self, word: str) -> NDArray[np.float32]:
        if word not in self._known:
            seed = int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
            self._known[word] = np.random.default_rng(seed).standard_normal(WIDTH).astype(np.float32)
        return self._known[word]
