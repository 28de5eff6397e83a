"""Which names a telling knows: by the words of its sentences, in any form that a name can take."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from consistency.language.countries import countries_in, country_of
from consistency.language.resources import table
from consistency.language.stopwords import STOPWORDS
from consistency.language.token_patterns import NAME_PART
from consistency.names.compare import bodies, fold, initials
from consistency.types import EntityType, Mention, ParsedArticle

#: Likeness of two spellings, as a share of matching letters, from which they may be one word.
SPELLED_ALIKE = 0.8

#: Letters that a clipped or inflected name shares with the full one: "Man" and "Manchester", "Texan" and "Texas".
STEM = 4
CLIPPED = 3

_SHORT = re.compile(r"\b(?:[A-Z]\.){2,}|\b[A-Z][A-Za-z]?[A-Z]+\b")


class NameIndex:
    """The words of some texts, for asking whether a name is among them."""

    def __init__(self, texts: Iterable[str]) -> None:
        listed = list(texts)
        raw = [NAME_PART.findall(text) for text in listed]
        told = [[fold(word) for word in found] for found in raw]
        self.words = {word for found in told for word in found}
        self.short = {fold(match.group()) for text in listed for match in _SHORT.finditer(text)}
        self.by_letter: dict[str, list[str]] = {}
        # Only words that begin with a capital or a figure have forms that are names.
        names = {fold(word) for found in raw for word in found if not word[0].islower()}
        for word in sorted(names - STOPWORDS):
            self.by_letter.setdefault(word[:1], []).append(word)
        self.lands = {named.country.name for found in raw for named in countries_in(found)}
        self.openings = tuple(sign for found in told for sign in _openings(found))
        self.joined = {"".join(found) for found in told}

    def has(self, word: str) -> bool:
        """Whether a folded word stands among the texts, or one of which it may be a form or a spelling."""
        if word in self.words or any(part in self.words for part in (f"{word}s", word.removesuffix("s"))):
            return True
        if any(len(word) > STEM and word in text for text in self.joined):
            return True
        return len(word) == 1 or any(_form(word, other) for other in self.by_letter.get(word[:1], ()))

    def names(self, name: str) -> bool:
        """Whether each word of a name is known, or the name stands in another form: initials, a country's words."""
        if _lands(name) & self.lands:
            return True
        found = distinctive(name)
        return not found or all(self.has(word) for word in found) or self._abbreviated(name, found)

    def mostly(self, name: str) -> bool:
        """Whether most words of a name of several words are known: "World War II" where "war in the world" stands."""
        found = distinctive(name)
        return sum(map(self.has, found)) > len(found) / 2

    def _abbreviated(self, name: str, found: tuple[str, ...]) -> bool:
        if len(found) == 1:
            full = bodies().get(found[0], "").split()
            if full and all(word in STOPWORDS or word in self.words for word in full):
                return True
            return sum(sign.isupper() for sign in name) > 1 and any(found[0] in sign for sign in self.openings)
        short = initials(found), "".join(word[0] for word in _folded(name))
        if any(word.startswith(short) for word in self.short):
            return True
        return any(full.split() == list(found) and short in self.words for short, full in bodies().items())


def name_index(doc: ParsedArticle) -> NameIndex:
    """All that an article says, headings and datelines too."""
    return _known((doc.article.title or "", *(sentence.text for sentence in doc.sentences)))


@lru_cache(maxsize=64)
def _known(texts: tuple[str, ...]) -> NameIndex:
    return NameIndex(texts)


def telling_knows(doc: ParsedArticle, mention: Mention, words: NameIndex | None = None) -> bool:
    """Whether an article has a name in any form; of a person, each word has to stand there."""
    found = words or name_index(doc)
    return found.names(mention.text) or (mention.type is not EntityType.PERSON and found.mostly(mention.text))


@lru_cache(maxsize=4096)
def distinctive(name: str) -> tuple[str, ...]:
    """The folded words of a name that are neither function words nor, where others are left, of an office."""
    found = tuple(part for word in _folded(name) for part in word.split("-") if part and part not in STOPWORDS)
    listed = table("language", "titles")
    offices = {fold(word) for word in listed["before"] + listed["heads"]}
    return tuple(word for word in found if word not in offices) or found


@lru_cache(maxsize=4096)
def _lands(name: str) -> frozenset[str]:
    return frozenset({land.name}) if (land := country_of(name)) else frozenset()


def _folded(text: str) -> list[str]:
    return [fold(match.group()) for match in NAME_PART.finditer(text)]


def _openings(found: Sequence[str]) -> Iterator[str]:
    """The first letters of all words of a text, with and without function words."""
    yield "".join(word[:1] for word in found)
    yield "".join(word[:1] for word in found if word not in STOPWORDS)


@lru_cache(maxsize=100_000)
def _form(word: str, other: str) -> bool:
    """Whether a word may be a form or a spelling of another one with the same first letter."""
    if (len(word) >= CLIPPED and other.startswith(word)) or (len(other) >= STEM and word.startswith(other)):
        return True
    short = min(len(word), len(other))
    if len(word) <= STEM and _skeleton(word, other):
        return True
    if len(word) > CLIPPED and other.startswith(word.removesuffix("s")):
        return True
    if short < STEM:
        return False
    if short > STEM and abs(len(word) - len(other)) <= STEM and word[: short - 1] == other[: short - 1]:
        return True
    return SequenceMatcher(None, word, other, autojunk=False).ratio() >= SPELLED_ALIKE


def _skeleton(word: str, other: str) -> bool:
    """Whether a short word without vowels has the letters of another in order: "utd", "united"."""
    letters = iter(other)
    return not set(word[1:]) & set("aeiou") and word[-1] == other[-1] and all(sign in letters for sign in word)
