"""Paths without symbolic links, paths as reports show them, and the repository that contains a folder."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from consistency.sources.git_process import repository

__all__ = ["inside", "real", "repository", "shown"]


def real(path: str | Path) -> Path:
    """The absolute path without symbolic links; the file need not exist."""
    return Path(os.path.realpath(path))


def inside(path: Path, folders: Iterable[Path]) -> bool:
    """Whether a file, with symbolic links resolved, is in one of the folders."""
    found = real(path)
    return any(found.is_relative_to(real(folder)) for folder in folders)


def shown(path: str | Path) -> str:
    """A path as reports show it: with "/", relative to the working folder.

    Outside the repository of the working folder, it stays absolute.
    """
    here = Path.cwd()
    full = Path(os.path.abspath(path))  # noqa: PTH100 - not resolve: links keep their names
    if full.is_relative_to(here):
        return full.relative_to(here).as_posix()
    reach = repository(here) or here
    return Path(os.path.relpath(full, here)).as_posix() if full.is_relative_to(reach) else full.as_posix()
