"""Which articles a command is to look at: its options, and the plan made of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from consistency.settings import Scope, Settings
    from consistency.sources import Changes, Library, Plan

WALK = (
    click.option(
        "--exclude", multiple=True, metavar="GLOB", help="Leave out what fits, found in folders; repeats add up."
    ),
    click.option("--extend-exclude", multiple=True, metavar="GLOB", help="The same, besides what the settings name."),
    click.option("--force-exclude", is_flag=True, help="Leave out excluded files even where they are named."),
    click.option(
        "--respect-gitignore/--no-respect-gitignore", default=True, show_default=True,
        help="Leave out what git ignores.",
    ),
    click.option("--files-from", metavar="FILE", help="Read more paths from FILE or -, parted by newlines or NUL."),
    click.option("--stdin-filename", metavar="PATH", help="Where the article on standard input belongs."),
)  # fmt: skip
CHANGED = (
    click.option(
        "--changed-since", metavar="REF",
        help="Only what a change since the branch point from REF concerns, sources and settings too.",
    ),
    click.option(
        "--changed", is_flag=True,
        help="PATHs are files that changed: check what that concerns, sources and settings too.",
    ),
    click.option("--allow-empty", is_flag=True, help="Exit with 0 where there is nothing to check."),
    click.option("--show-files", is_flag=True, help="List the articles that would be checked, and check none."),
)  # fmt: skip

#: Largest list of paths that is read, in bytes.
_LARGEST = 50_000_000


def listed(paths: Sequence[str], names: str | None, sources: Sequence[str] = ()) -> list[str]:
    """The paths given, and those in the file of ``--files-from``.

    Raises ``InputError`` where standard input is wanted twice.
    """
    from consistency.cli.inputs import one_stdin
    from consistency.read.bytes import load

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

    Paths that were ``listed`` may be none: without, none are all.

    Raises ``UsageError`` where both ways to say what changed are used.
    """
    from consistency.sources.plan import plan

    if changed and since is not None:
        raise click.UsageError("--changed names the files that changed: leave out --changed-since.")
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
