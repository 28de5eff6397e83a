"""The settings of a command: command line and environment on top of settings files."""

from __future__ import annotations

import functools
import inspect
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from consistency.errors import SettingsError
from consistency.settings import Settings

if TYPE_CHECKING:
    from consistency.settings import Scope
    from consistency.settings.discover import Effective
    from consistency.settings.layers import Layer

Command = Callable[..., Any]

_RULES = {"select", "ignore", "extend_select", "extend_ignore"}
_GLOBS = {"exclude", "extend_exclude"}
_PATHS = {"baseline", "snapshot_dir", "cache_dir"}
_ASSIGNED = re.compile(r"\s*[\w.\"'-]+\s*=")


def settings_of(named: str | None = None) -> Callable[[Command], Command]:
    """A decorator that passes a command the parameters it declares: ``settings``, ``scope`` or both.

    ``scope`` returns the settings of any path. ``settings`` are those of the first path in the command's
    argument ``named``, or of the working directory; ``fail_on`` is taken from them.
    """

    def wrap(command: Command) -> Command:
        wanted = inspect.signature(command).parameters

        @functools.wraps(command)
        def call(**given: Any) -> Any:
            scope, first = _scope(given), _first(given.get(named or ""))
            if given.pop("show_settings", False):
                return _show(scope.explained(_first(given.get(named or "paths"))))
            made: dict[str, Any] = {"scope": scope}
            if "settings" in wanted:
                made["settings"] = scope.at(first)
                made["fail_on"] = made["settings"].fail_on
            return command(**given, **{name: value for name, value in made.items() if name in wanted})

        return call

    return wrap


def _first(named: str | Sequence[str] | None) -> str:
    if isinstance(named, str):
        return named
    return named[0] if named else "."


def shown(found: Effective, format: str) -> str:
    """The settings in effect, as text or JSON."""
    from consistency.reports.json import dumps
    from consistency.settings import describe

    return dumps(describe.effective(found), indent=2) if format == "json" else describe.text(found)


def _show(found: Effective) -> int:
    from consistency.runs.output import write

    write(shown(found, "text"))
    return 0


def _scope(given: dict[str, Any]) -> Scope:
    """The settings from the options, which are removed from ``given``."""
    from consistency.settings import Scope

    chosen = {name: given.pop(name) for name in Settings.__dataclass_fields__ if name in given}
    file, single = _config(given.pop("config", ()))
    isolated = given.pop("isolated", False)
    if isolated and file is not None:
        raise click.UsageError("--isolated and --config FILE cannot be combined.")
    overrides = [
        _layer(chosen, ParameterSource.ENVIRONMENT), *single, _layer(chosen, ParameterSource.COMMANDLINE)
    ]  # fmt: skip
    return Scope(overrides=overrides, config=file, isolated=isolated)


def _layer(chosen: Mapping[str, Any], source: ParameterSource) -> Layer:
    from consistency.settings.layers import Layer

    context = click.get_current_context()
    here = {name: value for name, value in chosen.items() if context.get_parameter_source(name) is source}
    origin = "the environment" if source is ParameterSource.ENVIRONMENT else "the command line"
    return Layer.of({name: _value(name, value) for name, value in here.items()}, origin)


def _value(name: str, value: Any) -> Any:
    """The value as in the settings: rules as a list, paths (relative to the working directory) as absolute ones."""
    if name in _RULES:
        return tuple(_rule(name, part) for text in value for part in text.split(",") if part.strip())
    if name in _GLOBS:
        return tuple(_glob(name, pattern) for pattern in value)
    if name in _PATHS and value:
        return str(Path(value).expanduser().absolute())
    return tuple(value) if isinstance(value, list) else value


def _rule(name: str, word: str) -> str:
    from consistency.settings.invalid import InvalidValue
    from consistency.settings.rule_codes import prefix

    try:
        return prefix(word)
    except InvalidValue as wrong:
        raise SettingsError(wrong.message, where=f"--{name.replace('_', '-')}", hint=wrong.hint) from None


def _glob(name: str, pattern: str) -> str:
    from consistency.settings.globs import fault

    if wrong := fault(pattern):
        where = f"--{name.replace('_', '-')}"
        hint = "check its brackets"
        raise SettingsError(f"invalid path pattern {pattern!r}: {wrong}", where=where, hint=hint)
    return pattern


def _config(given: Sequence[str]) -> tuple[str | None, list[Layer]]:
    """The settings file among the values of ``--config``, and a layer for each ``KEY=VALUE``."""
    single = [text for text in given if _ASSIGNED.match(text) and not Path(text).is_file()]
    files = [text for text in given if text not in single]
    if len(files) > 1:
        raise click.UsageError("--config can name only one settings file; it can extend others.")
    return next(iter(files), None), [_assigned(text) for text in single]


def _assigned(text: str) -> Layer:
    """One setting given as ``KEY=VALUE``; a value that is not TOML is a string."""
    import json

    from consistency.settings.invalid import InvalidValue
    from consistency.settings.keys import KEYS
    from consistency.settings.layers import based, read
    from consistency.settings.tables import known
    from consistency.untrusted import Malformed, load_toml

    key, _, value = text.partition("=")
    try:
        table = load_toml(text)
    except Malformed:
        table = _parsed(f"{key}={json.dumps(value.strip())}", text)
    try:
        known(table, KEYS, "`consistency config` lists the keys")
        return based(read(table, lambda at: "--config"), Path.cwd(), Path.cwd())
    except InvalidValue as wrong:
        keys = ".".join(str(part) for part in wrong.at if isinstance(part, str))
        raise SettingsError(f"{keys}: {wrong.message}", where="--config", hint=wrong.hint) from None


def _parsed(text: str, given: str) -> dict[str, Any]:
    from consistency.untrusted import Malformed, load_toml

    try:
        return load_toml(text)
    except Malformed:
        raise SettingsError(
            f"invalid setting {given!r}", where="--config", hint="write KEY=VALUE as in a settings file"
        ) from None
