"""Countries by any word for them: name, adjective, inhabitants, capital, abbreviation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from consistency.language.resources import rows

#: Signs that one writer sets and another leaves out: "U.S.", "the Congo", "Congo-Kinshasa", "People's Republic".
_OPTIONAL = re.compile(r"\.|\bthe\b|'s\b")


class Country(NamedTuple):
    """A country and how a word names it: ``how`` is "name", "adjective", "capital" or "other"."""

    name: str
    how: str


class CountryName(NamedTuple):
    """The words ``[first, last)`` of a text and the country that they name."""

    first: int
    last: int
    country: Country


@lru_cache(maxsize=20_000)
def country_of(words: str) -> Country | None:
    """The country that a whole phrase names ("U.S.", "Bolivian", "Beijing"), or ``None``.

    Case does not count, except that "us" is the pronoun. "Irishman" and "Irishwomen" are read as their adjective.
    """
    if words.strip() == "us":
        return None
    folded = _key(words)
    return _table().get(folded) or _inhabitant(folded)


def countries_in(words: Sequence[str]) -> Iterator[CountryName]:
    """The countries named among the words of a text, from left to right, without overlaps.

    The longest name wins: "the Democratic Republic of the Congo" does not name Congo as well.
    """
    at = 0
    while at < len(words):
        found = country_at(words, at)
        if found:
            yield found
        at = found.last if found else at + 1


def country_at(words: Sequence[str], at: int) -> CountryName | None:
    """The longest name of a country whose first word, which has a capital, is ``words[at]``."""
    if not words[at][:1].isupper():
        return None
    for last in range(min(at + _longest(), len(words)), at, -1):
        if words[last - 1][:1].isalnum() and (country := country_of(" ".join(words[at:last]))):
            return CountryName(at, last, country)
    return None


@lru_cache(maxsize=1)
def _table() -> dict[str, Country]:
    """Each country by the keys of all its words."""
    found: dict[str, Country] = {}
    for name, adjectives, capitals, others in rows("language", "nations.txt"):
        found[_key(name)] = Country(name, "name")
        for how, listed in (("adjective", adjectives), ("other", others), ("capital", capitals)):
            for word in listed.split(","):
                found.setdefault(_key(word), Country(name, how))
    found.pop("", None)
    return found


@lru_cache(maxsize=1)
def _longest() -> int:
    """The number of words of the longest name, with an article and the mark of a possessive inside."""
    return max(len(key.split()) for key in _table()) + 1


def _key(words: str) -> str:
    """A phrase in lower case, hyphens as spaces, without points, "the" and "'s"."""
    return " ".join(_OPTIONAL.sub("", words.lower()).replace("-", " ").split())


def _inhabitant(word: str) -> Country | None:
    """The country of a word for a man or a woman that is made from an adjective."""
    for ending in ("woman", "women", "man", "men"):
        if word.endswith(ending):
            found = _table().get(word.removesuffix(ending))
            return found if found and found.how == "adjective" else None
    return None
