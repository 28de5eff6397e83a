"""Words with lemma, part of speech, dependency and entity.

The pipeline that comes with this program is run directly from its files; any other English one that
is installed instead is run by spaCy. Labels of entities are unreliable (a surname read as an
organisation): trust where an entity starts and ends, not what it is called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Protocol

from consistency.annotate.pipeline import available, installed, known, pipeline_signature, verify_pipeline
from consistency.types import Word

__all__ = ["annotate", "available", "pipeline_signature", "verify_pipeline"]

#: Characters of one text given to the pipeline at once; its memory grows with the longest text.
LONGEST = 5_000

#: Texts per batch.
BATCH = 64

#: Half of a surrogate pair: strings are hashed as UTF-8, which has no word for it.
_SURROGATE = re.compile("[\ud800-\udfff]")


class Annotator(Protocol):
    """What runs a pipeline."""

    def annotate(self, texts: Sequence[str]) -> list[tuple[Word, ...]]:
        """The words of each text, in order."""


def annotate(texts: Sequence[str]) -> list[tuple[Word, ...]]:
    """The words of each text, in order; the pipeline is opened at the first call.

    Raises ``ModelError`` where an English pipeline is missing.
    """
    pieces = [(number, start, piece) for number, text in enumerate(texts) for start, piece in _pieces(text)]
    found: list[list[Word]] = [[] for _ in texts]
    for first in range(0, len(pieces), BATCH):
        batch = pieces[first : first + BATCH]
        annotated = _annotator().annotate([_SURROGATE.sub("\ufffd", piece) for _, _, piece in batch])
        for (number, start, _), words in zip(batch, annotated, strict=True):
            found[number] += _moved(words, start, len(found[number])) if start else words
    return [tuple(words) for words in found]


@lru_cache(maxsize=1)
def _annotator() -> Annotator:
    # A run whose sentences were all annotated before only asks for the signature.
    pipeline = installed()
    if pipeline is not None and known(pipeline):
        from consistency.annotate.numpy_runner import Direct

        return Direct(pipeline)
    from consistency.annotate.spacy_runner import Library

    return Library(pipeline)


def _moved(words: Sequence[Word], start: int, first: int) -> Iterator[Word]:
    """The words of a piece that begins at character ``start`` of its text and is word ``first`` of it."""
    for word in words:
        yield replace(word, start=word.start + start, end=word.end + start, head=word.head + first)


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """A text cut at spaces into pieces that the pipeline can hold, with their offsets."""
    start = 0
    while len(text) - start > LONGEST:
        end = text.rfind(" ", start + 1, start + LONGEST)
        end = start + LONGEST if end < 0 else end
        yield start, text[start:end]
        start = end
    if start < len(text):
        yield start, text[start:]
