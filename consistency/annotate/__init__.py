"""Words with lemma, part of speech, dependency and entity.

The pipeline that comes with this program is run in NumPy (``numpy_runner``); any other English one is run by spaCy
(``spacy_runner``). Labels of entities are unreliable (a surname read as an organisation): trust where an entity
starts and ends, not what it is called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Protocol

from consistency.annotate.pipeline import is_bundled, pipeline_signature, verify_pipeline
from consistency.types import Word

__all__ = ["DEFAULT", "annotate", "pipeline_signature", "verify_pipeline"]

#: The pipeline that comes with this program.
DEFAULT = "en_core_web_sm"

#: Characters of one text given to the pipeline at once; its memory grows with the longest text.
LONGEST = 5_000

#: Texts per batch.
BATCH = 64

#: Half of a surrogate pair: strings are hashed as UTF-8, which has no word for it.
_SURROGATE = re.compile("[\ud800-\udfff]")


class Runner(Protocol):
    """A pipeline in memory."""

    def annotate(self, texts: Sequence[str]) -> list[tuple[Word, ...]]:
        """The words of each text, in order."""


def annotate(texts: Sequence[str], pipeline: str = DEFAULT) -> list[tuple[Word, ...]]:
    """The words of each text, in order; the pipeline is opened at the first call.

    Raises ModelError where the pipeline is not installed or one of its files was altered.
    """
    pieces = [(number, start, piece) for number, text in enumerate(texts) for start, piece in _pieces(text)]
    found: list[list[Word]] = [[] for _ in texts]
    for first in range(0, len(pieces), BATCH):
        batch = pieces[first : first + BATCH]
        annotated = _runner(pipeline).annotate([_SURROGATE.sub("\ufffd", piece) for _, _, piece in batch])
        for (number, start, _), words in zip(batch, annotated, strict=True):
            found[number] += _moved(words, start, len(found[number])) if start else words
    return [tuple(words) for words in found]


@lru_cache(maxsize=2)
def _runner(pipeline: str) -> Runner:
    if is_bundled(pipeline):
        from consistency.annotate.numpy_runner import open_pipeline

        return open_pipeline()
    from consistency.annotate.spacy_runner import SpacyPipeline

    return SpacyPipeline(pipeline)


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
