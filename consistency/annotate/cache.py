"""Words that were annotated before need no pipeline: an annotator behind a store."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Sequence
from dataclasses import fields
from operator import attrgetter

from consistency.annotate import annotate, pipeline_signature
from consistency.cache import Store
from consistency.types import Word

_LAYOUT = 1

_FIELDS = attrgetter(*(field.name for field in fields(Word)))

#: Sentences kept in memory; a batch whose drafts share their sources needs no more.
KEPT = 5_000


class Annotator:
    """Annotates each sentence once for all runs that share a store, and once for this run without one."""

    def __init__(self, pipeline: str, store: Store | None) -> None:
        self._pipeline = pipeline
        self._store = store
        self._known: dict[str, tuple[Word, ...]] = {}
        self._namespace = f"words/{_LAYOUT}/{pipeline_signature(pipeline, store)}"

    def annotate(self, texts: Sequence[str]) -> list[tuple[Word, ...]]:
        """The words of each text, in order."""
        new = list(dict.fromkeys(text for text in texts if text not in self._known))
        keys = {text: hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest() for text in new}
        stored = self._store.get_many(self._namespace, list(keys.values())) if self._store and new else {}
        self._known.update({text: unpack(stored[key]) for text, key in keys.items() if key in stored})
        missing = [text for text in new if text not in self._known]
        made = dict(zip(missing, annotate(missing, self._pipeline), strict=True)) if missing else {}
        if self._store and made:
            self._store.put_many(self._namespace, {keys[text]: pack(words) for text, words in made.items()})
        self._known.update(made)
        found = [self._known[text] for text in texts]
        if len(self._known) > KEPT:
            self._known.clear()
        return found


def pack(words: Sequence[Word]) -> bytes:
    """Words as bytes: compressed JSON, one list for each word."""
    rows = [_FIELDS(word) for word in words]
    return zlib.compress(json.dumps(rows, separators=(",", ":")).encode(), 1)


def unpack(value: bytes) -> tuple[Word, ...]:
    """The words of ``pack``."""
    return tuple(Word(*row) for row in json.loads(zlib.decompress(value)))
