"""Annotation by spaCy, for any English pipeline; the only module that imports spaCy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import TYPE_CHECKING, Any

from consistency.annotate.pipeline import data_files, pipeline_folder
from consistency.annotate.spacy_import import lean
from consistency.errors import ModelError
from consistency.types import Word

if TYPE_CHECKING:
    from spacy.language import Language

#: Parts that are never read: the parser already finds sentences, and of the 80,000 strings that a
#: pipeline has seen, those that a text or a label needs are added with it.
UNUSED = ("senter", "textcat", "textcat_multilabel", "entity_linker", "strings")


class SpacyPipeline:
    """A pipeline of spaCy, in memory. Raises ModelError where it cannot be loaded."""

    def __init__(self, name: str) -> None:
        self._nlp = load(pipeline_folder(name))

    def annotate(self, texts: Sequence[str]) -> list[tuple[Word, ...]]:
        """The words of each text, in order."""
        return [tuple(_words(doc)) for doc in self._nlp.pipe(texts)]


def load(folder: Path) -> Language:
    """The pipeline in this folder. Raises ModelError; a package's own code is not run."""
    _refuse_pickles(folder)
    with lean():
        util = import_module("spacy.util")
        try:
            nlp: Language = util.load_model_from_path(folder, exclude=list(UNUSED))
        except (OSError, ValueError, ImportError, AttributeError) as error:
            raise ModelError(f"spaCy cannot load the linguistic pipeline: {error}", where=str(folder)) from error
    return nlp


def _refuse_pickles(folder: Path) -> None:
    """PyTorch's weights inside a pipeline are pickled: loading them can run code that is not its package's."""
    for path in data_files(folder):
        with path.open("rb") as file:
            if path.stat().st_size and mmap(file.fileno(), 0, access=ACCESS_READ).find(b"/data.pkl") >= 0:
                raise ModelError("pickled weights can run code and are not loaded", where=str(path))


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
