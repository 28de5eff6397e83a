"""Settings from several places in order of priority: files, environment, command line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from os.path import relpath
from pathlib import Path
from typing import Any

from consistency.settings.globs import moved
from consistency.settings.invalid import InvalidValue
from consistency.settings.keys import FIELDS, KEYS, Merge
from consistency.settings.rule_codes import covers
from consistency.settings.value import Mapping as Mapped
from consistency.settings.value import Settings

#: The fields that together decide which rules run.
CHOICE = ("select", "extend_select", "ignore", "extend_ignore")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """Values by field of the settings, and the origin of each as shown to users."""

    values: Mapping[str, Any] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, values: Mapping[str, Any], origin: str) -> Layer:
        """Values with the same origin."""
        return cls(values=values, origins=dict.fromkeys(values, origin))


def read(table: Mapping[str, Any], where: Callable[[tuple[str | int, ...]], str]) -> Layer:
    """The values of a parsed settings file. Raises ``InvalidValue`` for the first invalid one."""
    values, origins = {}, {}
    for name, given in table.items():
        key = KEYS[name]
        try:
            values[key.sets] = key.kind.read(given)
        except InvalidValue as wrong:
            raise wrong.under(name) from None
        origins[key.sets] = where((name,))
    return Layer(values=values, origins=origins)


def stacked(layers: Iterable[Layer]) -> Layer:
    """Several layers merged; later ones have priority."""
    result = Layer()
    for layer in layers:
        result = _over(result, layer)
    return result


def _over(lower: Layer, upper: Layer) -> Layer:
    values, origins = dict(lower.values), dict(lower.origins)
    _choose(values, origins, upper.values)
    for name, value in upper.values.items():
        merge = FIELDS[name].merge if name in FIELDS and name in values else Merge.REPLACE
        values[name] = _merged(merge, values.get(name), value)
        both = merge is not Merge.REPLACE and origins.get(name, upper.origins[name]) != upper.origins[name]
        origins[name] = f"{origins[name]}, {upper.origins[name]}" if both else upper.origins[name]
    return Layer(values=values, origins=origins)


def _merged(merge: Merge, old: Any, new: Any) -> Any:
    if merge is Merge.REPLACE:
        return new
    if merge is Merge.ENTRIES:
        return tuple({**dict(old), **dict(new)}.items())
    return tuple(dict.fromkeys((*new, *old)))


def _choose(values: dict[str, Any], origins: dict[str, str], upper: Mapping[str, Any]) -> None:
    """Remove lower selections and ignores that the upper layer overrides."""
    if "select" in upper:
        for name in CHOICE:
            values.pop(name, None)
            origins.pop(name, None)
    for name in ("ignore", "extend_ignore"):
        if name in values:
            values[name] = tuple(p for p in values[name] if not _any(upper.get("extend_select", ()), p))
    chosen = [*values.get("select", ()), *values.get("extend_select", ())]
    dropped = [*upper.get("ignore", ()), *upper.get("extend_ignore", ())]
    again = tuple(p for p in chosen if _any(dropped, p) and p not in dropped)
    if again:
        values["ignore"] = (*values.get("ignore", ()), *again)
        origins.setdefault("ignore", "")


def _any(prefixes: Iterable[str], code: str) -> bool:
    return any(covers(prefix, code) for prefix in prefixes)


def based(layer: Layer, folder: Path, root: Path) -> Layer:
    """A layer whose paths and patterns are relative to ``folder``, rewritten relative to ``root``."""
    values = {name: _based(name, value, folder, root) for name, value in layer.values.items()}
    return replace(layer, values=values)


def _based(name: str, value: Any, folder: Path, root: Path) -> Any:
    here, there = str(folder), str(root)
    if name in ("include", "exclude", "extend_exclude"):
        return tuple(moved(pattern, here, there) for pattern in value)
    if name == "per_file_ignores":
        return tuple((moved(pattern, here, there), rules) for pattern, rules in value)
    if name == "mappings":
        return tuple(
            Mapped(article=_anchored([one.article], here, there)[0], source=_anchored(one.source, here, there))
            for one in value
        )
    if name == "accepted":
        return tuple(replace(one, path=one.path and moved(one.path, here, there)) for one in value)
    if name in ("baseline", "snapshot_dir") and folder != root:
        return relpath(folder / home(value), root)
    if name == "cache_dir" or (name == "model" and _is_folder(folder / value)):
        return str(folder / home(value))
    return value


def _anchored(patterns: Iterable[str], folder: str, root: str) -> tuple[str, ...]:
    return tuple(moved(pattern, folder, root, anchored=True) for pattern in patterns)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def home(path: str) -> Path:
    """A path with "~" expanded, or unchanged if there is no such user."""
    try:
        return Path(path).expanduser()
    except RuntimeError:  # no such user
        return Path(path)


def settings(layer: Layer, root: str | None) -> Settings:
    """The settings of a layer, with defaults for the rest."""
    return Settings(**layer.values, root=root)
