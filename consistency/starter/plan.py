"""Which starter files a folder needs, and their contents; existing files are not changed."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from consistency.errors import InputError
from consistency.starter import hooks, texts
from consistency.starter.origin import REPOSITORY
from consistency.starter.site import site

SETTINGS = "consistency.toml"
WORKFLOW = ".github/workflows/consistency.yml"
HOOKS = ".pre-commit-config.yaml"

KINDS = ("settings", "workflow", "hook")

_SHA = re.compile(r"[0-9a-f]{40}")
_BRANCH = re.compile(r"^ref: refs/(?:heads|remotes/origin)/(\S+)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One starter file: its complete ``text``, or None if it is not to be written, with the reason.

    ``paste`` is text for the user to add by hand if it cannot be added automatically.
    """

    path: Path
    why: str
    text: str | None = None
    paste: str = ""


def plan(folder: Path, kinds: Sequence[str] = KINDS, pin: str | None = None) -> list[Step]:
    """The steps for a folder, settings first; workflow and hook belong at the top of its repository.

    ``pin`` is the commit of the action to use. Raises ``InputError`` if the folder or the commit is invalid.
    """
    if not folder.is_dir():
        raise InputError("no such folder", where=str(folder), hint="create it or name another folder")
    if pin is not None and not _SHA.fullmatch(pin):
        raise InputError(f"{pin} is not a commit", where="--pin", hint="use the full 40 hexadecimal digits")
    top = _top(folder)
    steps = {"settings": _settings(folder), "workflow": _workflow(folder, top, pin), "hook": _hook(top)}
    return [step for kind, step in steps.items() if kind in kinds]


def _settings(folder: Path) -> Step:
    there = _settings_file(folder)
    if there:
        return Step(path=there, why="already exists")
    found = site(folder)
    by = f"{found.generator}, by its {found.mark}" if found.mark else "no site generator found"
    return Step(path=folder / SETTINGS, text=texts.settings(found), why=f"{by}: {', '.join(found.include)}")


def _settings_file(folder: Path) -> Path | None:
    """The settings file in the folder, even an invalid one; None if there is none."""
    from consistency.settings.file import OWN, SHARED, TABLE

    own = [folder / name for name in OWN if os.path.lexists(folder / name)]
    shared = folder / SHARED
    if own or not shared.is_file():
        return own[0] if own else None
    return shared if f"{'.'.join(TABLE)}" in _read(shared) else None


def _workflow(folder: Path, top: Path, pin: str | None) -> Step:
    path = top / WORKFLOW
    for there in (path, path.with_suffix(".yaml"), *_users(path.parent)):
        if os.path.lexists(there):
            return Step(path=there, why="already exists")
    below = PurePosixPath(Path(os.path.relpath(folder, top)).as_posix())
    return Step(path=path, text=texts.workflow(below, _branch(top), pin), why="pull requests and pushes")


def _users(folder: Path) -> Iterator[Path]:
    """Workflows that already use the action, under any name."""
    for path in sorted(folder.glob("*.y*ml")) if folder.is_dir() else ():
        if f"{REPOSITORY}@" in _read(path):
            yield path


def _hook(top: Path) -> Step:
    path = top / HOOKS
    if not os.path.lexists(path):
        return Step(path=path, text=hooks.fresh(), why="pre-commit")
    text = _whole(path)
    if text is not None and hooks.present(text):
        return Step(path=path, why="already has the hook")
    new = None if text is None else hooks.added(text)
    if new is None:
        return Step(path=path, why="cannot add the hook without changing the rest", paste=texts.hook())
    return Step(path=path, text=new, why="hook added at the end")


def _top(folder: Path) -> Path:
    """The top of the repository that contains the folder, or the folder itself."""
    whole = Path(os.path.abspath(folder))  # noqa: PTH100 - not resolve: links keep their names
    return next((up for up in (whole, *whole.parents) if os.path.lexists(up / ".git")), whole)


def _branch(top: Path) -> str:
    """The default branch: that of the clone's origin, or else the one checked out."""
    for name in ("refs/remotes/origin/HEAD", "HEAD"):
        found = _BRANCH.match(_read(top / ".git" / name).strip())
        if found and (name != "HEAD" or found[1] in ("main", "master", "trunk")):
            return found[1]
    return "main"


def _whole(path: Path) -> str | None:
    """The complete text of a file to be rewritten; None if a part of it would be lost."""
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _read(path: Path) -> str:
    """The text of a small file with its original line endings; empty if it cannot be read."""
    try:
        return path.read_bytes()[:1_000_000].decode("utf-8", "replace")
    except OSError:
        return ""
