"""The sources that the head of an article names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from consistency.types import Reference

#: Keys of a source's table that say where it is, best first: a copy at hand goes before the address it is from.
_PLACES = ("path", "file", "url", "href")


def references(listed: object) -> tuple[Reference, ...]:
    """The sources under one key: text, table, or a list of both; what is neither names none."""
    return tuple(_references(listed if isinstance(listed, list) else [listed]))


def _references(entries: Iterable[object]) -> Iterator[Reference]:
    for entry in entries:
        if isinstance(entry, Mapping):
            yield _table({str(key).lower(): value for key, value in entry.items()})
        elif isinstance(entry, str) and entry.strip():
            yield Reference(place=entry.strip())


def _table(entry: Mapping[str, object]) -> Reference:
    place, id, title, publisher, sha256 = (
        _text(entry, *keys) for keys in (_PLACES, ("id",), ("title", "name"), ("publisher",), ("sha256",))
    )
    return Reference(place=place or "", id=id, title=title, publisher=publisher, sha256=sha256 and sha256.lower())


def _text(entry: Mapping[str, object], *keys: str) -> str | None:
    found = (entry.get(key) for key in keys)
    return next((str(value).strip() for value in found if isinstance(value, str | int) and str(value).strip()), None)
