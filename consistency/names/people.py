"""Full names for short ones, and names for offices, from one article's own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from consistency.language.countries import country_of
from consistency.language.surface import REMEMBERED, Token, tokens, words
from consistency.types import Sentence

_PARTICLES = words("language/titles", "particles")
_BEFORE = words("language/titles", "before")
_HEADS = words("language/titles", "heads")
_TITLES = _BEFORE | words("language/titles", "common")

#: Words of the longest office.
LONGEST = 24

#: Small words that may stand inside a name with its titles.
_BETWEEN = (_PARTICLES | _BEFORE) - {"and", "for", "the", "then"}


class People:
    """Who is named in an article: full names, and the office and country given before each."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.offices: dict[str, set[tuple[str, ...]]] = {}
        self._named: dict[str, set[str]] = {}
        self._holders: dict[tuple[str, ...], set[str]] = {}
        for sentence in sentences:
            for name, office in _introduced(sentence.text) if sentence.checkable else ():
                self._introduce(name, office)

    def _introduce(self, name: str, office: tuple[str, ...]) -> None:
        """Remember a name under each of its words, and under each end of its office."""
        known = self.offices.setdefault(name, set())
        if office in known:
            return
        known.add(office)
        for word in name.split(" "):
            self._named.setdefault(word, set()).add(name)
        for length in range(1, min(len(office), LONGEST) + 1):
            self._holders.setdefault(office[-length:], set()).add(name)

    def full(self, phrase: str, around: str = "") -> str:
        """The fullest name that the article gives to whoever a phrase means; the phrase itself where that is not clear.

        ``around`` is the sentence, whose first country settles whose foreign minister "its foreign minister" is.
        """
        name, office = _parted(tokens(phrase))
        if " and " in phrase:
            return phrase
        if len(name) > 1:
            return " ".join(name)
        if name:
            known = self._named.get(name[0], set())
            return next(iter(known)) if len(known) == 1 else name[0]
        return self._holder(office, phrase, around) or phrase

    def _holder(self, office: tuple[str, ...], phrase: str, around: str) -> str | None:
        title = tuple(word for word in office if not country_of(word) and word in _BEFORE and word != "the")
        if not _HEADS.intersection(title):
            return None
        holders = self._holders.get(title, set())
        shared = phrase.lower().startswith(("its ", "their "))
        country = _country(phrase) or (_country(around) if shared else None)
        if len(holders) > 1 and country:
            holders = {name for name in holders if any(country in map(_named, one) for one in self.offices[name])}
        return next(iter(holders)) if len(holders) == 1 else None


def all_capital(found: Sequence[Token]) -> bool:
    """Whether a line is written like a headline, where capitals tell nothing: no full stop, hardly a small word."""
    if found and found[-1].text in (".", '"'):
        return False
    long = [token for token in found if token.word and len(token.text) > 3]
    return len(long) > 3 and sum(token.capital for token in long) > 0.8 * len(long)


def _country(text: str) -> str | None:
    """The first country that a text names."""
    return next((found for found in map(_named, (token.text for token in tokens(text))) if found), None)


def _named(word: str) -> str | None:
    found = country_of(word) if word[:1].isupper() or "." in word or len(word) > 3 else None
    return found.name if found else None


@lru_cache(maxsize=REMEMBERED)
def _introduced(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Names of two words and more, with the words of the office before each, in lower case."""
    found = tokens(text)
    parted = () if all_capital(found) else map(_parted, _runs(found))
    return tuple([(" ".join(name), office) for name, office in parted if 1 < len(name) < 5])


def _runs(found: Sequence[Token]) -> Iterator[list[Token]]:
    """Sequences of capitalised words; words of titles and particles of names may stand between."""
    run: list[Token] = []
    for token in found:
        if token.capital or token.text == "'s" or (run and token.lower in _BETWEEN):
            run.append(token)
        else:
            if run:
                yield run
            run = []
    if run:
        yield run


def _parted(run: Sequence[Token]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The name at the end of a run, and the office and country before it."""
    listed = [token for token in run if token.text != "'s"]
    owned = {token.start for token in run if token.text == "'s"}
    cut = 0
    for number, token in enumerate(listed):
        title = token.lower in _TITLES
        if title or country_of(token.text) or token.lower in _HEADS or not token.capital:
            if not (token.lower in _PARTICLES and number > cut and not title):
                cut = number + 1
        elif number + 1 < len(run) and token.end in owned:  # what comes after is another name
            cut = number + 1
    name = tuple(token.text for token in listed[cut:] if token.word)
    return name, tuple(token.lower if not country_of(token.text) else token.text for token in listed[:cut])
