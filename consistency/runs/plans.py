"""The plan of a run: which articles are checked against which sources, of those that a command names."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from consistency.settings import Scope, Settings
    from consistency.sources import Changes, Library, Plan

#: Largest list of paths that is read, in bytes.
_LARGEST = 50_000_000


def listed(paths: Sequence[str], names: str | None, sources: Sequence[str] = ()) -> list[str]:
    """The paths given, and those in the file of ``--files-from``.

    Raises ``InputError`` where standard input is wanted twice.
    """
    from consistency.read.bytes import load
    from consistency.runs.inputs import one_stdin

    one_stdin(paths, sources, [names or ""])
    if names is None:
        return list(paths)
    content = load(names, _LARGEST, None, piped=True)
    found = content.split(b"\0") if b"\0" in content else content.splitlines()
    return [*paths, *(os.fsdecode(name) for name in found if name.strip())]


def governed(scope: Scope, extended: set[Path]) -> Callable[[Path], Settings]:
    """The settings that hold in a folder; ``extended`` gets the files that they rest on and that lie elsewhere."""

    @cache
    def governing(folder: Path) -> Settings:
        found = scope.explained(str(folder))
        extended.update(found.files if scope.config else found.files[1:])
        return found.settings

    return governing


def planned(
    scope: Scope, paths: Sequence[str], sources: Sequence[str] = (), since: str | None = None,
    library: Library | None = None, *, changed: bool = False, listed: bool = False,
) -> Plan:  # fmt: skip
    """The plan for these paths; if ``changed``, for what it concerns that these files did.

    Paths that were ``listed`` may be none: without, none are all. ``changed`` and ``since`` exclude each other.
    """
    from consistency.sources.plan import plan

    # Filled as the plan asks for the settings of its articles, which it does before it asks what has changed.
    files: set[Path] = set()
    known = _named(paths) if changed else _changed(since)
    wanted = () if changed else paths
    return plan(
        wanted, governed(scope, files), given=sources, changed=known, settings_files=files, library=library,
        listed=listed and not changed,
    )  # fmt: skip


def _named(paths: Sequence[str]) -> Changes:
    """Files that a hook names: they changed, or they are gone."""
    from consistency.sources import Changes
    from consistency.sources.paths import real

    there = {path for path in paths if os.path.lexists(path)}
    return Changes(present=frozenset(map(real, there)), gone=frozenset(map(real, set(paths) - there)))


def _changed(since: str | None) -> Changes | None:
    if since is None:
        return None
    from consistency.sources import changes

    return changes(since, Path.cwd())
