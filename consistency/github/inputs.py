"""The inputs of ``action.yml``, read from environment variables."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from typing import Any

from consistency.errors import SettingsError
from consistency.reports import FORMATS

#: Severities that ``fail-on`` takes.
FAIL_ON = ("error", "warning", "note", "never")

Parse = Callable[[str, str], Any]


def lines(name: str, text: str) -> tuple[str, ...]:
    """The lines that are not blank, stripped."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def places(name: str, text: str) -> tuple[str, ...]:
    """The lines that are not blank, with slashes in place of backslashes on Windows."""
    return tuple(slashed(line) for line in lines(name, text))


def slashed(path: str, separator: str = os.sep) -> str:
    """A path or pattern with slashes, on a system with this separator."""
    return path.replace("\\", "/") if separator == "\\" else path


def place(name: str, text: str) -> str:
    """One path."""
    return slashed(text.strip())


def word(name: str, text: str) -> str:
    """The text, stripped."""
    return text.strip()


def yes(name: str, text: str) -> bool:
    """A YAML boolean, which arrives as a string. Raises ``SettingsError`` for any other value."""
    given = text.strip()
    if given in ("true", "True", "TRUE"):
        return True
    if given in ("false", "False", "FALSE"):
        return False
    raise _wrong(name, given, ("true", "false"))


def one_of(*known: str) -> Parse:
    """A parser that accepts one of these words."""

    def parse(name: str, text: str) -> str:
        given = text.strip()
        if given not in known:
            raise _wrong(name, given, tuple(filter(None, known)))
        return given

    return parse


def formats(name: str, text: str) -> tuple[tuple[str, str], ...]:
    """``FORMAT`` or ``FORMAT=FILE`` on each line; the file is empty if it is not given."""
    found = []
    for line in lines(name, text):
        kind, _, file = line.partition("=")
        if kind.strip() not in FORMATS:
            raise _wrong(name, kind.strip(), tuple(FORMATS))
        found.append((kind.strip(), slashed(file.strip())))
    return tuple(found)


def _wrong(name: str, given: str, known: tuple[str, ...]) -> SettingsError:
    close = get_close_matches(given, known, 1)
    hint = f"did you mean {close[0]}?" if close else "see action.yml"
    return SettingsError(f"{given!r} is not one of {', '.join(known)}", where=f"input {name}", hint=hint)


def _input(parse: Parse, default: str = "", *, empty: bool = False) -> Any:
    """A field; with ``empty``, an empty input is used as it is and not replaced by the default."""
    return field(metadata={"parse": parse, "default": default, "empty": empty})


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """The inputs that the entry point reads; for an empty one the settings file applies."""

    paths: tuple[str, ...] = _input(places)
    sources: tuple[str, ...] = _input(places)
    config: str = _input(place)
    changed_only: str = _input(one_of("auto", "true", "false"), "auto")
    fail_on: str = _input(one_of("", *FAIL_ON))
    fail_if_empty: bool = _input(yes, "true")
    min_severity: str = _input(one_of("", *FAIL_ON[:-1]))
    min_confidence: str = _input(word)
    select: tuple[str, ...] = _input(lines)
    ignore: tuple[str, ...] = _input(lines)
    extend_select: tuple[str, ...] = _input(lines)
    extend_ignore: tuple[str, ...] = _input(lines)
    baseline: str = _input(place)
    annotations: bool = _input(yes, "true")
    summary: bool = _input(yes, "true")
    report: tuple[tuple[str, str], ...] = _input(formats, "html", empty=True)
    report_dir: str = _input(place, "consistency-report")
    upload_artifact: bool = _input(yes, "true")
    sarif_upload: bool = _input(yes, "false")
    model: str = _input(word)
    cache: bool = _input(yes, "true")
    working_directory: str = _input(place, ".")
    args: tuple[str, ...] = _input(lines)
    token: str = _input(word)
    debug: bool = _input(yes, "false")


def variable(name: str) -> str:
    """The environment variable of an input."""
    return "INPUT_" + name.upper().replace("-", "_")


def read(environ: Mapping[str, str]) -> Inputs:
    """The inputs in an environment. Raises ``SettingsError`` with the name of an invalid input."""
    found = {}
    for one in fields(Inputs):
        name = one.name.replace("_", "-")
        text = environ.get(variable(name))
        if text is None or not (text.strip() or one.metadata["empty"]):
            text = one.metadata["default"]
        found[one.name] = one.metadata["parse"](name, text)
    return Inputs(**found)
