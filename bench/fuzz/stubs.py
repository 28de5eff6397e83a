"""Stand-ins for the two models: same answers every time, in microseconds, and of the same shape.

They know no language; what they say is plausible enough for every later stage to have something to do.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache

from bench.stub import StubEncoder
from consistency.engine import Resources
from consistency.types import Word

#: Dimensions of its vectors: the fewest that keep words apart.
WIDTH = 48

#: Words of the longest chain: a parser that has read language makes none that is longer.
DEEP = 60

_TOKEN = re.compile(r"\s+|\w+(?:['’]\w+)*|[^\w\s]")
_SMALL = {
    **dict.fromkeys(("the", "a", "an", "this", "its", "their"), ("DET", "DT", "det")),
    **dict.fromkeys(("of", "in", "on", "for", "from", "by", "with", "at"), ("ADP", "IN", "prep")),
    **dict.fromkeys(("he", "she", "it", "they", "who"), ("PRON", "PRP", "nsubj")),
    **dict.fromkeys(("not", "never", "n't"), ("PART", "RB", "neg")),
    **dict.fromkeys(("and", "or", "but"), ("CCONJ", "CC", "cc")),
    **dict.fromkeys(("may", "will", "would", "could", "was", "is", "has"), ("AUX", "MD", "aux")),
}
_LABELS = ("PERSON", "ORG", "GPE", "PERSON", "NORP", "")


class StubAnnotator:
    """Words by their looks; the first verb is the root, and every other word depends on the one before it."""

    def annotate(self, texts: Sequence[str]) -> list[tuple[Word, ...]]:
        """The words of each text, in order."""
        return [_annotated(text) for text in texts]


@contextmanager
def stubbed() -> Iterator[None]:
    """Meanwhile every checker, whoever makes it, has the stand-ins for its models."""
    encoder, annotator = StubEncoder(WIDTH), StubAnnotator()
    saved = {name: Resources.__dict__[name] for name in ("encoder", "annotator")}
    Resources.encoder = property(lambda self: encoder)  # type: ignore[assignment, method-assign]
    Resources.annotator = property(lambda self: annotator)  # type: ignore[assignment, method-assign]
    try:
        yield
    finally:
        for name, value in saved.items():
            setattr(Resources, name, value)


@lru_cache(maxsize=2_000)
def _annotated(text: str) -> tuple[Word, ...]:
    matches = [match for match in _TOKEN.finditer(text) if match[0] != " "]
    looks = [_look(match[0]) for match in matches]
    root = next((number for number, (pos, _, _) in enumerate(looks) if pos == "VERB"), 0)
    words: list[Word] = []
    for number, (match, (pos, tag, dep)) in enumerate(zip(matches, looks, strict=True)):
        label = _LABELS[zlib.crc32(match[0].encode("utf-8", "surrogatepass")) % len(_LABELS)] if pos == "PROPN" else ""
        begins = bool(label) and not (words and words[-1].entity == label)
        head, relation = (root, "ROOT") if number == root else (_head(number, root, looks), dep)
        told = "" if pos == "SPACE" else match[0]
        end = match.end() if told else match.start()
        words.append(Word(match.start(), end, told, told.lower(), pos, tag, relation, head, label, begins))
    return tuple(words)


def _head(number: int, root: int, looks: Sequence[tuple[str, str, str]]) -> int:
    """Small words depend on what follows them, others on the word before; all chains end at the root, soon enough."""
    if abs(root - number) > DEEP:
        return root
    if number < root:
        return number + 1
    return root if looks[number][0] in ("NOUN", "PROPN", "PUNCT", "PRON") else number - 1


@lru_cache(maxsize=50_000)
def _look(word: str) -> tuple[str, str, str]:
    lower = word.lower()
    if lower in _SMALL:
        return _SMALL[lower]
    if word.isspace():
        return "SPACE", "_SP", ""
    if word[0].isnumeric():
        return "NUM", "CD", "nummod"
    if not word[0].isalpha():
        return "PUNCT", word, "punct"
    if lower.endswith(("ed", "said", "says", "told", "fell", "rose")):
        return "VERB", "VBD", "ROOT"
    if word[0].isupper():
        return "PROPN", "NNP", "nsubj"
    if lower.endswith("ly"):
        return "ADV", "RB", "advmod"
    return ("ADJ", "JJ", "amod") if lower.endswith(("al", "ive", "ous", "est")) else ("NOUN", "NN", "dobj")
