"""Whether two names mean one person, body or country: short and full forms, initials, adjectives, capitals."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from consistency.language.countries import countries_in
from consistency.language.resources import rows, table
from consistency.language.token_patterns import NAME_WORD
from consistency.types import EntityType, Mention

#: Likeness of two spellings from which they may be one name ("Zelensky", "Zelenskyy"), as
#: a share of matching letters; chosen on spellings of transliterated surnames.
LIKENESS = 0.75

#: Fewer letters are too few to tell a spelling from another name.
SHORTEST = 5

#: Letters that other alphabets are written with in more than one way, each with the one that stands for all;
#: vowels and half vowels go, doubled letters count once.
_SOUNDS = (
    ("ph", "f"),
    ("kh", "h"),
    ("ck", "k"),
    ("c", "k"),
    ("q", "k"),
    ("x", "ks"),
    ("z", "s"),
    ("dj", "j"),
)
_VOWELS = frozenset("aeiouyjw'-")


class _Name(NamedTuple):
    """What a phrase tells: distinctive words, words of bodies, offices, and countries."""

    words: tuple[str, ...]
    bodies: tuple[str, ...]
    offices: tuple[str, ...]
    nations: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        return frozenset(self.words + self.bodies)


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """A word of a name without case, accents and points."""
    plain = unicodedata.normalize("NFKD", word).casefold()
    return "".join(sign for sign in plain if not unicodedata.combining(sign) and sign not in ".,").strip("'")


@lru_cache(maxsize=1)
def bodies() -> dict[str, str]:
    """Full names by initials, both folded, of bodies that news does not explain."""
    return {fold(short): " ".join(fold(word) for word in full.split()) for short, full in rows("names", "bodies.txt")}


def initials(words: tuple[str, ...]) -> str:
    """The first letters of the words that count in an abbreviation."""
    return "".join(word[0] for word in words if word not in ("of", "and", "the", "for", "on", "in", "de"))


def sound(word: str) -> str:
    """The consonants of a name as they are heard: equal for spellings that differ by transliteration alone."""
    plain = fold(word)
    for letters, one in _SOUNDS:
        plain = plain.replace(letters, one)
    plain = "v" + plain[1:] if plain[:1] == "w" else plain
    heard = [sign for sign in plain if sign not in _VOWELS]
    return "".join(sign for n, sign in enumerate(heard) if n == 0 or heard[n - 1] != sign)


def same_entity(left: Mention, right: Mention) -> bool | None:
    """Whether two mentions are one entity; ``None`` where that cannot be told.

    Mentions of surely different types cannot be compared: "Washington" may be either.
    """
    if left.name and right.name:
        kinds = {left.type, right.type} - {EntityType.OTHER}
        if EntityType.PERSON in kinds and len(kinds) > 1:
            return None
        return same_name(left.text, right.text)
    if left.name or right.name or left.country is None or right.country is None:
        return None
    return same_name(f"{left.country} {' '.join(left.role)}", f"{right.country} {' '.join(right.role)}")


def misspelled(left: str, right: str) -> bool:
    """Whether two words are different spellings of one name; a longer form of the other is none."""
    one, two = fold(left), fold(right)
    short, long = sorted((one, two), key=len)
    if len(short) < SHORTEST or long.startswith(short):
        return False
    return SequenceMatcher(None, one, two, autojunk=False).ratio() >= LIKENESS


def same_name(left: str, right: str) -> bool | None:
    """Whether two phrases name one entity; ``None`` where that cannot be told.

    Titles, articles and words for data do not count: "Foreign Minister Wu Lin" is "Wu", "data from the
    U.S. Treasury Department" is the "Treasury Department".
    """
    if fold(left) == fold(right):
        return True
    first, second = _name(left), _name(right)
    apart = bool(first.nations and second.nations) and not first.nations & second.nations
    if not first.all and not second.all:
        return _same_office(first, second, apart)
    if not first.all or not second.all:
        return None
    if first.all == second.all:
        return not apart
    if initials(_ordered(left)) == fold(right) or initials(_ordered(right)) == fold(left):
        return True
    if _abbreviates(left, second) or _abbreviates(right, first):
        return None
    if first.all < second.all or second.all < first.all:
        short, long = sorted((first, second), key=lambda one: len(one.all))
        return _part(short, long, apart)
    return _unlike(first, second)


def _same_office(first: _Name, second: _Name, apart: bool) -> bool | None:
    """Countries, or offices of countries: two offices of one country may have one holder or two."""
    if apart:
        return False
    if not first.nations or first.nations != second.nations:
        return None
    return True if first.offices == second.offices else None


def _abbreviates(phrase: str, name: _Name) -> bool:
    """Whether a phrase is initials and the name has words that these could stand for in another language."""
    return phrase.replace(".", "").isupper() and " " not in phrase and len(name.all) > 2


def _part(short: _Name, long: _Name, apart: bool) -> bool | None:
    """ "Lin" of "Wu Lin" is one person; "Bank" alone may be any bank, and "Ford Foundation" is not Ford."""
    if apart or not short.words:
        return None
    return True if bool(short.bodies) == bool(long.bodies) else None


def _unlike(first: _Name, second: _Name) -> bool | None:
    """Two names that share no distinctive word are two entities, unless they are spelled alike."""
    if not first.words or not second.words or set(first.words) & set(second.words):
        return None
    alike = max(SequenceMatcher(None, a, b).ratio() for a in first.words for b in second.words)
    return None if alike >= LIKENESS or bool(first.bodies) != bool(second.bodies) else False


def _ordered(phrase: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in NAME_WORD.findall(phrase) if fold(word))


@lru_cache(maxsize=4096)
def _name(phrase: str) -> _Name:
    listed = table("language", "titles")
    found = [word for word in NAME_WORD.findall(phrase) if word.lower() not in ("the", "a", "an")]
    named = list(countries_in(found))
    inside = {n for one in named for n in range(one.first, one.last)}
    rest = [word for n, word in enumerate(found) if n not in inside]
    words: list[str] = []
    kinds: list[str] = []
    offices: list[str] = []
    of_body = any(fold(word) in listed["bodies"] for word in rest)
    for word in rest:
        folded = fold(word)
        if word.lower() in listed["sources"] or (
            word[:1].islower() and word.lower() not in listed["bodies"] + listed["heads"]
        ):
            offices += [folded] if word.lower() in listed["before"] and not of_body else []
        elif folded in listed["bodies"]:
            kinds.append(folded)
        elif not of_body and (word.lower() in listed["before"] or word.lower() in listed["heads"]):
            offices.append(folded)
        else:
            words.extend(bodies().get(folded, folded).split() if word.replace(".", "").isupper() else [folded])
    return _Name(tuple(words), tuple(kinds), tuple(offices), frozenset(one.country.name for one in named))
