"""Frozen values as compressed JSON, and back: the form in which the store keeps parsed articles and reports."""

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

#: Compression level: higher ones save little and take longer than reading the article again.
LEVEL = 1


class Converter(NamedTuple):
    """Turns values of one type into JSON and back; None where JSON takes the value as it is."""

    encode: Callable[[Any], Any] | None
    decode: Callable[[Any], Any] | None


#: Converts nothing.
_PLAIN = Converter(None, None)


def plain(value: object) -> Any:
    """A frozen dataclass as JSON data: a list of its fields. Raises TypeError for an unknown type."""
    kind: Any = type(value)
    encode = _converter(kind).encode
    return encode(value) if encode else value


def pack(value: object) -> bytes:
    """A frozen dataclass as bytes. They contain no field names: only the same version of the program can read them."""
    return zlib.compress(json.dumps(plain(value), separators=(",", ":")).encode(), LEVEL)


def unpack(kind: type[T], packed: bytes) -> T:
    """The value of ``pack``, equal to the one that was packed."""
    data = json.loads(zlib.decompress(packed))
    decode = _converter(cast("Any", kind)).decode
    value: T = decode(data) if decode else data
    return value


@cache
def _converter(kind: Any) -> Converter:
    origin, inner = get_origin(kind), get_args(kind)
    if kind in (str, int, float, bool, NoneType) or kind == dict[str, int]:
        return _PLAIN
    if origin in (Union, UnionType) and len(inner) == 2 and NoneType in inner:
        return _optional(*(option for option in inner if option is not NoneType))
    if origin in (Union, UnionType) and NoneType not in inner:
        return _any_of(inner)
    if origin is tuple and len(inner) == 2 and inner[1] is ...:
        return Converter(_encode_numbers, _decode_numbers) if inner[0] is int else _tuple(_converter(inner[0]))
    if isinstance(kind, type) and is_dataclass(kind):
        return _record(kind)
    if isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields"):
        return Converter(None, lambda data: kind(*data))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return Converter(lambda value: value.value, kind)
    if kind is date:
        return Converter(date.isoformat, date.fromisoformat)
    raise TypeError(f"no way to keep a {kind}")


def _optional(kind: Any) -> Converter:
    encode, decode = _converter(kind)
    return Converter(
        encode and (lambda value: None if value is None else encode(value)),
        decode and (lambda data: None if data is None else decode(data)),
    )


def _any_of(kinds: tuple[Any, ...]) -> Converter:
    """A value of any of several classes: the number of its class, and its fields."""
    converters, numbers = [_converter(kind) for kind in kinds], {kind: number for number, kind in enumerate(kinds)}

    def encode(value: Any) -> list[Any]:
        number = numbers[type(value)]
        inner = converters[number].encode
        return [number, inner(value) if inner else value]

    def decode(data: list[Any]) -> Any:
        inner = converters[data[0]].decode
        return inner(data[1]) if inner else data[1]

    return Converter(encode, decode)


def _tuple(item: Converter) -> Converter:
    encode, decode = item
    return Converter(
        encode and (lambda values: [encode(value) for value in values]),
        (lambda data: tuple([decode(value) for value in data])) if decode else tuple,
    )


def _encode_numbers(values: tuple[int, ...]) -> Any:
    """The numbers, or the two ends of a run: the characters of most sentences are a run of their article."""
    run = bool(values) and values == tuple(range(values[0], values[0] + len(values)))
    return {"run": [values[0], values[-1] + 1]} if run else list(values)


def _decode_numbers(data: Any) -> tuple[int, ...]:
    return tuple(range(*data["run"])) if isinstance(data, dict) else tuple(data)


def _record(kind: Any) -> Converter:
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    converters = [_converter(hints[name]) for name in names]
    encoders, decoders = [c.encode for c in converters], [c.decode for c in converters]

    values_of = attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)
    if not any(encoders) and not any(decoders):
        # Words take most of the space of a parsed article.
        return Converter(values_of, lambda data: kind(**dict(zip(names, data, strict=True))))

    encoded = [(n, encode) for n, encode in enumerate(encoders) if encode]

    def encode_record(value: Any) -> list[Any]:
        data = [*values_of(value)]
        for n, encode in encoded:
            # Most fields of most values are None.
            if data[n] is not None:
                data[n] = encode(data[n])
        return data

    def decode_record(data: list[Any]) -> Any:
        values = [decode(value) if decode else value for decode, value in zip(decoders, data, strict=True)]
        return kind(**dict(zip(names, values, strict=True)))

    return Converter(encode_record, decode_record)
