"""Types of settings: how a value is read, its JSON Schema, and its description in messages."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from consistency.settings.globs import fault
from consistency.settings.invalid import InvalidValue, shown_value
from consistency.settings.rule_codes import prefix

Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """``expected`` describes a valid value; ``read`` returns the value or raises ``InvalidValue``."""

    expected: str
    schema: Schema
    read: Callable[[Any], Any]


def _refuse(value: object, expected: str) -> InvalidValue:
    return InvalidValue(f"expected {expected}, not {shown_value(value)}")


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise _refuse(value, TEXT.expected)
    return value


def _glob(value: Any) -> str:
    pattern = _text(value)
    if wrong := fault(pattern):
        raise InvalidValue(f"invalid path pattern {shown_value(pattern)}: {wrong}", hint="check its brackets")
    return pattern


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise _refuse(value, FLAG.expected)
    return value


def _count(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise _refuse(value, COUNT.expected)
    return value


def _share(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1 or math.isnan(value):
        raise _refuse(value, SHARE.expected)
    return float(value)


def _confidence(value: Any) -> float:
    if isinstance(value, str) and value in SURE:
        return SURE[value]
    try:
        return _share(value)
    except InvalidValue:
        raise _refuse(value, CONFIDENCE.expected) from None


def _rule(value: Any) -> str:
    return prefix(_text(value))


def _encoding(value: Any) -> str:
    import codecs

    try:
        return codecs.lookup(_text(value)).name and value
    except (LookupError, ValueError):
        raise InvalidValue(f"unknown encoding {shown_value(value)}", hint='for example "utf-8" or "cp1252"') from None


def choice(*words: str) -> Kind:
    """One of these words."""
    expected = "one of " + ", ".join(f'"{word}"' for word in words)

    def read(value: Any) -> str:
        if not isinstance(value, str) or value not in words:
            raise _refuse(value, expected)
        return value

    return Kind(expected=expected, schema={"enum": list(words)}, read=read)


def many(kind: Kind, expected: str) -> Kind:
    """A list of values of one kind."""

    def read(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise _refuse(value, expected)
        return tuple(_inside(kind, one, i) for i, one in enumerate(value))

    return Kind(expected=expected, schema={"type": "array", "items": kind.schema}, read=read)


def table(names: Kind, kind: Kind, expected: str) -> Kind:
    """A table of names and values, as pairs in file order."""

    def read(value: Any) -> tuple[tuple[str, Any], ...]:
        if not isinstance(value, dict):
            raise _refuse(value, expected)
        return tuple((_inside(names, name, name), _inside(kind, one, name)) for name, one in value.items())

    return Kind(expected=expected, schema={"type": "object", "additionalProperties": kind.schema}, read=read)


def _inside(kind: Kind, value: Any, key: str | int) -> Any:
    try:
        return kind.read(value)
    except InvalidValue as wrong:
        raise wrong.under(key) from None


#: Minimum confidence by word; the words are those of SARIF's "precision".
SURE = {"low": 0.0, "medium": 0.5, "high": 0.75, "very-high": 0.9}

_WORD = {"type": "string", "pattern": r"\S"}

TEXT = Kind(expected="a non-empty string", schema=_WORD, read=_text)
PATH = Kind(expected="the path of a file or folder", schema=_WORD, read=_text)
GLOB = Kind(expected="a path pattern", schema=_WORD, read=_glob)
FLAG = Kind(expected="true or false", schema={"type": "boolean"}, read=_flag)
COUNT = Kind(expected="a positive integer", schema={"type": "integer", "minimum": 1}, read=_count)
SHARE = Kind(expected="a number from 0 to 1", schema={"type": "number", "minimum": 0, "maximum": 1}, read=_share)
CONFIDENCE = Kind(
    expected="a number from 0 to 1, or one of " + ", ".join(f'"{word}"' for word in SURE),
    schema={"anyOf": [SHARE.schema, {"enum": list(SURE)}]},
    read=_confidence,
)
ENCODING = Kind(expected="the name of an encoding", schema=_WORD, read=_encoding)
RULE = Kind(expected="a rule's code, code prefix or name", schema=_WORD, read=_rule)
SEVERITY = choice("error", "warning", "note")
RULES = many(RULE, 'a list of rules, such as ["NUM", "quote-altered"]')
GLOBS = many(GLOB, 'a list of patterns, such as ["articles/**/*.md"]')
TEXTS = many(TEXT, 'a list of strings, such as ["sources"]')
