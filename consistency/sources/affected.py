"""Which articles a change concerns: itself, its sources, what should be one, or the settings above it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from consistency.errors import InputError
from consistency.settings.file import OWN, SHARED
from consistency.sources.candidate import Candidate
from consistency.sources.git import Changes
from consistency.sources.paths import real, shown


def concerned(article: Candidate, changed: Changes, settings_files: Iterable[Path]) -> bool:
    """Whether a change concerns the article; ``settings_files`` hold for all."""
    sourced = article.sourced
    if real(article.found.file) in changed or any(path in changed for path in sourced.wanted):
        return True
    if any(real(source.path) in changed for source in sourced.sources):
        return True
    if any(real(file) in changed for file in settings_files) or _governed_otherwise(article, changed):
        return True
    return bool(_fitting(sourced.areas, (*changed.present, *changed.gone)))


def bereft(article: Candidate, changed: Changes) -> Candidate:
    """The article, which cannot be checked any more where all its sources are gone."""
    if article.bare and (gone := _fitting(article.sourced.areas, changed.gone)):
        message = f"its source {shown(gone[0])} was removed"
        article.sourced.error = InputError(message, where=article.found.path, hint="restore it or name another source")
    return article


def _fitting(areas: list[re.Pattern[str]], paths: Iterable[Path]) -> list[Path]:
    return [path for path in paths if any(area.fullmatch(path.as_posix()) for area in areas)]


def _governed_otherwise(article: Candidate, changed: Changes) -> bool:
    """Whether a settings file came, went or changed between the article and the folder of its settings."""
    root = article.home.settings.root
    folders = {path.parent for path in (*changed.present, *changed.gone) if _sets(path)}
    above = set(real(article.found.file).parents) if folders else set()
    return any(root is None or folder.is_relative_to(real(root)) for folder in folders & above)


def _sets(path: Path) -> bool:
    """Whether a file holds settings, or held some as far as can be told."""
    if path.name != SHARED:
        return path.name in OWN
    try:
        return b"consistency" in path.read_bytes()
    except OSError:
        return True
