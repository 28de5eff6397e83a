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

#: Largest file, in bytes, that is read to see whether it changed. Larger ones, which no article is, count as changed.
_LARGEST = 100_000_000
#: Modes of tree entries that are symbolic links, and submodules.
_LINK, _MODULE = b"120000", b"160000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Files added or changed since a commit, and files removed; absolute paths without symbolic links."""

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
    """Omitted from the working folder by a sparse checkout."""


def changes(since: str, folder: Path) -> Changes:
    """All changes since this branch forked from ``since``: committed, staged, unstaged and untracked.

    A renamed file counts as a new file and a removed one. Files that git ignores are not considered.
    Raises ``InputError`` if git, the repository, the commit or enough history is missing.
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
    """The merge base of ``since`` and HEAD; ``since`` itself in a shallow clone that does not contain it."""
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


def _tree(output: bytes) -> Iterator[tuple[bytes, _Entry]]:
    """The files of a commit: ``mode blob digest TAB name``."""
    for line in filter(None, output.split(b"\0")):
        head, _, name = line.partition(b"\t")
        mode, _, digest = head.split(b" ")
        if mode != _MODULE:
            yield name, _Entry(mode=mode, digest=digest)


def _index(output: bytes) -> Iterator[tuple[bytes, _Entry]]:
    """The files of the index: ``tag mode digest stage TAB name``; a sparse checkout omits those tagged "S"."""
    for line in filter(None, output.split(b"\0")):
        head, _, name = line.partition(b"\t")
        tag, mode, digest, _ = head.split(b" ")
        if mode != _MODULE:
            yield name, _Entry(mode=mode, digest=digest, absent=tag == b"S")


def _there(path: str, old: _Entry | None) -> bool:
    """Whether the path exists; a folder in place of a committed file does not count."""
    try:
        return old is None or not stat.S_ISDIR(os.lstat(path).st_mode)
    except (OSError, ValueError):
        return False


def _links(top: str) -> Callable[[str], bool]:
    """Returns a function: is a folder reached through a symbolic link? Git tracks nothing behind one."""

    @cache
    def linked(folder: str) -> bool:
        above = os.path.dirname(folder)  # noqa: PTH120
        return folder not in (top, above) and (os.path.islink(folder) or linked(above))  # noqa: PTH114

    return linked


def _same(path: str, old: _Entry) -> bool:
    """Whether a working file is equal to the committed one.

    Git would run the filters that the repository configures, and these are programs. So the file is hashed here, as
    it is. That reads every file, where git trusts the times in its index: some seconds for 20,000 files of 4 kB.
    Conversions of newlines and by Git LFS are undone; what other filters convert counts as a change.
    """
    content = _content(path, old.mode == _LINK)
    return content is not None and any(_digest(form, old.digest) == old.digest for form in _forms(content))


def _content(path: str, link: bool) -> bytes | None:
    """The bytes of a file, or of a symbolic link's target; None for anything else and for files that are too large."""
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
    """What git may have stored for a file: its content, the same with LF newlines, or a Git LFS pointer."""
    yield content
    if b"\r\n" in content:
        yield content.replace(b"\r\n", b"\n")
    digest = hashlib.sha256(content).hexdigest()
    yield f"version https://git-lfs.github.com/spec/v1\noid sha256:{digest}\nsize {len(content)}\n".encode()


def _digest(content: bytes, like: bytes) -> bytes:
    """Git's object id of a file's content: SHA-1 or SHA-256, as long as the id ``like``."""
    kind = hashlib.sha1 if len(like) == 40 else hashlib.sha256
    return kind(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest().encode()


def _text(output: bytes) -> str:
    return os.fsdecode(output).rstrip("\r\n")
