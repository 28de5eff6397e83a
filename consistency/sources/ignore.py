"""Files that a walk skips: in build and hidden folders, excluded by the settings, or ignored by git."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from consistency.settings.globs import matches
from consistency.sources.paths import real, repository

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

    from consistency.settings import Settings

#: Returns the settings that apply to a folder.
Governing = Callable[[Path], "Settings"]

#: Folders of dependencies, and the output and template folders of site generators (Jekyll, Hugo, Eleventy).
BUILT = frozenset(
    {"node_modules", "bower_components", "_site", "public", "__pycache__", "_layouts", "_includes", "archetypes"}
)
#: The reason for skipping names that start with a dot.
HIDDEN = "hidden"
#: Largest .gitignore that is read, in bytes.
_LARGEST = 1_000_000


class Ignore:
    """Gives the reason for which a file or folder is skipped, under the settings that apply to it."""

    def __init__(self, governing: Governing) -> None:
        self.governing = governing
        self._read: dict[Path, GitIgnoreSpec | None] = {}
        self._specs: dict[Path, list[tuple[Path, GitIgnoreSpec]]] = {}

    def why(self, path: Path, *, folder: bool) -> str | None:
        """Why this path is skipped, or None; its parent folders are not considered."""
        if path.name.startswith("."):
            return HIDDEN
        if folder and path.name in BUILT:
            return "not a folder of articles"
        settings = self.governing(path.parent)
        if any(matches(pattern, str(path), settings.root) for pattern in (*settings.exclude, *settings.extend_exclude)):
            return "excluded by the settings"
        return "ignored by git" if settings.respect_gitignore and self._ignored(path, folder) else None

    def above(self, path: Path) -> str | None:
        """Why this file or a parent folder is skipped, up to the folder of the settings or the repository."""
        root = Path(self.governing(path.parent).root or repository(path.parent) or Path.cwd())
        between = [up for up in path.parents if up != root and up.is_relative_to(root)]
        found = (self.why(up, folder=True) for up in reversed(between))
        return next(filter(None, found), None) or self.why(path, folder=False)

    def withheld(self, file: Path, top: Path) -> str | None:
        """Why a file may be read only if a user names it: below ``top`` it or its link target is hidden or ignored.

        Hidden files and those that git ignores may contain secrets that must not leave a checkout: keys, passwords,
        git's own data.
        """
        for path in dict.fromkeys((file, real(file))):
            above = next((folder for folder in (top, real(top)) if path.is_relative_to(folder)), path.parent)
            if any(part.startswith(".") for part in path.relative_to(above).parts):
                return HIDDEN
            owner = repository(path.parent)
            between = [up for up in path.parents if owner and up != owner and up.is_relative_to(owner)]
            if self._ignored(path, folder=False) or any(self._ignored(up, folder=True) for up in between):
                return "ignored by git"
        return None

    def _ignored(self, path: Path, folder: bool) -> bool:
        """Whether git ignores a path, by the nearest .gitignore with a pattern that matches it."""
        verdict = None
        for base, spec in self._of(path.parent):
            verdict = _verdict(spec, path, base, folder, verdict)
        return bool(verdict)

    def _of(self, folder: Path) -> list[tuple[Path, GitIgnoreSpec]]:
        """The .gitignore patterns for a folder, each with the folder that they are relative to."""
        if folder not in self._specs:
            files = list(_gitignores(folder))
            for _, file in files:
                if file not in self._read:
                    self._read[file] = _read(file)
            self._specs[folder] = [(base, spec) for base, file in files if (spec := self._read[file])]
        return self._specs[folder]


def _verdict(spec: GitIgnoreSpec, path: Path, base: Path, folder: bool, before: bool | None) -> bool | None:
    relative = path.relative_to(base).as_posix() if path.is_relative_to(base) else path.name
    found = spec.check_file(relative + "/" * folder).include
    return before if found is None else found


def spec(lines: Sequence[str]) -> GitIgnoreSpec:
    """Patterns in .gitignore notation; invalid ones are skipped, as git does."""
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(lines)
    except ValueError:
        return GitIgnoreSpec.from_lines([line for line in lines if _readable(line)])


def _readable(line: str) -> bool:
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True


def _gitignores(folder: Path) -> Iterator[tuple[Path, Path]]:
    """The folders from the top of the repository down to this one, each with its file of ignore patterns."""
    top = repository(folder)
    if top is not None:
        yield top, top / ".git" / "info" / "exclude"
        yield from ((up, up / ".gitignore") for up in reversed((folder, *folder.parents)) if up.is_relative_to(top))


def _read(file: Path) -> GitIgnoreSpec | None:
    try:
        with file.open("rb") as opened:
            return spec(os.fsdecode(opened.read(_LARGEST)).splitlines())
    except (OSError, ValueError):
        return None
