"""What a turn would find, seen at one moment, so that two moments can be told apart."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from consistency.runs.baseline_filter import place
from consistency.runs.check_run import look
from consistency.runs.outcomes import Stamp, stamps
from consistency.settings.file import OWN, SHARED
from consistency.sources.paths import real
from consistency.sources.walk import TEXT

if TYPE_CHECKING:
    from consistency.runs.check_run import Asked, Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What there is to check, or the error because of which nobody can tell.

    Views with equal ``state`` and ``files`` give equal reports. ``known`` are all ways to the files, and ``folders``
    those in which something may change.
    """

    found: Seen | Exception = field(compare=False)
    state: object
    files: Mapping[str, Stamp | None]
    known: frozenset[str] = field(default=frozenset(), compare=False)
    folders: frozenset[Path] = field(compare=False)

    def concerns(self, paths: Iterable[str]) -> bool:
        """Whether one of these files, which changed, may be something to it."""
        return any(path in self.known or _notable(Path(path)) for path in paths)


def see(asked: Asked, before: View | None = None) -> View:
    """The view of this moment; an error is part of it."""
    base = {Path.cwd(), *_folders((*asked.paths, *asked.sources))}
    try:
        seen = look(asked)
    except Exception as error:
        # While the settings are broken nobody can say what they will ask for: what they asked for, perhaps.
        base |= before.folders if before else set()
        return View(found=error, state=str(error), files={}, folders=_there(base))
    files = stamps(_files(asked, seen))
    folders = base.union(_roots(seen), seen.plan.folders, _folders(files))
    known = frozenset(str(way) for path in files for way in _ways(path))
    return View(found=seen, state=_state(seen), files=files, known=known, folders=_there(folders))


def _state(seen: Seen) -> object:
    """All that a plan says, and the settings; an error is what it says."""
    plan = seen.plan
    failed = [(one.path, str(one.error)) for one in plan.failed]
    return seen.settings, plan.pairs, plan.bare, plan.named, plan.unmatched, failed


def _files(asked: Asked, seen: Seen) -> list[str]:
    """The files that a turn reads, besides settings."""
    known = [str(place(seen.settings))] if seen.settings.baseline else []
    listing = [asked.files_from] if asked.files_from else []
    return [*seen.plan.files, *(one.path for one in seen.plan.failed), *known, *listing]


def _roots(seen: Seen) -> set[Path]:
    """The folders of the settings files."""
    return {Path(one.root) for one in (seen.settings, *(pair.settings for pair in seen.plan.pairs)) if one.root}


def _folders(paths: Iterable[str]) -> set[Path]:
    return {way.parent for path in paths for way in _ways(path)}


def _ways(path: str) -> tuple[Path, Path]:
    """Where a file is, by its name and by where links lead: either may change."""
    return Path(os.path.abspath(path)), real(path)  # noqa: PTH100 - not resolve: links keep their names


def _there(folders: Iterable[Path]) -> frozenset[Path]:
    return frozenset(folder for folder in folders if folder.is_dir())


def _notable(path: Path) -> bool:
    """Whether a file that nobody named may be an article, a source or settings."""
    return path.name in (*OWN, SHARED) or (path.suffix.lower() in TEXT and not path.name.startswith("."))
