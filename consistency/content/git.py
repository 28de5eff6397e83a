"""What changed in a git repository: asked of git itself, without a shell."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from consistency.content.roots import real
from consistency.errors import InputError

#: Settings under which git runs no program of a repository's choosing and waits for nobody.
_GIT = ("git", "-c", "core.fsmonitor=false", "-c", "core.quotepath=false")
_ENV = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
#: Seconds that one question to git may take.
_PATIENCE = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Files that are new or different since a commit, and those that are gone; absolute, without links."""

    present: frozenset[Path] = frozenset()
    gone: frozenset[Path] = frozenset()

    def __contains__(self, path: Path) -> bool:
        return path in self.present or path in self.gone

    def __bool__(self) -> bool:
        return bool(self.present or self.gone)


def changes(since: str, folder: Path) -> Changes:
    """What changed since the commit where this branch left ``since``: committed, staged, not staged, not tracked.

    Of a renamed file the new path is there and the old one gone. Files that git ignores are not seen.
    Raises ``InputError`` where there is no git, no repository, no such commit, or not enough history.
    """
    top = Path(_text(_ask(folder, "rev-parse", "--show-toplevel")))
    base = _base(since, folder)
    present, gone = set[Path](), set[Path]()
    told = _ask(top, "diff", "--name-status", "-z", "--no-renames", "--no-ext-diff", "--ignore-submodules", base, "--")
    for status, name in _pairs(told):
        (gone if status == "D" else present).add(_path(top, name))
    others = _ask(top, "ls-files", "--others", "--exclude-standard", "-z")
    present.update(_path(top, name) for name in others.split(b"\0") if name)
    return Changes(present=frozenset(present), gone=frozenset(gone - present))


def _base(since: str, folder: Path) -> str:
    """The commit that ``since`` and the working folder have in common; ``since`` itself where a clone ends before."""
    named = _run(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", since + "^{commit}")
    if not since.strip() or named.returncode:
        raise InputError(
            "git knows no commit of this name", where=since,
            hint="fetch it first: git fetch origin NAME (in a workflow: actions/checkout with fetch-depth: 0)",
        )  # fmt: skip
    commit = _text(named.stdout).splitlines()[-1]
    found = _run(folder, "merge-base", commit, "HEAD")
    if found.returncode and _text(_ask(folder, "rev-parse", "--is-shallow-repository")) == "true":
        return commit
    if found.returncode:
        raise InputError(
            "git finds no commit that it has in common with the working copy", where=since,
            hint="name a branch or commit of the same history",
        )  # fmt: skip
    return _text(found.stdout)


def _ask(folder: Path, *words: str) -> bytes:
    done = _run(folder, *words)
    if done.returncode:
        told = os.fsdecode(done.stderr).strip().partition("\n")[0].removeprefix("fatal: ") or "no reason given"
        hint = "--changed-since asks git what changed"
        if "dubious ownership" in told:
            hint = f"if you trust it: git config --global --add safe.directory {folder}"
        raise InputError(f"git says: {told}", where=str(folder), hint=hint)
    return done.stdout


def _run(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - no shell, and what a user gives comes after --end-of-options
            [*_GIT, *words], cwd=folder, env={**os.environ, **_ENV}, stdin=subprocess.DEVNULL,
            capture_output=True, timeout=_PATIENCE, check=False,
        )  # fmt: skip
    except FileNotFoundError as error:
        raise InputError("git is not installed", hint="install it, or leave out --changed-since") from error
    except subprocess.TimeoutExpired as error:
        raise InputError(f"git took longer than {_PATIENCE} seconds", where=str(folder), hint="try again") from error
    except (OSError, ValueError) as error:
        raise InputError(f"git cannot be asked: {error}", where=str(folder), hint="check the name given") from error


def _pairs(told: bytes) -> Iterator[tuple[str, bytes]]:
    parts = iter(told.split(b"\0"))
    for status in parts:
        if status:
            yield os.fsdecode(status)[0], next(parts)


def _path(top: Path, name: bytes) -> Path:
    return real(top / os.fsdecode(name))


def _text(told: bytes) -> str:
    return os.fsdecode(told).rstrip("\r\n")
