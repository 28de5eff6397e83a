"""Which mentions of one or more articles are one entity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from consistency.language.countries import country_of
from consistency.language.resources import table
from consistency.names.compare import bodies, initials, same_name
from consistency.types import EntityType, Mention

#: Full names by each word that may stand for them.
_Fulls = dict[str, set[tuple[str, ...]]]


def entities(articles: Sequence[Sequence[Mention]]) -> list[list[str]]:
    """A canonical id for each mention, equal where they are one entity within or across the articles.

    A short form takes the one full form that fits it, looked for in its own article first. An office
    alone takes its holder where its article names one; else it stays its article's own.
    """
    everywhere = _fulls(one for mentions in articles for one in mentions)
    ids: list[list[str]] = []
    for number, mentions in enumerate(articles):
        here = _fulls(mentions)
        ids.append([_id(number, one, mentions, (here, everywhere)) for one in mentions])
    return ids


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


def _id(number: int, one: Mention, mentions: Sequence[Mention], fulls: tuple[_Fulls, _Fulls]) -> str:
    if not one.name:
        holder = _holder(one, mentions)
        return _key(holder) if holder else f"office:{number}:{one.country or ''}:{' '.join(one.role)}"
    land = country_of(one.text)
    if land is not None and one.type is not EntityType.PERSON:
        return f"nation:{land.name}"
    here, everywhere = fulls
    return _key(_full(one, here) or _full(one, everywhere) or _bare(one))


def _key(name: tuple[str, ...]) -> str:
    return "name:" + " ".join(name)


def _bare(one: Mention) -> tuple[str, ...]:
    """A name in its longest known form; the country before a body's name is left out where the rest is a name."""
    if len(one.name) == 1:
        return tuple(bodies().get(one.name[0], one.name[0]).split())
    if one.type is EntityType.ORG and one.country and len(one.name) > 2 and country_of(one.text.split(" ")[0]):
        return one.name[1:]
    return one.name


def _fulls(mentions: Iterable[Mention]) -> _Fulls:
    """Full names by each word that may stand for them alone: first and last name, or initials."""
    found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    listed = list(mentions)
    for one in listed:
        if len(one.name) > 1:
            if one.type is EntityType.PERSON:
                found[one.name[0]].add(one.name)
                found[one.name[-1]].add(one.name)
            else:
                found[initials(one.name)].add(_bare(one))
                if one.head not in table("language", "titles")["bodies"]:
                    found[one.head].add(_bare(one))
    for left, right in pairwise(listed):
        if _explains(left, right):
            found[right.name[0]] = {_bare(left)}
    return found


def _explains(left: Mention, right: Mention) -> bool:
    """Whether initials stand in brackets behind a name: "Centre for Tidal Studies (CTS)"."""
    near = left.sentence == right.sentence and right.span.start - left.span.end == len(" (")
    return near and len(left.name) > 1 and len(right.name) == 1 and right.text.isupper()


def _full(one: Mention, fulls: _Fulls) -> tuple[str, ...] | None:
    """The one full name that a short form stands for."""
    if len(one.name) > 1:
        return None
    known = fulls.get(one.name[0], set())
    return next(iter(known)) if len(known) == 1 else None


def _holder(office: Mention, mentions: Sequence[Mention]) -> tuple[str, ...] | None:
    """The name of the one person to whom the article gives this office, of this country if one is given."""
    held = [
        one
        for one in mentions
        if one.name
        and one.type is EntityType.PERSON
        and _holds(one, office)
        and (office.country is None or office.country == _land(one, mentions))
    ]
    names = {one.name for one in held}
    return names.pop() if len(names) == 1 else None


def _holds(one: Mention, office: Mention) -> bool:
    """Whether a person's office is the one meant; a counterpart of some country may hold any."""
    if office.head == "counterpart":
        return office.country is not None and bool(one.role)
    return one.role[-len(office.role) :] == office.role


def _land(one: Mention, mentions: Sequence[Mention]) -> str | None:
    """The country of an office: its own, or the one named just before it."""
    if one.country:
        return one.country
    before = [m for m in mentions if m.sentence == one.sentence and m.span.end <= one.span.start and m.country]
    gap = len(" ".join(one.role)) + 5
    return before[-1].country if before and one.span.start - before[-1].span.end <= gap else None
