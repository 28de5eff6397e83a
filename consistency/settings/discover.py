"""The settings in effect for a path: the nearest file, the files it extends, and the overrides."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from consistency import __version__
from consistency.errors import SettingsError
from consistency.settings import file, layers, tables
from consistency.settings.file import File
from consistency.settings.invalid import InvalidValue
from consistency.settings.keys import EXTEND, KEYS
from consistency.settings.kinds import TEXT
from consistency.settings.layers import Layer
from consistency.settings.value import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Effective:
    """Settings, the origin of each, and the files read: the nearest one, then those it extends."""

    settings: Settings
    origins: Mapping[str, str]
    files: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Where a run takes its settings from.

    ``config`` replaces the search for a file, ``isolated`` uses none. ``overrides`` have priority over files, the last
    layer the highest; their paths are relative to the working directory.
    """

    overrides: Sequence[Layer] = ()
    config: str | None = None
    isolated: bool = False

    def at(self, path: str) -> Settings:
        """The settings of an article or folder."""
        return self.explained(path).settings

    def explained(self, path: str) -> Effective:
        """The same with the origin of each setting. Raises ``SettingsError``."""
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
    """The settings of an article: those of the nearest settings file, with ``overrides`` on top.

    Args:
        path: a file, a folder, or "-" for standard input (the working directory).
        overrides: values by field of ``Settings``.
        config: a settings file to use instead of the nearest one.
        isolated: use no settings file.

    Raises:
        SettingsError: a settings file is invalid.
    """
    above = [Layer.of(overrides, "given")] if isinstance(overrides, Mapping) else overrides
    return Scope(overrides=tuple(above), config=config, isolated=isolated).at(os.fspath(path))


def _folder(path: str) -> Path:
    whole = _whole(path)
    return Path.cwd() if path == "-" else whole if whole.is_dir() else whole.parent


def _whole(path: str | Path) -> Path:
    """An absolute path. Links are not followed: the settings next to the link apply."""
    return Path(os.path.normpath(Path(path).absolute()))


def _chain(found: File | None) -> list[File]:
    """A file and those it extends, in that order."""
    chain = [found] if found else []
    while chain and (above := _extended(chain[-1])) is not None:
        if any(above.path == one.path for one in chain):
            told = " extends ".join(file.shown(one.path) for one in (*chain, above))
            raise SettingsError("extends itself", where=chain[-1].where((EXTEND.name,)), hint=told)
        chain.append(above)
    return chain


def _extended(one: File) -> File | None:
    given = one.table.get(EXTEND.name)
    if given is None:
        return None
    try:
        target = layers.home(EXTEND.kind.read(given))
    except InvalidValue as wrong:
        raise one.refuse(wrong.under(EXTEND.name)) from None
    path = _whole(one.folder / target)
    if not file.there(path):
        hint = f"{file.shown(path)} does not exist; paths are relative to the folder of this file"
        raise one.refuse(InvalidValue("no such file", hint=hint, at=(EXTEND.name,)))
    return file.read(path)


def _layer(one: File) -> Layer:
    table = {name: value for name, value in one.table.items() if name != EXTEND.name}
    try:
        if file.TABLE[0] in table:
            raise InvalidValue(
                "unexpected table",
                hint="only pyproject.toml needs [tool.consistency]: remove it",
                at=file.TABLE,
            )
        tables.known(table, KEYS, "`consistency config` lists the keys")
        # Checked first: another version may accept values that this one rejects.
        if "required-version" in table:
            _require(table["required-version"])
        found = layers.read(table, one.where)
        _check_cache_dir(found, one)
        return found
    except InvalidValue as wrong:
        raise one.refuse(wrong) from None


def _check_cache_dir(found: Layer, one: File) -> None:
    """Raises ``InvalidValue`` for a cache folder that a settings file must not choose.

    Settings may come from an untrusted repository, which must not decide where files are written.
    """
    given = found.values.get("cache_dir")
    if given is None:
        return
    from platformdirs import user_cache_path

    folder = Path(os.path.realpath(one.folder / layers.home(given)))
    if not any(folder.is_relative_to(os.path.realpath(place)) for place in (one.folder, user_cache_path())):
        raise InvalidValue(
            "must be inside the folder of this file or the user's cache folder",
            hint="to use any other folder, set --cache-dir or CONSISTENCY_CACHE_DIR", at=("cache-dir",),
        )  # fmt: skip


def _require(wanted: Any) -> None:
    """Raises ``InvalidValue`` if the file does not allow this version of the program."""
    from packaging.specifiers import InvalidSpecifier, SpecifierSet

    try:
        text = TEXT.read(wanted).strip()
        allowed = SpecifierSet(f"=={text}" if text[:1].isdigit() else text)
    except InvalidValue as wrong:
        raise wrong.under("required-version") from None
    except InvalidSpecifier:
        raise InvalidValue(
            f'expected versions, such as ">=0.1,<0.2", not {wanted!r}', at=("required-version",)
        ) from None
    if not allowed.contains(__version__, prereleases=True):
        hint = f"this is version {__version__}: install a matching one or change the setting"
        raise InvalidValue(f"requires consistency {wanted}", hint=hint, at=("required-version",))
