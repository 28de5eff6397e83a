"""Where things lie: the repository, the folders that articles may draw on, and paths as reports show them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from consistency.sources.git_process import repository

__all__ = ["inside", "real", "repository", "shown"]


def real(path: str | Path) -> Path:
    """The absolute path without symbolic links, also of what is not there."""
    return Path(os.path.realpath(path))


def inside(path: Path, folders: Iterable[Path]) -> bool:
    """Whether a file, wherever its links lead, lies in one of the folders."""
    found = real(path)
    return any(found.is_relative_to(real(folder)) for folder in folders)


def shown(path: str | Path) -> str:
    """A path as reports have it: with "/", relative to the working folder where it lies in its reach.

    Outside the repository of the working folder, it stays absolute.
    """
    here = Path.cwd()
    full = Path(os.path.abspath(path))  # noqa: PTH100 - not resolve: links keep their names
    if full.is_relative_to(here):
        return full.relative_to(here).as_posix()
    reach = repository(here) or here
    return Path(os.path.relpath(full, here)).as_posix() if full.is_relative_to(reach) else full.as_posix()
