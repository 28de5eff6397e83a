"""Front matter in YAML, TOML or JSON: title, date, sources and requests for the check."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from consistency.errors import InputError
from consistency.read.dates import NoDay, day
from consistency.read.place import line_of, plain
from consistency.read.request import KEY
from consistency.settings import Settings
from consistency.types import Reference
from consistency.untrusted import Malformed, load_json_prefix, load_toml, position

#: Keys of site generators (Hugo, Jekyll, Zola, Eleventy, Astro) in order of preference, in lower case.
_TITLES = ("title", "headline")
_DATES = ("published", "publishdate", "publish_date", "published_at", "datepublished", "pubdate", "date")
_SOURCES = Settings().source_keys
#: Tables where generators want custom keys (Hugo params, Zola extra, MkDocs meta).
_TABLES = ("params", "extra", "meta", "attributes")

_FENCE = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*(?:\r\n?|\n)")
#: A first key after blank lines and comments. Possessive quantifiers prevent quadratic backtracking.
_KEY = re.compile(r"""(?:[ \t]*+(?:#[^\r\n]*+)?+(?:\r\n?+|\n))*+[ \t]*+["']?\w[\w .-]*+["']?[ \t]*+(:(?=\s|$)|=)""")
_HEADER = re.compile(r"""\s*\[{1,2}[\w."' -]+\]{1,2}[ \t]*(?:#[^\r\n]*)?[\r\n]""")
_JSON = re.compile(r"\ufeff?(?=\{\s*\")")
#: Escapes in a JSON text; "half" is an unpaired surrogate.
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|(?P<half>u[dD][89a-fA-F][\da-fA-F]{2})|.)", re.DOTALL
)
_NO_CHARACTER = "invalid escape"
_EXAMPLES = {
    "YAML": "`title: The mill fire`",
    "TOML": '`title = "The mill fire"`',
    "JSON": '`{"title": "The mill fire"}`',
}
#: Maximum length of front matter in characters; more takes seconds.
LARGEST = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """Parsed front matter; ``head`` is its text and ``end`` the offset of the article proper.

    ``asked`` is the raw value of the key ``consistency``; see ``request``.
    """

    end: int = 0
    head: str = ""
    title: str | None = None
    published: date | None = None
    sources: tuple[Reference, ...] = ()
    asked: object = None


def front_matter(text: str, where: str, *, markdown: bool, keys: tuple[str, ...] = _SOURCES) -> Front:
    """The front matter of a text, empty if there is none; ``keys`` are those for sources, in order of preference.

    Raises:
        InputError: the front matter or its date is invalid; ``where`` names file and line.
    """
    if _JSON.match(text):
        return _json(text, where, markdown, keys)
    fence = _FENCE.match(text)
    opens = fence and (_KEY.match(text, fence.end()) or (fence[1] == "+++" and _HEADER.match(text, fence.end())))
    if fence is None or not opens:
        return Front()
    mark = fence[1]
    close = re.compile(
        rf"^(?:{re.escape(mark)}{'|[.]{3}' if mark == '---' else ''})[ \t]*(?:\r\n?|\n|\Z)", re.MULTILINE
    )
    end = close.search(text, fence.end())
    if end is None:
        if not markdown:
            return Front()
        raise InputError(
            f"the front matter has no closing {mark}", where=f"{where}:1", hint=f"End it with a line of {mark}."
        )
    matter = text[fence.end() : end.start()]
    return _front(_fenced(matter, where, mark), text[: end.end()], where, keys)


def _broken(kind: str, fault: Malformed, where: str, above: int = 0) -> InputError:
    """The error; ``above`` is the number of lines before the front matter."""
    line = above + (fault.line or 1)
    place = f"{line}:{fault.column}" if fault.column else str(line)
    return InputError(
        f"invalid {kind} front matter: {fault.reason}",
        where=f"{where}:{place}",
        hint=f"Correct that line, for example: {_EXAMPLES[kind]}.",
    )


def _fenced(matter: str, where: str, mark: str) -> object:
    kind = "YAML" if mark == "---" else "TOML"
    try:
        if len(matter) > LARGEST:
            raise Malformed(f"it is longer than {LARGEST:,} characters")
        return _yaml(matter) if kind == "YAML" else load_toml(re.sub(r"\r\n?", "\n", matter))
    except Malformed as fault:
        raise _broken(kind, fault, where, above=1) from fault


def _yaml(matter: str) -> object:
    from consistency.untrusted.yaml import load_yaml

    return load_yaml(matter)


def _json(text: str, where: str, markdown: bool, keys: tuple[str, ...]) -> Front:
    start = 1 if text.startswith("\ufeff") else 0
    try:
        table, end = load_json_prefix(text, start)
    except Malformed as fault:
        if not markdown:
            return Front()
        raise _broken("JSON", fault, where) from fault
    if half := next((found for found in _ESCAPE.finditer(text, 0, end) if found["half"]), None):
        raise _broken("JSON", Malformed(_NO_CHARACTER, *position(text, half.start())), where)
    return _front(table, text[:end], where, keys)


def _front(table: object, head: str, where: str, keys: tuple[str, ...]) -> Front:
    if not isinstance(table, Mapping):
        return Front()
    titles = (found for _, found in _values(table, _TITLES) if isinstance(found, str))
    return Front(
        end=len(head),
        head=head,
        title=next((found.strip() for found in titles), None) or None,
        published=_published(table, head, where),
        sources=next(filter(None, (_listed_sources(found) for _, found in _values(table, keys))), ()),
        asked=next((found for _, found in _values(table, (KEY,))), None),
    )


def _published(table: Mapping[Any, Any], head: str, where: str) -> date | None:
    """The day under the first key that has one; an unreadable date is an error, never skipped."""
    for key, value in _values(table, _DATES):
        try:
            found = day(value)
        except NoDay as error:
            message = f"{key}: {plain(value)} {error}"
            hint = 'Expressions such as "last week" are resolved by this date; leave it out if it is unknown.'
            raise InputError(message, where=f"{where}:{line_of(head, key, value)}", hint=hint) from error
        if found is not None:
            return found
    return None


def _values(table: Mapping[Any, Any], keys: tuple[str, ...]) -> Iterator[tuple[str, object]]:
    """The keys with these names, as spelled in the file, and their values, in order of preference."""
    for level in (table, *(table[name] for name in _TABLES if isinstance(table.get(name), Mapping))):
        lowered = {str(key).lower(): (str(key), value) for key, value in level.items()}
        yield from (lowered[key.lower()] for key in keys if key.lower() in lowered)


#: Keys of a source's table that locate it; a local copy has priority over its URL.
_PLACES = ("path", "file", "url", "href")


def _listed_sources(listed: object) -> tuple[Reference, ...]:
    """The sources under one key: a string, a table, or a list of them; other values are ignored."""
    return tuple(_each_source(listed if isinstance(listed, list) else [listed]))


def _each_source(entries: Iterable[object]) -> Iterator[Reference]:
    for entry in entries:
        if isinstance(entry, Mapping):
            yield _source({str(key).lower(): value for key, value in entry.items()})
        elif isinstance(entry, str) and entry.strip():
            yield Reference(place=entry.strip())


def _source(entry: Mapping[str, object]) -> Reference:
    place, id, title, publisher, sha256 = (
        _first(entry, *keys) for keys in (_PLACES, ("id",), ("title", "name"), ("publisher",), ("sha256",))
    )
    return Reference(place=place or "", id=id, title=title, publisher=publisher, sha256=sha256 and sha256.lower())


def _first(entry: Mapping[str, object], *keys: str) -> str | None:
    found = (entry.get(key) for key in keys)
    return next((str(value).strip() for value in found if isinstance(value, str | int) and str(value).strip()), None)
