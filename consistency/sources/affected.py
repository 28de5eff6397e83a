"""Which articles a change affects, through their text, their sources or their settings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from consistency.errors import InputError
from consistency.settings.file import OWN, SHARED
from consistency.sources.candidate import Candidate
from consistency.sources.git import Changes
from consistency.sources.paths import real, shown


def is_affected(article: Candidate, changed: Changes, settings_files: Iterable[Path]) -> bool:
    """Whether a change affects the article; ``settings_files`` apply to all articles."""
    sourced = article.sourced
    if real(article.found.file) in changed or any(path in changed for path in sourced.wanted):
        return True
    if any(real(source.path) in changed for source in sourced.sources):
        return True
    if any(real(file) in changed for file in settings_files) or _settings_changed(article, changed):
        return True
    return bool(_matching(sourced.areas, (*changed.present, *changed.gone)))


def with_removed_source(article: Candidate, changed: Changes) -> Candidate:
    """The article, with an error if its sources were removed and it has none left."""
    if article.bare and (gone := _matching(article.sourced.areas, changed.gone)):
        message = f"its source {shown(gone[0])} was removed"
        article.sourced.error = InputError(message, where=article.found.path, hint="restore it or name another source")
    return article


def _matching(areas: list[re.Pattern[str]], paths: Iterable[Path]) -> list[Path]:
    return [path for path in paths if any(area.fullmatch(path.as_posix()) for area in areas)]


def _settings_changed(article: Candidate, changed: Changes) -> bool:
    """Whether a settings file between the article and the folder of its settings was added, removed or changed."""
    root = article.home.settings.root
    folders = {path.parent for path in (*changed.present, *changed.gone) if _may_have_settings(path)}
    above = set(real(article.found.file).parents) if folders else set()
    return any(root is None or folder.is_relative_to(real(root)) for folder in folders & above)


def _may_have_settings(path: Path) -> bool:
    """Whether a file contains settings; a shared file (``pyproject.toml``) that was removed may have contained some."""
    if path.name != SHARED:
        return path.name in OWN
    try:
        return b"consistency" in path.read_bytes()
    except OSError:
        return True
