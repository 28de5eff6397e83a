"""Descriptions of settings: each key, the settings in effect, and the JSON Schema of the file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import Any

from consistency.settings.discover import Effective
from consistency.settings.file import shown
from consistency.settings.invalid import InvalidValue, nearest, shown_value
from consistency.settings.keys import EXTEND, KEYS, Key, Merge
from consistency.settings.value import Settings
from consistency.untrusted.visible import escaped, unicode

#: Every key of a settings file, in documentation order.
ALL = {EXTEND.name: EXTEND, **KEYS}


def listing() -> str:
    """One line for each key."""
    width = max(map(len, ALL))
    return "".join(f"{name:<{width}}  {key.line}\n" for name, key in ALL.items())


def find(name: str) -> Key:
    """The key with this name. Raises ``InvalidValue`` with a suggestion."""
    key = ALL.get(name.strip().lower().replace("_", "-"))
    if key is None:
        near = nearest(name, ALL)
        hint = f"did you mean {near}?" if near else "`consistency config` lists all settings"
        raise InvalidValue(f"unknown setting {shown_value(name)}", hint=hint)
    return key


def page(key: Key, option: str | None = None) -> str:
    """The documentation of a key in Markdown; ``option`` is the command-line option that also sets it."""
    facts = "\n".join(f"- {fact}" for fact in _facts(key, option))
    return f"# {key.name}\n\n{_words(key)}\n\n{facts}\n\n```toml\n{key.example}\n```\n"


def _words(key: Key) -> str:
    return f"{key.line} {key.more}".strip()


def _facts(key: Key, option: str | None) -> Iterator[str]:
    yield f"Type: {key.kind.expected}."
    if key is not EXTEND:
        yield f"Default: {_default(key)}."
        if key.merge is not Merge.REPLACE:
            yield f"If set in several places: {key.merge}."
    if option:
        yield f"Option: `{option}`. Environment: `{variable(key)}`."


def variable(key: Key) -> str:
    """The environment variable of an option."""
    return "CONSISTENCY_" + key.name.upper().replace("-", "_")


def _default(key: Key) -> str:
    value = plain(key, Settings())
    return "none" if value in (None, [], {}) else f"`{toml(value)}`"


def effective(found: Effective) -> list[dict[str, Any]]:
    """Each setting in effect: its value as in a file, and its origin."""
    return [
        {"key": name, "value": plain(key, found.settings), "from": found.origins.get(key.sets) or "default"}
        for name, key in KEYS.items()
    ]


def text(found: Effective) -> str:
    """The same as a settings file, with the origin as a comment on each line."""
    return "".join(_lines(found))


def _lines(found: Effective) -> Iterator[str]:
    files = ", which extends ".join(shown(path) for path in found.files)
    yield f"# {_comment(files)}\n" if files else "# no settings file\n"
    for one in effective(found):
        if one["value"] is None:
            yield f"# {one['key']} is not set\n"
        else:
            yield f"{one['key']} = {toml(one['value'])}  # {_comment(one['from'])}\n"


def _comment(words: str) -> str:
    """Text that is safe in a comment: a folder name may contain a line break."""
    return "".join(sign if sign.isprintable() else "?" for sign in words)


def plain(key: Key, settings: Settings) -> Any:
    """The value of a setting as in a file."""
    value = getattr(settings, key.sets)
    if key.name == "tolerance":
        return {"number": value}
    if key.name == "alias":
        return [{"names": list(names)} for names in value]
    if key.name in ("severity", "per-file-ignores"):
        return {name: list(one) if isinstance(one, tuple) else one for name, one in value}
    if key.name in ("sources", "accept"):
        fields = key.kind.schema["items"]["properties"]
        return [
            {name: _day(part) for name, part in asdict(one).items() if name in fields and part is not None}
            for one in value
        ]
    return list(value) if isinstance(value, tuple) else value


def _day(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def toml(value: Any) -> str:
    """A value as TOML on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return escaped(json.dumps(value, ensure_ascii=False), unicode)
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_name(name)} = {toml(one)}" for name, one in value.items()) + "}"
    return str(value)


def _name(name: str) -> str:
    return name if name.replace("-", "").replace("_", "").isalnum() and name.isascii() else toml(name)


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a settings file, or of the table ``[tool.consistency]``."""
    properties = {name: {**key.kind.schema, "description": _words(key)} for name, key in ALL.items()}
    for name, key in KEYS.items():
        if (value := plain(key, Settings())) is not None:
            properties[name]["default"] = value
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "consistency settings",
        "description": ".consistency.toml, consistency.toml, or the table tool.consistency in pyproject.toml.",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
