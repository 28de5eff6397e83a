"""How words of a sentence are tied to each other by grammar."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from consistency.annotate.content_words import contents
from consistency.language.inflection import prefix_stem
from consistency.types import Word

#: How the parser's names for what belongs to a word are told apart here (CLEAR style, as in spaCy's English models).
_TIES = {
    **dict.fromkeys(("amod", "compound", "nmod", "poss", "appos"), "of"),
    **dict.fromkeys(("dobj", "nsubjpass"), "done"),
    **dict.fromkeys(("attr", "oprd", "acomp"), "is"),
    **dict.fromkeys(("advmod", "npadvmod"), "how"),
}

_PREPOSITIONS = frozenset({"prep", "agent"})


class Relation(NamedTuple):
    """How a word is tied to another one, which of the two is the head, and the stem of the other."""

    head: bool
    tie: str
    stem: str


def relations(words: tuple[Word, ...], n: int) -> frozenset[Relation]:
    """What a word is tied to, prepositions left out of the count: "hanged" for "neck" in "hanged by the neck"."""
    return frozenset([*_above(words, n), *_below(words, n)])


def _above(words: tuple[Word, ...], n: int) -> Iterator[Relation]:
    word = words[n]
    if word.head == n:
        return
    head = words[word.head]
    if word.dep == "pobj" and head.dep in _PREPOSITIONS:
        yield Relation(True, head.text.lower(), prefix_stem(words[head.head].text))
    else:
        yield Relation(True, _TIES.get(word.dep, word.dep), prefix_stem(head.text))


def _below(words: tuple[Word, ...], n: int) -> Iterator[Relation]:
    says = contents(words)
    for m, word in enumerate(words):
        if word.head != n or m == n:
            continue
        if word.dep in _PREPOSITIONS:
            objects = (k for k, other in enumerate(words) if other.head == m and other.dep == "pobj")
            yield from (Relation(False, word.text.lower(), prefix_stem(words[k].text)) for k in objects)
        elif m in says:
            yield Relation(False, _TIES.get(word.dep, word.dep), prefix_stem(word.text))
