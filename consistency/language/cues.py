"""How certain, how wide, how negated and how caused some words make a statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from consistency.language.resources import table
from consistency.language.word_classes import CONTRACTIONS
from consistency.types import Word

_Phrase = tuple[frozenset[str], ...]


def lemmas(words: Sequence[Word]) -> tuple[str, ...]:
    """The lemmas of words, lower case, contractions in full; articles and punctuation left out."""
    told = [(word.text.lower(), word.lemma.lower()) for word in words if word.pos not in ("PUNCT", "SPACE")]
    return tuple([CONTRACTIONS.get(text, lemma) for text, lemma in told if lemma not in ("a", "an")])


def labels(words: Sequence[Word], section: str) -> frozenset[str]:
    """The classes of a section of the table ("certainty", "reach", "region", "cause") that words belong to."""
    return frozenset(label for label, _, _ in _hits(lemmas(words), section))


def rest(words: Sequence[Word], *sections: str) -> tuple[str, ...]:
    """The lemmas that are neither in those sections nor light words."""
    said = lemmas(words)
    taken = {n for section in (*sections, "light") for _, a, b in _hits(said, section) for n in range(a, b)}
    return tuple(lemma for n, lemma in enumerate(said) if n not in taken)


def negations(words: Sequence[Word]) -> int:
    """How many words or acts negate; what looks like negation and is none ("not only") does not count."""
    said = lemmas(words)
    found = list(_hits(said, "negation"))
    neutral = {n for label, a, b in found if label == "neutral" for n in range(a, b)}
    return sum(label != "neutral" and a not in neutral for label, a, _ in found)


def _hits(said: Sequence[str], section: str) -> Iterator[tuple[str, int, int]]:
    """Label and range of each phrase of a section, longest first, from left to right."""
    index, done = _index(section), 0
    # Few sentences have any of these words: that is seen at once for all of them.
    for at in () if index.keys().isdisjoint(said) else range(len(said)):
        listed = index.get(said[at], ()) if at >= done else ()
        matches = [(len(phrase), label) for label, phrase in listed if _matches(phrase, said[at : at + len(phrase)])]
        if matches:
            size, label = max(matches)
            yield label, at, at + size
            done = at + size


def _matches(phrase: _Phrase, said: Sequence[str]) -> bool:
    return len(phrase) == len(said) and all(lemma in part for part, lemma in zip(phrase, said, strict=True))


@lru_cache(maxsize=16)
def _index(section: str) -> dict[str, list[tuple[str, _Phrase]]]:
    """The phrases of a section by each first lemma."""
    index: dict[str, list[tuple[str, _Phrase]]] = {}
    for label, listed in table("language", "stance")[section].items():
        for line in listed:
            phrase = tuple(frozenset(part.split("|")) for part in line.split())
            for first in phrase[0]:
                index.setdefault(first, []).append((label, phrase))
    return index
