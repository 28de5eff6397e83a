"""What a check would find at one moment, comparable with another moment."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from consistency.runs.baseline_filter import baseline_file
from consistency.runs.check_run import plan_check
from consistency.runs.outcomes import Stamp, file_stamps
from consistency.settings.file import OWN, SHARED
from consistency.sources.paths import real
from consistency.sources.walk import TEXT

if TYPE_CHECKING:
    from consistency.runs.check_run import CheckRequest, PlannedCheck


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedState:
    """The drafts to check, or the error that prevents planning, with the stamps of all files involved.

    Equal ``state`` and ``files`` give equal reports. ``known`` has all paths that lead to the files, ``folders`` the
    folders in which something may change.
    """

    planned: PlannedCheck | Exception = field(compare=False)
    state: object
    files: Mapping[str, Stamp | None]
    known: frozenset[str] = field(default=frozenset(), compare=False)
    folders: frozenset[Path] = field(compare=False)

    def concerns(self, paths: Iterable[str]) -> bool:
        """Whether a change of one of these files may matter."""
        return any(path in self.known or _may_concern(Path(path)) for path in paths)


def observe(request: CheckRequest, before: WatchedState | None = None) -> WatchedState:
    """The state now; an error in planning is part of it."""
    base = {Path.cwd(), *_folders((*request.paths, *request.sources))}
    try:
        planned = plan_check(request)
    except Exception as error:
        # Broken settings name no folders: those named before are likely to be named again.
        base |= before.folders if before else set()
        return WatchedState(planned=error, state=str(error), files={}, folders=_existing(base))
    files = file_stamps(_files(request, planned))
    folders = base.union(_roots(planned), planned.plan.folders, _folders(files))
    known = frozenset(str(way) for path in files for way in _paths_of(path))
    return WatchedState(planned=planned, state=_state(planned), files=files, known=known, folders=_existing(folders))


def _state(planned: PlannedCheck) -> object:
    """The plan and the settings, with errors as text, for comparison."""
    plan = planned.plan
    failed = [(failure.path, str(failure.error)) for failure in plan.failed]
    return planned.settings, plan.pairs, plan.bare, plan.named, plan.unmatched, failed


def _files(request: CheckRequest, planned: PlannedCheck) -> list[str]:
    """The files that a check reads, except settings."""
    known = [str(baseline_file(planned.settings))] if planned.settings.baseline else []
    listing = [request.files_from] if request.files_from else []
    return [*planned.plan.files, *(failure.path for failure in planned.plan.failed), *known, *listing]


def _roots(planned: PlannedCheck) -> set[Path]:
    """The folders of the settings files."""
    return {
        Path(settings.root)
        for settings in (planned.settings, *(pair.settings for pair in planned.plan.pairs))
        if settings.root
    }


def _folders(paths: Iterable[str]) -> set[Path]:
    return {way.parent for path in paths for way in _paths_of(path)}


def _paths_of(path: str) -> tuple[Path, Path]:
    """A file's path as named and with links resolved: either may change."""
    return Path(os.path.abspath(path)), real(path)  # noqa: PTH100 - not resolve: links keep their names


def _existing(folders: Iterable[Path]) -> frozenset[Path]:
    return frozenset(folder for folder in folders if folder.is_dir())


def _may_concern(path: Path) -> bool:
    """Whether an unknown file may be an article, a source or settings."""
    return path.name in (*OWN, SHARED) or (path.suffix.lower() in TEXT and not path.name.startswith("."))
