"""The pipeline, loaded without what is never used of it and of spaCy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from consistency.errors import ModelError
from consistency.extract.linguistic.lean import lean
from consistency.extract.linguistic.pipeline import INSTALL, Pipeline, installed
from consistency.extract.linguistic.tokenizer import LEARNING, USUAL, learning

if TYPE_CHECKING:
    from spacy.language import Language

#: Parts that are never read: the parser already finds sentences, and of the 80,000 strings that a
#: pipeline has seen, those that a text or a label needs are added with it.
UNUSED = ("senter", "textcat", "textcat_multilabel", "entity_linker", "strings")


@lru_cache(maxsize=1)
def load() -> Language:
    """The pipeline, loaded once."""
    pipeline = installed()
    if find_spec("spacy") is None or pipeline is None:
        raise ModelError("no English linguistic pipeline is installed", hint=INSTALL)
    with lean():
        import_module("spacy")
        try:
            with _announced():
                nlp: Language = import_module(pipeline.module).load(exclude=list(UNUSED), config=_config(pipeline))
        except (OSError, ValueError, ImportError, AttributeError) as error:
            message = f"the linguistic pipeline {pipeline.module} cannot be loaded: {error}"
            raise ModelError(message, where=str(pipeline.meta.parent), hint=INSTALL) from error
    return nlp


def _config(pipeline: Pipeline) -> dict[str, Any]:
    """What to load otherwise than the pipeline says: the tokenizer, where it is the usual one."""
    spacy: Any = import_module("spacy")
    config = next(pipeline.meta.parent.rglob("config.cfg"), None)
    if config is None or spacy.util.load_config(config)["nlp"]["tokenizer"] != {"@tokenizers": USUAL}:
        return {}
    if not spacy.registry.has("tokenizers", LEARNING):
        spacy.registry.tokenizers(LEARNING, func=learning)
    return {"nlp": {"tokenizer": {"@tokenizers": LEARNING}}}


@contextmanager
def _announced() -> Iterator[None]:
    """While the pipeline is loaded, spaCy's registries search only what is announced to them, a hundred times over."""
    from importlib.metadata import EntryPoints

    catalogue: Any = import_module("catalogue")
    found = catalogue.AVAILABLE_ENTRY_POINTS
    theirs = (group for group in found.groups if group.startswith(("spacy", "thinc")))
    catalogue.AVAILABLE_ENTRY_POINTS = EntryPoints(point for group in theirs for point in found.select(group=group))
    try:
        yield
    finally:
        catalogue.AVAILABLE_ENTRY_POINTS = found
