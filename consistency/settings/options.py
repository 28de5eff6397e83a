"""Settings as keyword arguments of a Python call: typed, and checked like those of a settings file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, TypedDict

from consistency.errors import SettingsError
from consistency.settings.invalid import InvalidValue, nearest
from consistency.settings.keys import FIELDS
from consistency.settings.value import Mapping as Sources
from consistency.settings.value import Settings
from consistency.types import Acceptance


class Options(TypedDict, total=False):
    """Every field of ``Settings``, with the types a caller may use."""

    select: Sequence[str]
    ignore: Sequence[str]
    extend_select: Sequence[str]
    extend_ignore: Sequence[str]
    per_file_ignores: Mapping[str, Sequence[str]]
    severity: Mapping[str, str]
    min_severity: str
    min_confidence: float | str
    fail_on: str
    tolerance: float
    aliases: Sequence[Sequence[str]]
    accepted: Sequence[Acceptance]
    suppressions: bool
    baseline: str | None
    include: Sequence[str]
    exclude: Sequence[str]
    extend_exclude: Sequence[str]
    force_exclude: bool
    respect_gitignore: bool
    source_keys: Sequence[str]
    mappings: Sequence[Sources]
    snapshot_dir: str
    model: str
    runtime: str
    pipeline: str
    cache: bool
    cache_dir: str | None
    max_bytes: int
    encoding: str | None
    required_version: str | None
    root: str | None


#: Fields whose values are dataclasses, not plain values of a settings file.
_RECORDS = frozenset({"accepted", "mappings"})


def with_options(settings: Settings | None, options: Options) -> Settings:
    """The settings (or the defaults) with these values replaced.

    Raises:
        TypeError: an unknown option; the message names the closest one.
        SettingsError: an invalid value.
    """
    if settings is not None and not isinstance(settings, Settings):
        raise TypeError(
            f"settings must be a Settings, not {type(settings).__name__}; "
            'single settings are keyword arguments: Checker(select=["NUM"])'
        )
    known = [field.name for field in fields(Settings)]
    for name in options:
        if name not in known:
            near = nearest(name, known)
            raise TypeError(f"there is no setting {name!r}" + (f"; did you mean {near!r}?" if near else ""))
    values: dict[str, Any] = {name: _value(name, given) for name, given in options.items()}
    return replace(settings or Settings(), **values)


def _value(name: str, given: object) -> Any:
    if given is None and getattr(Settings(), name) is None:
        return None
    if name in _RECORDS and isinstance(given, list | tuple):
        return tuple(given)
    if name not in FIELDS:
        return given
    try:
        return FIELDS[name].kind.read(_plain(name, given))
    except InvalidValue as wrong:
        raise SettingsError(wrong.message, where=name, hint=wrong.hint) from None


def _plain(name: str, given: object) -> Any:
    """The value as in a settings file: lists for tuples, tables for pairs and groups of names."""
    if name == "aliases" and isinstance(given, list | tuple):
        return [{"names": list(names)} if isinstance(names, list | tuple) else names for names in given]
    if name == "tolerance" and isinstance(given, int | float):
        return {"number": given}
    if name in ("severity", "per_file_ignores") and isinstance(given, tuple):
        return {key: _listed(value) for key, value in dict(given).items()}
    if isinstance(given, Mapping):
        return {key: _listed(value) for key, value in given.items()}
    return _listed(given)


def _listed(value: object) -> object:
    return list(value) if isinstance(value, tuple | set | frozenset) else value
