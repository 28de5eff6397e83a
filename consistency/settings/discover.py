"""The settings that hold for a path: which file, what it extends, and what is set above it."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from consistency.errors import SettingsError
from consistency.settings import file, layers, tables
from consistency.settings.file import File
from consistency.settings.keys import EXTEND, KEYS
from consistency.settings.layers import Layer
from consistency.settings.value import Settings
from consistency.settings.version import require
from consistency.settings.wrong import Wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class Effective:
    """Settings, where each of them comes from, and the files read: the one found, then what each extends."""

    settings: Settings
    origins: Mapping[str, str]
    files: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What a run says of its settings: ``config`` is the one file to use, ``isolated`` that none is.

    ``overrides`` are layers of values that count more than any file, the last one most; their paths count
    from the working folder.
    """

    overrides: Sequence[Layer] = ()
    config: str | None = None
    isolated: bool = False

    def at(self, path: str) -> Settings:
        """The settings of an article, or of what lies in a folder."""
        return self.explained(path).settings

    def explained(self, path: str) -> Effective:
        """The same, with where each comes from. Raises ``SettingsError``."""
        chain = _chain(self._file(path))
        below = [layers.based(_layer(one), one.folder, chain[0].folder) for one in reversed(chain)]
        above = [layers.based(one, Path.cwd(), chain[0].folder) for one in self.overrides] if chain else self.overrides
        layer = layers.stacked([*below, *above])
        return Effective(
            settings=layers.settings(layer, str(chain[0].folder) if chain else None),
            origins=layer.origins,
            files=tuple(one.path for one in chain),
        )

    def _file(self, path: str) -> File | None:
        if self.isolated:
            return None
        if self.config is not None:
            return file.read(_whole(self.config))
        return file.nearest(_folder(path))


def settings_for(
    path: str | os.PathLike[str],
    *,
    overrides: Mapping[str, Any] | Sequence[Layer] = (),
    config: str | None = None,
    isolated: bool = False,
) -> Settings:
    """The settings of an article: those of the nearest file above it, and ``overrides`` on top.

    ``path`` is a file or a folder, or "-" for standard input, which lies in the working folder.
    ``overrides`` are values by field of ``Settings``. ``config`` is a file to use instead of the nearest
    one; ``isolated`` uses none. Raises ``SettingsError`` for a file with something wrong in it.
    """
    above = [Layer.of(overrides, "given")] if isinstance(overrides, Mapping) else overrides
    return Scope(overrides=tuple(above), config=config, isolated=isolated).at(os.fspath(path))


def _folder(path: str) -> Path:
    whole = _whole(path)
    return Path.cwd() if path == "-" else whole if whole.is_dir() else whole.parent


def _whole(path: str | Path) -> Path:
    """A path from the root. Links are not followed: the settings beside the link hold."""
    return Path(os.path.normpath(Path(path).absolute()))


def _chain(found: File | None) -> list[File]:
    """A file and those that it extends, the furthest last."""
    chain = [found] if found else []
    while chain and (above := _extended(chain[-1])) is not None:
        if any(above.path == one.path for one in chain):
            told = " extends ".join(file.shown(one.path) for one in (*chain, above))
            raise SettingsError("extends itself in the end", where=chain[-1].where((EXTEND.name,)), hint=told)
        chain.append(above)
    return chain


def _extended(one: File) -> File | None:
    given = one.table.get(EXTEND.name)
    if given is None:
        return None
    try:
        target = layers.home(EXTEND.kind.read(given))
    except Wrong as wrong:
        raise one.refuse(wrong.under(EXTEND.name)) from None
    path = _whole(one.folder / target)
    if not file.there(path):
        hint = f"{file.shown(path)} is not there: the path counts from the folder of the file"
        raise one.refuse(Wrong("no such file", hint=hint, at=(EXTEND.name,)))
    return file.read(path)


def _layer(one: File) -> Layer:
    table = {name: value for name, value in one.table.items() if name != EXTEND.name}
    try:
        if file.TABLE[0] in table:
            raise Wrong(
                "no such table here", hint="[tool.consistency] is for pyproject.toml: leave the head out", at=file.TABLE
            )
        tables.known(table, KEYS, "`consistency config` lists the keys")
        # Another version may know other values: so that this is said first.
        if "required-version" in table:
            require(table["required-version"])
        found = layers.read(table, one.where)
        _kept_home(found, one)
        return found
    except Wrong as wrong:
        raise one.refuse(wrong) from None


def _kept_home(found: Layer, one: File) -> None:
    """Raises ``Wrong`` for a folder of the cache that a file may not choose.

    Settings come with a repository, and so may not have files written just anywhere.
    """
    given = found.values.get("cache_dir")
    if given is None:
        return
    from platformdirs import user_cache_path

    folder = Path(os.path.realpath(one.folder / layers.home(given)))
    if not any(folder.is_relative_to(os.path.realpath(place)) for place in (one.folder, user_cache_path())):
        raise Wrong(
            "lies neither in the folder of this file nor in the user's folder for caches",
            hint="name it with --cache-dir or CONSISTENCY_CACHE_DIR, where only you decide", at=("cache-dir",),
        )  # fmt: skip
