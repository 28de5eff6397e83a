"""The key ``consistency`` in front matter: settings and suppressions of one article."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple, NoReturn

from consistency.errors import InputError
from consistency.read.place import line_of, plain
from consistency.settings.invalid import shown_value
from consistency.types import Acceptance, Request, Span

KEY = "consistency"

_WORDS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_LEVELS = ("error", "warning", "note", "never")
_HINTS = {
    "enabled": "Write true or false.",
    "ignore": "Write a list of rules: [NUM103, COV].",
    "fail-on": f"Write one of {', '.join(_LEVELS)}.",
    "accept": "Write a list of tables with rule, reason and optionally text and until.",
    "rule": "Give a rule's code, code prefix or name.",
    "reason": "State briefly why the difference is accepted.",
    "text": "Give the words that the finding points at, or leave it out.",
    "until": "Write a date such as 2026-05-31, or leave it out.",
}


class _Head(NamedTuple):
    """The text of the front matter, and the article's name for errors."""

    text: str
    name: str

    def where(self, key: str) -> str:
        """The line of a key such as "consistency.accept[0].until"."""
        start = max(self.text.find(KEY), 0)
        name = re.sub(r"\[\d+\]$", "", key.rstrip(".").split(".")[-1])
        line = line_of(self.text[start:], name) + self.text.count("\n", 0, start)
        return f"{self.name}:{line}" if self.text else self.name


def request(asked: object, head: str, where: str) -> Request:
    """The parsed request; ``head`` is the text of the front matter, ``where`` the article's name for errors.

    Raises:
        InputError: a key is unknown, or its value is not what it takes.
    """
    if asked is None or asked == "":
        return Request()
    place = _Head(head, where)
    table = _table(asked, KEY, place, ("enabled", "ignore", "fail-on", "accept"))
    at = max(head.find(KEY), 0)
    return Request(
        enabled=_truth(table.get("enabled", True), place),
        ignore=_names(table.get("ignore", []), place),
        fail_on=_level(table.get("fail-on"), place),
        accept=tuple(_located(_entries(table.get("accept", []), place), head, max(head.find("accept", at), at))),
        span=Span(at, at + len(KEY)),
    )


def _table(asked: object, key: str, where: _Head, known: tuple[str, ...]) -> dict[str, Any]:
    if not isinstance(asked, Mapping):
        _wrong(key, "is not a table", where, "Write keys and values under it, or remove it.")
    table = {str(name).lower().replace("_", "-"): value for name, value in asked.items()}
    for name in table:
        if name not in known:
            near = difflib.get_close_matches(name[:80], known, n=1, cutoff=0.4)
            hint = f"Did you mean {near[0]}?" if near else f"Known keys: {', '.join(known)}."
            _wrong(f"{key}.{plain(name)}", "is not known", where, hint)
    return table


def _truth(value: object, where: _Head) -> bool:
    found = value if isinstance(value, bool) else _WORDS.get(str(value).lower())
    if found is None:
        _wrong(f"{KEY}.enabled", f"is {_shown(value)}", where, _HINTS["enabled"])
    return found


def _names(value: object, where: _Head) -> tuple[str, ...]:
    listed = value.split(",") if isinstance(value, str) else value
    if not isinstance(listed, list) or not all(isinstance(name, str) for name in listed):
        _wrong(f"{KEY}.ignore", f"is {_shown(value)}", where, _HINTS["ignore"])
    return tuple(name.strip() for name in listed if name.strip())


def _level(value: object, where: _Head) -> str | None:
    if value is not None and value not in _LEVELS:
        _wrong(f"{KEY}.fail-on", f"is {_shown(value)}", where, _HINTS["fail-on"])
    return None if value is None else str(value)


def _entries(value: object, where: _Head) -> list[Acceptance]:
    listed = [value] if isinstance(value, Mapping) else value
    if not isinstance(listed, list):
        _wrong(f"{KEY}.accept", f"is {_shown(value)}", where, _HINTS["accept"])
    return [_entry(entry, f"{KEY}.accept[{number}]", where) for number, entry in enumerate(listed)]


def _entry(value: object, key: str, where: _Head) -> Acceptance:
    if not isinstance(value, Mapping):
        _wrong(key, f"is {_shown(value)}", where, _HINTS["accept"])
    table = _table(value, key, where, ("rule", "text", "reason", "until"))
    for name in ("rule", "reason"):
        if table.get(name) in (None, ""):
            _wrong(f"{key}.{name}", "is missing", where, _HINTS[name])
    for name in ("rule", "reason", "text"):
        if not isinstance(table.get(name, ""), str) or (name in table and not table[name].strip()):
            _wrong(f"{key}.{name}", f"is {_shown(table[name])}", where, _HINTS[name])
    return Acceptance(
        rule=table["rule"].strip(),
        reason=" ".join(table["reason"].split()),
        text=table.get("text"),
        until=_day(table.get("until"), f"{key}.until", where),
    )


def _day(value: object, key: str, where: _Head) -> date | None:
    if value is None or isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    try:
        return date.fromisoformat(str(value).strip())
    except ValueError:
        _wrong(key, f"is {_shown(value)}", where, _HINTS["until"])


def _located(entries: Iterable[Acceptance], head: str, at: int) -> Iterable[Acceptance]:
    """The entries, each with the position of its text in the file, or of the first line if that is not found."""
    first = Span(0, len(head.splitlines()[0]) if head else 0)
    for one in entries:
        words = [(head.find(words, at), words) for words in (one.text, one.reason, one.rule) if words]
        start, said = next((found for found in words if found[0] >= 0), (-1, ""))
        span = Span(start, start + len(said)) if start >= 0 else first
        at = max(at, span.end)
        yield Acceptance(rule=one.rule, reason=one.reason, text=one.text, until=one.until, span=span)


def _shown(value: object) -> str:
    return repr(value) if isinstance(value, str) and len(value) < 40 else shown_value(value)


def _wrong(key: str, problem: str, where: _Head, hint: str) -> NoReturn:
    raise InputError(f"{key} in the front matter {problem}", where=where.where(key), hint=hint)
