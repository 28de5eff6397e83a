"""Plans a run: which articles, of those that a command names, are checked against which sources."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from consistency.settings import Scope, Settings
    from consistency.sources import Changes, Library, Plan

#: Largest file of ``--files-from``, in bytes.
_LARGEST = 50_000_000


def listed_paths(paths: Sequence[str], names: str | None, sources: Sequence[str] = ()) -> list[str]:
    """The given paths and those listed in the file of ``--files-from``.

    Raises ``InputError`` if standard input is named twice.
    """
    from consistency.read.bytes import load
    from consistency.runs.inputs import require_single_stdin

    require_single_stdin(paths, sources, [names or ""])
    if names is None:
        return list(paths)
    content = load(names, _LARGEST, None, piped=True)
    found = content.split(b"\0") if b"\0" in content else content.splitlines()
    return [*paths, *(os.fsdecode(name) for name in found if name.strip())]


def folder_settings(scope: Scope, extended: set[Path]) -> Callable[[Path], Settings]:
    """The settings that apply in a folder; files they extend are added to ``extended``."""

    @cache
    def governing(folder: Path) -> Settings:
        found = scope.explained(str(folder))
        extended.update(found.files if scope.config else found.files[1:])
        return found.settings

    return governing


def make_plan(
    scope: Scope, paths: Sequence[str], sources: Sequence[str] = (), since: str | None = None,
    library: Library | None = None, *, changed: bool = False, listed: bool = False,
) -> Plan:  # fmt: skip
    """The plan for these paths; if ``changed``, for every article that a change of these files affects.

    No paths mean all articles, unless they were ``listed`` in a file. ``changed`` and ``since`` exclude each other.
    """
    from consistency.sources.plan import plan

    # Filled while the plan looks up settings of its articles, which it does before it looks at changes.
    files: set[Path] = set()
    known = _named_changes(paths) if changed else _changes_since(since)
    wanted = () if changed else paths
    return plan(
        wanted, folder_settings(scope, files), given=sources, changed=known, settings_files=files, library=library,
        listed=listed and not changed,
    )  # fmt: skip


def _named_changes(paths: Sequence[str]) -> Changes:
    """Changed files that a hook names, and those that no longer exist."""
    from consistency.sources import Changes
    from consistency.sources.paths import real

    there = {path for path in paths if os.path.lexists(path)}
    return Changes(present=frozenset(map(real, there)), gone=frozenset(map(real, set(paths) - there)))


def _changes_since(since: str | None) -> Changes | None:
    if since is None:
        return None
    from consistency.sources import changes

    return changes(since, Path.cwd())
