"""Frozen values as compressed JSON, and back: what the store keeps of tellings and reports."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, NamedTuple, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")

#: Level of compression: higher ones save little and take longer than reading the article.
LEVEL = 1


class Way(NamedTuple):
    """How values of one type become JSON and come back; ``None`` is: as they are."""

    out: Callable[[Any], Any] | None
    back: Callable[[Any], Any] | None


#: Types that JSON writes and reads as they are.
_PLAIN = Way(None, None)


def plain(value: object) -> Any:
    """A frozen dataclass as JSON takes it: a list of its fields. Raises TypeError for types it does not know."""
    kind: Any = type(value)
    out = _way(kind).out
    return out(value) if out else value


def pack(value: object) -> bytes:
    """A frozen dataclass as bytes, which hold no names of fields: only the same program reads them."""
    return zlib.compress(json.dumps(plain(value), separators=(",", ":")).encode(), LEVEL)


def unpack(kind: type[T], packed: bytes) -> T:
    """The value of ``pack``, equal to the one that was packed."""
    told = json.loads(zlib.decompress(packed))
    back = _way(cast("Any", kind)).back
    value: T = back(told) if back else told
    return value


@cache
def _way(kind: Any) -> Way:
    origin, inner = get_origin(kind), get_args(kind)
    if kind in (str, int, float, bool, NoneType) or kind == dict[str, int]:
        return _PLAIN
    if origin in (Union, UnionType) and len(inner) == 2 and NoneType in inner:
        return _optional(*(one for one in inner if one is not NoneType))
    if origin is tuple and len(inner) == 2 and inner[1] is ...:
        return Way(_ends, _run) if inner[0] is int else _many(_way(inner[0]))
    if isinstance(kind, type) and is_dataclass(kind):
        return _record(kind)
    if isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields"):
        return Way(None, lambda told: kind(*told))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return Way(lambda value: value.value, kind)
    if kind is date:
        return Way(date.isoformat, date.fromisoformat)
    raise TypeError(f"no way to keep a {kind}")


def _optional(kind: Any) -> Way:
    out, back = _way(kind)
    return Way(
        out and (lambda value: None if value is None else out(value)),
        back and (lambda told: None if told is None else back(told)),
    )


def _many(way: Way) -> Way:
    out, back = way
    return Way(
        out and (lambda values: [out(value) for value in values]),
        (lambda told: tuple([back(one) for one in told])) if back else tuple,
    )


def _ends(values: tuple[int, ...]) -> Any:
    """Numbers, or the two ends of a run: so stand the characters of most sentences in their article."""
    run = bool(values) and values == tuple(range(values[0], values[0] + len(values)))
    return {"run": [values[0], values[-1] + 1]} if run else list(values)


def _run(told: Any) -> tuple[int, ...]:
    return tuple(range(*told["run"])) if isinstance(told, dict) else tuple(told)


def _record(kind: Any) -> Way:
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    ways = [_way(hints[name]) for name in names]
    outs, backs = [way.out for way in ways], [way.back for way in ways]

    taken = attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)
    if not any(outs) and not any(backs):
        # Words are most of a telling.
        return Way(taken, lambda told: kind(**dict(zip(names, told, strict=True))))

    turned = [(n, turn) for n, turn in enumerate(outs) if turn]

    def out(value: Any) -> list[Any]:
        told = [*taken(value)]
        for n, turn in turned:
            # Most fields of most values say nothing, which needs no turning.
            if told[n] is not None:
                told[n] = turn(told[n])
        return told

    def back(told: list[Any]) -> Any:
        found = [turn(one) if turn else one for turn, one in zip(backs, told, strict=True)]
        return kind(**dict(zip(names, found, strict=True)))

    return Way(out, back)
