"""Reads and writes the baseline file: JSON, sorted so that diffs are easy to review."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

from consistency.errors import InputError
from consistency.findings.baseline.entry import Entry
from consistency.reports.json import dumps
from consistency.untrusted import Malformed, load_json

#: The default name of the file.
NAME = ".consistency-baseline.json"

SCHEMA = 1

_KEYS = ("path", "code", "fingerprint", "message")
_HINT = "restore the committed file, or run `consistency baseline create`"


@dataclass(frozen=True, kw_only=True)
class Baseline:
    """The entries of a file, and the folder that their paths are relative to."""

    entries: tuple[Entry, ...]
    folder: Path

    @cached_property
    def known(self) -> dict[tuple[str, str, str], Entry]:
        """The entries by their identity."""
        return {entry.key: entry for entry in self.entries}


def load(path: Path) -> Baseline:
    """The baseline in a file. Raises ``InputError`` if it is missing, unreadable, or written by a newer version."""
    try:
        document = load_json(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError as error:
        hint = "to create it, run `consistency baseline create`"
        raise InputError("no such baseline", where=str(path), hint=hint) from error
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}", where=str(path), hint=_HINT) from error
    except Malformed as error:
        raise _broken(path, f"is not JSON: {error.reason}", error.line) from error
    except UnicodeDecodeError as error:
        raise _broken(path, f"is not UTF-8: byte {error.start}") from error
    except ValueError as error:
        raise _broken(path, f"cannot be read: {error}") from error
    return Baseline(entries=tuple(sorted(_entries(document, path), key=lambda one: one.key)), folder=folder(path))


def folder(path: Path) -> Path:
    """The folder that the paths in a baseline are relative to."""
    return path.absolute().parent


def dump(entries: Iterable[Entry]) -> str:
    """The file's content; equal entries give equal bytes."""
    ordered = sorted({entry.key: entry for entry in entries}.items())
    return dumps({"schema": SCHEMA, "findings": [_dict(entry) for _, entry in ordered]}, indent=2)


def schema() -> str:
    """The JSON schema of the file."""
    return files("consistency.findings.baseline").joinpath("schema.json").read_text(encoding="utf-8")


def _dict(entry: Entry) -> dict[str, str]:
    return {**{key: getattr(entry, key) for key in _KEYS}, "reason": entry.reason}


def _entries(document: Any, path: Path) -> list[Entry]:
    if not isinstance(document, Mapping) or "schema" not in document:
        raise _broken(path, "is not a baseline of this program")
    if document["schema"] != SCHEMA or isinstance(document["schema"], bool):
        hint = f"this version reads schema {SCHEMA}: install the version that made the file"
        raise InputError(f"has schema {str(document['schema'])[:40]}", where=str(path), hint=hint)
    listed = document.get("findings")
    if not isinstance(listed, list):
        raise _broken(path, "has no list of findings")
    return [_entry(one, f"findings[{number}]", path) for number, one in enumerate(listed)]


def _entry(document: Any, key: str, path: Path) -> Entry:
    if not isinstance(document, Mapping):
        raise _broken(path, f"{key} is not an object")
    for name in (*_KEYS, "reason"):
        if not isinstance(document.get(name, "" if name == "reason" else None), str):
            raise _broken(path, f"{key}.{name} is not a string")
    return Entry(**{name: document[name] for name in _KEYS}, reason=document.get("reason", ""))


def _broken(path: Path, problem: str, line: int | None = None) -> InputError:
    return InputError(problem, where=f"{path}:{line}" if line else str(path), hint=_HINT)
