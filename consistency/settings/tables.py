"""Settings that are tables: source mappings, aliases, accepted differences, tolerance."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from consistency.settings import kinds
from consistency.settings.invalid import InvalidValue, nearest, shown_value
from consistency.settings.kinds import Kind, Schema
from consistency.settings.value import Mapping as Sources
from consistency.types import Acceptance

#: A named path component in a pattern.
_NAME = re.compile(r"\{([A-Za-z_]\w*)\}")


def record(fields: Mapping[str, Kind], needed: tuple[str, ...], make: Callable[..., Any], expected: str) -> Kind:
    """A table with these keys only; those in ``needed`` are required."""

    def read(value: Any) -> Any:
        if not isinstance(value, dict):
            raise InvalidValue(f"expected {expected}, not {shown_value(value)}")
        known(value, fields)
        for name in needed:
            if name not in value:
                raise InvalidValue(f"{name} is missing", hint=f"expected {expected}")
        found = {}
        for name, one in value.items():
            try:
                found[name] = fields[name].read(one)
            except InvalidValue as wrong:
                raise wrong.under(name) from None
        return make(**found)

    properties = {name: kind.schema for name, kind in fields.items()}
    schema: Schema = {
        "type": "object", "properties": properties, "required": list(needed), "additionalProperties": False,
    }  # fmt: skip
    return Kind(expected=expected, schema=schema, read=read)


def known(table: Mapping[str, Any], names: Mapping[str, Any], otherwise: str = "") -> None:
    """Raises ``InvalidValue`` for the first unknown key; ``otherwise`` is the hint if no known key is similar."""
    for name in table:
        if name not in names:
            near = nearest(name, names)
            hint = f"did you mean {near}?" if near else otherwise or f"the keys are: {', '.join(names)}"
            raise InvalidValue("unknown key", hint=hint, at=(name,))


def _day(value: Any) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise InvalidValue(f"expected {DAY.expected}, not {shown_value(value)}") from None


def _patterns(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (kinds.GLOB.read(value),)
    found: tuple[str, ...] = kinds.GLOBS.read(value)
    if not found:
        raise InvalidValue("expected at least one pattern")
    return found


def _mapped(article: str, source: tuple[str, ...]) -> Sources:
    for pattern in source:
        for name in _NAME.findall(pattern):
            if name not in _NAME.findall(article):
                raise InvalidValue(f"{shown_value(pattern)} uses {{{name}}}, which article lacks", at=("source",))
    return Sources(article=article, source=source)


def _names(value: Any) -> tuple[str, ...]:
    found = tuple(" ".join(name.split()) for name in kinds.TEXTS.read(value))
    if len(set(found)) < 2:
        raise InvalidValue("expected at least two different names")
    return found


DAY = Kind(expected="a date, such as 2026-06-01", schema={"type": "string", "format": "date"}, read=_day)
PATTERNS = Kind(
    expected="a path pattern or a list of them",
    schema={"anyOf": [kinds.GLOB.schema, {**kinds.GLOBS.schema, "minItems": 1}]},
    read=_patterns,
)
NAMES = Kind(expected="a list of two or more names", schema={**kinds.TEXTS.schema, "minItems": 2}, read=_names)
SOURCES = kinds.many(
    record({"article": kinds.GLOB, "source": PATTERNS}, ("article", "source"), _mapped,
           'a table such as {article = "articles/{slug}.md", source = "sources/{slug}/*"}'),
    "[[sources]] tables with article and source",
)  # fmt: skip
ALIASES = kinds.many(
    record({"names": NAMES}, ("names",), lambda names: names, 'a table such as {names = ["EU", "European Union"]}'),
    "[[alias]] tables with names",
)
ACCEPTED = kinds.many(
    record({"rule": kinds.RULE, "reason": kinds.TEXT, "text": kinds.TEXT, "until": DAY, "path": kinds.GLOB},
           ("rule", "reason"), Acceptance,
           'a table such as {rule = "NUM101", text = "14 people", reason = "new toll", until = 2026-06-01}'),
    "[[accept]] tables with rule and reason, and optionally text, until and path",
)  # fmt: skip
TOLERANCE = record({"number": kinds.SHARE}, (), lambda number=0.0: number, "a table such as {number = 0.01}")
