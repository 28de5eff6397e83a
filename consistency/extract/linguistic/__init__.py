"""Words with lemma, part of speech, dependency and entity: the one package that imports spaCy.

Any installed English pipeline serves; the small one is preferred. Labels of entities are
unreliable (a surname read as an organisation): trust where an entity starts and ends, not what
it is called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from consistency.extract.linguistic.pipeline import available, pipeline_signature
from consistency.types import Word

__all__ = ["annotate", "available", "pipeline_signature"]

#: Characters of one text given to the pipeline at once; its memory grows with the longest text.
LONGEST = 5_000

#: Texts per batch.
BATCH = 64

#: Half of a surrogate pair: spaCy keeps its strings as UTF-8, which has no word for it.
_SURROGATE = re.compile("[\ud800-\udfff]")


def annotate(texts: Sequence[str]) -> list[tuple[Word, ...]]:
    """The words of each text, in order; the pipeline is loaded at the first call.

    Raises ``ModelError`` where spaCy or an English pipeline is missing.
    """
    # A run whose sentences were all annotated before only asks for the signature.
    from consistency.extract.linguistic.load import load

    pieces = [(number, start, piece) for number, text in enumerate(texts) for start, piece in _pieces(text)]
    found: list[list[Word]] = [[] for _ in texts]
    if not pieces:
        return [() for _ in texts]
    docs = load().pipe((_SURROGATE.sub("\ufffd", piece) for _, _, piece in pieces), batch_size=BATCH)
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
