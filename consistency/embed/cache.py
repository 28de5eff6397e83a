"""Embeddings that were computed before need no model: an encoder behind a store."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Sequence

from consistency.cache import Store
from consistency.embed.encoder import Embedding, Encoder, frozen

#: Layout, flags, width of a vector, number of word pieces; then float32 vector, int32 spans, float16 tokens.
_HEADER = struct.Struct("<BBHI")
_LAYOUT = 1


class CachedEncoder:
    """The same answers as ``encoder``, bit for bit, which is asked only for texts that are new.

    ``kind`` tells apart runtimes whose last bits differ.
    """

    def __init__(self, encoder: Encoder, store: Store, *, kind: str) -> None:
        self.encoder = encoder
        self._store = store
        self._namespace = f"vectors/{encoder.signature}/{kind}"

    @property
    def signature(self) -> str:
        """The signature of the encoder."""
        return self.encoder.signature

    def encode(self, texts: Sequence[str]) -> list[Embedding]:
        """One embedding for each text, in order."""
        keys = {text: digest(text) for text in texts}
        stored = self._store.get_many(self._namespace, list(keys.values()))
        known = {text: unpack(stored[key]) for text, key in keys.items() if key in stored}
        missing = [text for text in keys if known.get(text) is None]
        made = dict(zip(missing, self.encoder.encode(missing), strict=True)) if missing else {}
        self._store.put_many(self._namespace, {keys[text]: pack(one) for text, one in made.items()})
        return [known.get(text) or made[text] for text in texts]


def uncached(encoder: Encoder) -> Encoder:
    """The encoder that computes, where this one only remembers what it computed."""
    return encoder.encoder if isinstance(encoder, CachedEncoder) else encoder


def digest(text: str) -> bytes:
    """The key of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def pack(embedding: Embedding) -> bytes:
    """The embedding as bytes."""
    import numpy as np

    count, width = len(embedding.tokens), len(embedding.vector)
    header = _HEADER.pack(_LAYOUT, embedding.truncated, width, count)
    tokens = embedding.tokens.astype(np.float16)
    return header + embedding.vector.tobytes() + embedding.spans.tobytes() + tokens.tobytes()


def unpack(value: bytes) -> Embedding | None:
    """The embedding of ``pack``, or ``None`` if the bytes are not one."""
    import numpy as np

    if len(value) < _HEADER.size:
        return None
    layout, truncated, width, count = _HEADER.unpack_from(value)
    start = _HEADER.size
    middle, end = start + 4 * width, start + 4 * width + 8 * count
    if layout != _LAYOUT or len(value) != end + 2 * width * count:
        return None
    tokens = np.frombuffer(value, np.float16, offset=end).astype(np.float32).reshape(count, width)
    return Embedding(
        vector=np.frombuffer(value, np.float32, width, offset=start),
        spans=np.frombuffer(value, np.int32, 2 * count, offset=middle).reshape(count, 2),
        tokens=frozen(tokens),
        truncated=bool(truncated),
    )
