"""What the head of a file says of the article: title, date, sources. YAML, TOML or JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from consistency.errors import InputError
from consistency.read.references import references
from consistency.read.request import KEY
from consistency.settings import Settings
from consistency.types import Reference

#: Keys by static site generator (Hugo, Jekyll, Zola, Eleventy, Astro), best first, in lower case.
_TITLES = ("title", "headline")
_DATES = ("published", "publishdate", "publish_date", "published_at", "datepublished", "pubdate", "date")
_SOURCES = Settings().source_keys
#: Tables where generators want custom keys (Hugo params, Zola extra, MkDocs meta).
_TABLES = ("params", "extra", "meta", "attributes")

_FENCE = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*(?:\r\n?|\n)")
#: A first key, behind empty lines and comments; atomic, as the two characters of a line break could also be two breaks.
_KEY = re.compile(r"""(?:[ \t]*+(?:#[^\r\n]*+)?+(?:\r\n?+|\n))*+[ \t]*["']?\w[\w .-]*["']?[ \t]*(:(?=\s|$)|=)""")
_HEADER = re.compile(r"""\s*\[{1,2}[\w."' -]+\]{1,2}[ \t]*(?:#[^\r\n]*)?[\r\n]""")
_JSON = re.compile(r"\ufeff?(?=\{\s*\")")
_ISO = re.compile(r"\s*(\d{4})([-/.]?)(\d{2})\2(\d{2})(?!\d)")
#: Written dates, after ISO 8601.
_FORMATS = ("%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y", "%B %d %Y", "%b. %d, %Y", "%Y-%m-%d", "%Y/%m/%d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What the front matter says; the article proper starts at ``end``.

    ``asked`` is what stands under ``consistency``, as it was read; see ``request``.
    """

    end: int = 0
    title: str | None = None
    published: date | None = None
    sources: tuple[Reference, ...] = ()
    asked: object = None


def front_matter(text: str, where: str, *, markdown: bool, keys: tuple[str, ...] = _SOURCES) -> Front:
    """The front matter of a text, empty where there is none; ``keys`` name its sources, best first.

    Raises:
        InputError: it starts as front matter but cannot be read; ``where`` names file and line.
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
    table = _yaml(matter, where) if mark == "---" else _toml(matter, where)
    return _front(table, end.end(), keys)


def parse_date(value: object) -> date | None:
    """The day that a date, or a common way to write one, names; None for anything else."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return _written(value.strip()) if isinstance(value, str) else None


def _written(value: str) -> date | None:
    iso = _ISO.match(value)
    if iso:
        try:
            return date(int(iso[1]), int(iso[3]), int(iso[4]))
        except ValueError:
            return None
    for form in _FORMATS:
        try:
            return datetime.strptime(value[:40], form).date()
        except ValueError:
            continue
    return _mailed(value)


def _mailed(value: str) -> date | None:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(value).date()
    except (ValueError, TypeError, IndexError):
        return None


def _broken(kind: str, reason: str, where: str, line: int) -> InputError:
    return InputError(
        f"the {kind} front matter is broken: {reason}",
        where=f"{where}:{line}",
        hint="Mend it, or take it out: title, date and sources are what is read from it.",
    )


def _yaml(matter: str, where: str) -> object:
    import yaml

    try:
        # every value as a string: a wrong date or a tag of the site generator is no reason to stop
        return yaml.load(matter, Loader=yaml.BaseLoader)  # noqa: S506 - builds strings, lists and maps only
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise _broken("YAML", reason, where, (mark.line if mark else 0) + 2) from error
    except RecursionError as error:
        raise _broken("YAML", "it is nested too deeply", where, 2) from error


def _toml(matter: str, where: str) -> object:
    import tomllib

    try:
        return tomllib.loads(matter.replace("\r\n", "\n").replace("\r", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        line = re.search(r"at line (\d+)", str(error))
        reason = re.sub(r" \(at .*\)$", "", str(error))
        raise _broken("TOML", reason, where, int(line[1]) + 1 if line else 2) from error


def _json(text: str, where: str, markdown: bool, keys: tuple[str, ...]) -> Front:
    start = 1 if text.startswith("\ufeff") else 0
    try:
        table, end = json.JSONDecoder().raw_decode(text, start)
    except (ValueError, RecursionError) as error:
        if not markdown:
            return Front()
        line = getattr(error, "lineno", 1)
        raise _broken("JSON", getattr(error, "msg", "it is nested too deeply"), where, line) from error
    return _front(table, end, keys)


def _front(table: object, end: int, keys: tuple[str, ...]) -> Front:
    if not isinstance(table, Mapping):
        return Front()
    return Front(
        end=end,
        title=next((str(found).strip() for found in _values(table, _TITLES) if isinstance(found, str)), None) or None,
        published=next(filter(None, map(parse_date, _values(table, _DATES))), None),
        sources=next(filter(None, map(references, _values(table, keys))), ()),
        asked=next(_values(table, (KEY,)), None),
    )


def _values(table: Mapping[Any, Any], keys: tuple[str, ...]) -> Iterator[object]:
    for level in (table, *(table[name] for name in _TABLES if isinstance(table.get(name), Mapping))):
        lowered = {str(key).lower(): value for key, value in level.items()}
        yield from (lowered[key.lower()] for key in keys if key.lower() in lowered)
