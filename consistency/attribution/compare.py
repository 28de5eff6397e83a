"""Whether two phrases name one source: a person and the name, a body and its data, whatever their forms."""

from __future__ import annotations

from functools import lru_cache

from consistency.language.countries import country_of
from consistency.language.inflection import singular
from consistency.language.resources import table
from consistency.language.token_patterns import NAME_WORD
from consistency.names.compare import fold, same_name


def same_source(left: str, right: str) -> bool | None:
    """Whether two phrases name one source; ``None`` where that cannot be told.

    Surely two are only two persons or two bodies by name, or sources of two spheres, such as a bank and
    a trade union. A body and somebody who may speak for it cannot be told apart.
    """
    first, second = _words(left), _words(right)
    if first == second and first:
        return True
    if first & second and (_bare(left) or _bare(right)):
        return True if first <= second or second <= first else None
    verdict = same_name(left, right)
    if verdict is False:
        return False if _full(left) and _full(right) else None
    return False if verdict is None and _apart(left, right) else verdict


def unlike(left: str, right: str) -> bool:
    """Whether nothing in two phrases hints at one source: both are named, and no word of theirs returns."""
    first, second = _words(left), _words(right)
    return bool(first and second) and not first & second and not (_office(left) or _office(right))


def nobody(phrase: str) -> bool:
    """Whether a phrase names nobody: a pronoun whose meaning is not known, or words such as "sources"."""
    return not phrase[:1].isalnum() or not _words(phrase)


def mentioned(source: str, text: str) -> bool:
    """Whether a text names a source outright: every distinctive word of its last name, or of the body, stands there."""
    listed = [fold(word) for word in NAME_WORD.findall(source) if word[:1].isupper()]
    told = {fold(word) for word in NAME_WORD.findall(text.replace("'s", ""))}
    return bool(listed) and (listed[-1] in told if len(listed) < 3 else set(listed) <= told)


def _words(phrase: str) -> frozenset[str]:
    """The distinctive words of a phrase, countries by their names."""
    return _distinctive(phrase)


@lru_cache(maxsize=4096)
def _distinctive(phrase: str) -> frozenset[str]:
    listed = table("attribution", "sources")
    kept = []
    for word in NAME_WORD.findall(phrase.replace("'s", "")):
        land = country_of(word) if word[:1].isupper() else None
        if land:
            kept.append(fold(land.name))
        elif word.lower() not in listed["plain"]:
            kept.append(singular(fold(word)))
    return frozenset(kept)


def _bare(phrase: str) -> bool:
    """Whether a phrase has no name, only common nouns: "police", "the bank"."""
    return not any(word[:1].isupper() and word.lower() not in ("the", "a", "an") for word in NAME_WORD.findall(phrase))


def _full(phrase: str) -> bool:
    """Whether a phrase is the whole name of a person or body, or a country, and no description ("a Utd fan")."""
    found = NAME_WORD.findall(phrase)
    listed = table("language", "titles")
    headed = bool(found) and (found[-1][:1].isupper() or found[-1].lower() in listed["bodies"] + listed["sources"])
    return (headed and len(_words(phrase)) > 1) or country_of(phrase) is not None


def _office(phrase: str) -> bool:
    """Whether a phrase names an office whose holder may stand there by name."""
    found = [word.lower() for word in NAME_WORD.findall(phrase)]
    listed = table("language", "titles")
    return bool(found) and found[-1] in listed["heads"] + listed["before"]


def _apart(left: str, right: str) -> bool:
    one, two = _sphere(left), _sphere(right)
    return bool(one and two) and one != two


def _sphere(phrase: str) -> str | None:
    """What sort of body speaks, by the words that name it."""
    low = f" {' '.join(word.lower() for word in NAME_WORD.findall(phrase))} "
    for sphere, names in table("attribution", "sources")["spheres"].items():
        if any(f" {name} " in low for name in names):
            return str(sphere)
    return None
