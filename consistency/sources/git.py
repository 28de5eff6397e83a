"""What changed in a git repository since a commit."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from consistency.errors import InputError
from consistency.sources.git_process import Git
from consistency.sources.paths import real

#: Largest file that is read to see whether it changed, in bytes: no article is larger. Of a larger one it is assumed.
_LARGEST = 100_000_000
#: Modes of entries in a tree that are symbolic links, and other repositories.
_LINK, _MODULE = b"120000", b"160000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Files that are new or different since a commit, and those that are gone; absolute, without links."""

    present: frozenset[Path] = frozenset()
    gone: frozenset[Path] = frozenset()

    def __contains__(self, path: Path) -> bool:
        return path in self.present or path in self.gone

    def __bool__(self) -> bool:
        return bool(self.present or self.gone)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    mode: bytes
    digest: bytes
    absent: bool = False
    """Left out of the working folder on purpose, by a sparse checkout."""


def changes(since: str, folder: Path) -> Changes:
    """What changed since the commit where this branch left ``since``: committed, staged, not staged, not tracked.

    Of a renamed file the new path is there and the old one gone. Files that git ignores are not seen.
    Raises ``InputError`` where there is no git, no repository, no such commit, or not enough history.
    """
    git = Git.of(folder)
    before = dict(_tree(git.ask("ls-tree", "-r", "-z", "--full-tree", _base(since, git))))
    staged = dict(_index(git.ask("ls-files", "--stage", "-t", "-z")))
    others = git.ask("ls-files", "--others", "--exclude-standard", "-z").split(b"\0")
    present, gone = set[Path](), set[Path]()
    linked = _links(str(git.top))
    for name in {*before, *staged, *filter(None, others)}:
        path = os.path.join(git.top, os.fsdecode(name))  # noqa: PTH118 - of every file that git knows
        old = before.get(name)
        if linked(os.path.dirname(path)) or not _there(path, old):  # noqa: PTH120
            new = staged.get(name)
            if old and new and new.absent:
                present.update([real(path)] if new.digest != old.digest else [])
            elif old:
                gone.add(real(path))
        elif old is None or not _same(path, old):
            present.add(real(path))
    return Changes(present=frozenset(present), gone=frozenset(gone - present))


def _base(since: str, git: Git) -> str:
    """The commit that ``since`` and the working folder have in common; ``since`` itself where a clone ends before."""
    named = git.run("rev-parse", "--verify", "--quiet", "--end-of-options", since + "^{commit}")
    if not since.strip() or named.returncode:
        raise InputError(
            "git does not know this commit", where=since,
            hint="fetch it first: git fetch origin NAME (in a workflow: actions/checkout with fetch-depth: 0)",
        )  # fmt: skip
    commit = _text(named.stdout).splitlines()[-1]
    found = git.run("merge-base", commit, "HEAD")
    if found.returncode and _text(git.ask("rev-parse", "--is-shallow-repository")) == "true":
        return commit
    if found.returncode:
        raise InputError(
            "it has no common ancestor with the working copy", where=since,
            hint="name a branch or commit with a shared history",
        )  # fmt: skip
    return _text(found.stdout)


def _tree(told: bytes) -> Iterator[tuple[bytes, _Entry]]:
    """The files of a commit: ``mode blob digest TAB name``."""
    for line in filter(None, told.split(b"\0")):
        head, _, name = line.partition(b"\t")
        mode, _, digest = head.split(b" ")
        if mode != _MODULE:
            yield name, _Entry(mode=mode, digest=digest)


def _index(told: bytes) -> Iterator[tuple[bytes, _Entry]]:
    """The files of the index: ``tag mode digest stage TAB name``; a sparse checkout leaves out those tagged "S"."""
    for line in filter(None, told.split(b"\0")):
        head, _, name = line.partition(b"\t")
        tag, mode, digest, _ = head.split(b" ")
        if mode != _MODULE:
            yield name, _Entry(mode=mode, digest=digest, absent=tag == b"S")


def _there(path: str, old: _Entry | None) -> bool:
    """Whether there is something at a path; where a file was, a folder is nothing."""
    try:
        return old is None or not stat.S_ISDIR(os.lstat(path).st_mode)
    except (OSError, ValueError):
        return False


def _links(top: str) -> Callable[[str], bool]:
    """Whether a folder of the repository is reached through a link: for git, nothing of its own lies behind one."""

    @cache
    def linked(folder: str) -> bool:
        above = os.path.dirname(folder)  # noqa: PTH120
        return folder not in (top, above) and (os.path.islink(folder) or linked(above))  # noqa: PTH114

    return linked


def _same(path: str, old: _Entry) -> bool:
    """Whether a working file is what was committed.

    Git would ask the filters that the repository configures, and these are programs. So the file is digested here, as
    it is; that reads every file, where git trusts the times in its index: some seconds for 20,000 files of 4 kB. What
    git itself and Git LFS do on the way is allowed for; what other filters change counts as a change.
    """
    content = _content(path, old.mode == _LINK)
    return content is not None and any(_digest(form, old.digest) == old.digest for form in _forms(content))


def _content(path: str, link: bool) -> bytes | None:
    """The bytes of a file, or of the path in a link; None where it is another kind of thing, or too large."""
    try:
        found = os.lstat(path)
        if stat.S_ISLNK(found.st_mode) or link:
            return os.fsencode(os.readlink(path)) if link and stat.S_ISLNK(found.st_mode) else None  # noqa: PTH115
        if not stat.S_ISREG(found.st_mode) or found.st_size > _LARGEST:
            return None
        with open(path, "rb") as file:  # noqa: PTH123
            return file.read(_LARGEST)
    except (OSError, ValueError):
        return None


def _forms(content: bytes) -> Iterator[bytes]:
    """What may have been committed of a file: itself, with the other newlines, or the pointer of Git LFS to it."""
    yield content
    if b"\r\n" in content:
        yield content.replace(b"\r\n", b"\n")
    digest = hashlib.sha256(content).hexdigest()
    yield f"version https://git-lfs.github.com/spec/v1\noid sha256:{digest}\nsize {len(content)}\n".encode()


def _digest(content: bytes, like: bytes) -> bytes:
    """The name that git gives a file's content, in the form of another: SHA-1, or SHA-256."""
    kind = hashlib.sha1 if len(like) == 40 else hashlib.sha256
    return kind(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest().encode()


def _text(told: bytes) -> str:
    return os.fsdecode(told).rstrip("\r\n")
