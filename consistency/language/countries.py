"""Countries by any word that stands for them: name, adjective, inhabitants, capital, abbreviation."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from consistency.language.resources import rows


class Country(NamedTuple):
    """A country that a word stands for; ``how`` is "name", "adjective", "capital" or "other"."""

    name: str
    how: str


@lru_cache(maxsize=1)
def table() -> dict[str, Country]:
    """All words for countries, in lower case, without points and without "the"."""
    found: dict[str, Country] = {}
    for name, adjectives, capitals, others in rows("language", "nations.txt"):
        found[key(name)] = Country(name, "name")
        for how, listed in (("adjective", adjectives), ("other", others), ("capital", capitals)):
            for word in listed.split(","):
                found.setdefault(key(word), Country(name, how))
    found.pop("", None)
    return found


def key(words: str) -> str:
    """A name as the table holds it."""
    folded = words.strip().lower().replace(".", "")
    return folded.removeprefix("the ").removesuffix("'s").strip()


@lru_cache(maxsize=20_000)
def country_of(words: str) -> Country | None:
    """The country that some words stand for: "U.S.", "Bolivian", "Beijing"; ``None`` if they are no such word.

    "us" in small letters is the pronoun; "Irishman" and "Irishwomen" are their adjective.
    """
    if words.strip() == "us":
        return None
    found = key(words)
    return table().get(found) or _inhabitant(found)


def _inhabitant(word: str) -> Country | None:
    """The country of a word for a man or a woman that is made from an adjective."""
    for ending in ("woman", "women", "man", "men"):
        if word.endswith(ending):
            found = table().get(word.removesuffix(ending))
            return found if found and found.how == "adjective" else None
    return None
