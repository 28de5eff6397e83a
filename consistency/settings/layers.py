"""Settings from several places, one above the other: files, the environment, the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from os.path import relpath
from pathlib import Path
from typing import Any

from consistency.settings.codes import covers
from consistency.settings.globs import moved
from consistency.settings.keys import FIELDS, KEYS, Key, Merge
from consistency.settings.value import Mapping as Mapped
from consistency.settings.value import Settings
from consistency.settings.wrong import Wrong

#: The fields that say together which rules run.
CHOICE = ("select", "extend_select", "ignore", "extend_ignore")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """Values by field of the settings, and in words where each comes from."""

    values: Mapping[str, Any] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, values: Mapping[str, Any], origin: str) -> Layer:
        """Values that all come from one place."""
        return cls(values=values, origins=dict.fromkeys(values, origin))


def read(table: Mapping[str, Any], where: Callable[[tuple[str | int, ...]], str]) -> Layer:
    """The values of a table of keys as files have it. Raises ``Wrong`` for what is not to be set so."""
    values, origins = {}, {}
    for name, given in table.items():
        key = KEYS[name]
        try:
            values[key.sets] = key.kind.read(given)
        except Wrong as wrong:
            raise wrong.under(name) from None
        origins[key.sets] = where((name,))
    return Layer(values=values, origins=origins)


def stacked(layers: Iterable[Layer]) -> Layer:
    """One layer of several, each counting more than those before it."""
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
    """Take from the lower values what the upper ones decide otherwise: what counts more is asked last."""
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
    """A layer whose paths and patterns count from ``folder``, made to count from ``root``."""
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
    """A path, "~" being somebody's home where there is one."""
    try:
        return Path(path).expanduser()
    except RuntimeError:  # nobody of that name
        return Path(path)


def settings(layer: Layer, root: str | None) -> Settings:
    """The settings that a layer gives, the defaults for what it leaves open."""
    return Settings(**layer.values, root=root)


def unset(key: Key, layer: Layer) -> bool:
    """Whether nothing sets the key."""
    return key.sets not in layer.values
