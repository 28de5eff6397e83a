"""Annotation by spaCy itself, for any English pipeline; the one module that imports it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from mmap import ACCESS_READ, mmap
from typing import TYPE_CHECKING, Any

from consistency.annotate.pipeline import INSTALL, Pipeline, data_files
from consistency.annotate.spacy_import import lean
from consistency.errors import ModelError
from consistency.types import Word

if TYPE_CHECKING:
    from spacy.language import Language

#: Parts that are never read: the parser already finds sentences, and of the 80,000 strings that a
#: pipeline has seen, those that a text or a label needs are added with it.
UNUSED = ("senter", "textcat", "textcat_multilabel", "entity_linker", "strings")


class Library:
    """An installed pipeline, loaded. Raises ``ModelError`` where it cannot be."""

    def __init__(self, pipeline: Pipeline | None) -> None:
        self._nlp = load(pipeline)

    def annotate(self, texts: Sequence[str]) -> list[tuple[Word, ...]]:
        """The words of each text, in order."""
        return [tuple(_words(doc)) for doc in self._nlp.pipe(texts)]


@lru_cache(maxsize=1)
def load(pipeline: Pipeline | None) -> Language:
    """The pipeline, loaded once."""
    if find_spec("spacy") is None or pipeline is None:
        raise ModelError("no English linguistic pipeline is installed", hint=INSTALL)
    _refuse_pickles(pipeline)
    with lean():
        import_module("spacy")
        try:
            nlp: Language = import_module(pipeline.module).load(exclude=list(UNUSED))
        except (OSError, ValueError, ImportError, AttributeError) as error:
            message = f"the linguistic pipeline {pipeline.module} cannot be loaded: {error}"
            raise ModelError(message, where=str(pipeline.meta.parent), hint=INSTALL) from error
    return nlp


def _refuse_pickles(pipeline: Pipeline) -> None:
    """PyTorch's weights inside a pipeline are pickled: loading them can run code that is not its package's."""
    for path in data_files(pipeline.meta.parent):
        with path.open("rb") as file:
            if path.stat().st_size and mmap(file.fileno(), 0, access=ACCESS_READ).find(b"/data.pkl") >= 0:
                raise ModelError("pickled weights can run code and are not loaded", where=str(path), hint=INSTALL)


def _words(doc: Any) -> Iterator[Word]:
    for token in doc:
        if token.is_space:
            # Heads count all tokens: a space keeps its place as an empty word.
            yield Word(token.idx, token.idx, "", "", "SPACE", "_SP", "", token.head.i, "", False)
            continue
        yield Word(
            token.idx, token.idx + len(token.text), token.text, token.lemma_, token.pos_, token.tag_, token.dep_,
            token.head.i, token.ent_type_, token.ent_iob_ == "B",
        )  # fmt: skip
