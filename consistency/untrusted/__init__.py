"""Parse JSON and TOML from untrusted files into plain values."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import tomllib

#: Maximum nesting of tables and lists; real files stay far below.
DEEPEST = 64

#: Maximum number of dotted parts of a TOML key, and strings, which may contain dots.
_STRINGS = re.compile(r'"(?:[^"\\\n]|\\.)*+"|\'[^\'\n]*+\'')


class Malformed(ValueError):
    """Invalid input; ``line`` and ``column``, if known, start at 1."""

    def __init__(self, reason: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line
        self.column = column

    def __str__(self) -> str:
        at = (f"{name} {number}" for name, number in (("line", self.line), ("column", self.column)) if number)
        place = ", ".join(at)
        return f"{self.reason} ({place})" if place else self.reason


def load_json(text: str) -> Any:
    """The value of a JSON document. Raises ``Malformed``, also for NaN, duplicate keys and out-of-range numbers."""
    value, end = load_json_prefix(text, _spaces(text, 0))
    if (end := _spaces(text, end)) < len(text):
        raise Malformed("there is text after the end of the document", *position(text, end))
    return value


def load_json_prefix(text: str, start: int) -> tuple[Any, int]:
    """The JSON value at an offset, and the offset of its end. Raises ``Malformed``."""
    try:
        value, end = _DECODER.raw_decode(text, start)
    except json.JSONDecodeError as error:
        raise Malformed(error.msg, error.lineno, error.colno) from error
    except Malformed:
        raise
    except RecursionError as error:
        raise Malformed(_DEEP) from error
    except ValueError as error:
        raise Malformed("a number has too many digits") from error
    _shallow(value)
    return value, end


def load_toml(text: str) -> dict[str, Any]:
    """The table of a TOML document. Raises ``Malformed``."""
    # Parsing time grows with the square of the number of parts of a key.
    if (line := _long_key(text)) is not None:
        raise Malformed(_DEEP, line)
    import tomllib  # takes a while, and `--help` reads no TOML

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _fault(error, text) from error
    except RecursionError as error:
        raise Malformed(_DEEP) from error
    except (ValueError, OverflowError) as error:
        raise Malformed("a number has too many digits", _long_number(text)) from error
    _shallow(table)
    return table


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, from 1."""
    before = re.split(r"\r\n?|\n", text[:offset])
    return len(before), len(before[-1]) + 1


_DEEP = "it is nested too deeply"


def _spaces(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\n\r":
        at += 1
    return at


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise Malformed(f"the key {json.dumps(twice[:40])} appears twice in one table")
    return table


def _finite(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise Malformed(f"the number {digits[:40]} is out of range")
    return value


def _constant(word: str) -> float:
    raise Malformed(f"{word} is not a number in JSON")


_DECODER = json.JSONDecoder(object_pairs_hook=_unique, parse_float=_finite, parse_constant=_constant)


def _fault(error: tomllib.TOMLDecodeError, text: str) -> Malformed:
    reason = re.sub(r" \(at [^()]*\)$", "", str(error))
    at = re.search(r"\(at line (\d+), column (\d+)\)$", str(error))
    return Malformed(reason, int(at[1]), int(at[2])) if at else Malformed(reason, *position(text, len(text)))


def _long_key(text: str) -> int | None:
    """The line of a key with too many parts."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") > DEEPEST and any(
            part.count(".") > DEEPEST for part in re.split("[=,]", _STRINGS.sub("", line).partition("#")[0])
        ):
            return number
    return None


def _long_number(text: str) -> int | None:
    found = re.search(r"[\d_]{4301}", text)
    return position(text, found.start())[0] if found else None


def _shallow(value: Any) -> None:
    """Raises ``Malformed`` for values nested too deeply for recursive functions."""
    level = [value]
    for _ in range(DEEPEST):
        level = [inner for one in level for inner in _inside(one)]
        if not level:
            return
    raise Malformed(_DEEP)


def _inside(value: Any) -> Iterator[Any]:
    values = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return (inner for inner in values if isinstance(inner, dict | list))
