"""Finds the files that a command checks: named ones, those in its folders and those that match its patterns."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from consistency.errors import InputError
from consistency.read import MARKDOWN
from consistency.sources.glob import MOST, entries_of, magic, regex, split
from consistency.sources.ignore import HIDDEN, Governing, Ignore, spec
from consistency.sources.paths import inside, real, repository, shown
from consistency.types import Skipped

#: Suffixes of articles.
TEXT = MARKDOWN | {".txt", ".text"}
#: Suffixes of web pages; in folders of articles they are often templates.
WEB = frozenset({".htm", ".html"})
#: Suffixes of documents in unsupported formats; reports mention those in folders of articles or sources.
DOCUMENTS = WEB | {".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".pages", ".eml"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file: its absolute path, its path in reports, and whether the command named it."""

    file: Path
    path: str
    named: bool
    base: Path | None = None
    """The folder that was searched, as the command or the settings name it."""


@dataclass(slots=True)
class Walk:
    """The files found without duplicates, the files skipped, and the folders searched."""

    governing: Governing
    found: dict[Path, Found] = field(default_factory=dict)
    folders: set[Path] = field(default_factory=set)
    left: list[Skipped] = field(default_factory=list)
    unmatched: list[Skipped] = field(default_factory=list)
    documents: list[Path] = field(default_factory=list)

    def name(self, path: str) -> None:
        """Add a file that the command names; it is skipped only with ``force-exclude``."""
        file = Path(os.path.abspath(path))  # noqa: PTH100 - not resolve: links keep their names
        why = Ignore(self.governing).above(file) if self.governing(file.parent).force_exclude else None
        if why:
            self.left.append(Skipped(what=path, why=why))
        else:
            self.found[_key(file)] = Found(file=file, path=path, named=True)

    def folder(self, path: str | Path, fits: Iterable[str] = ("**",), top: str | Path | None = None) -> None:
        """Add the articles under a folder whose relative paths match one of the patterns.

        With ``top``, the folder comes from a pattern: no folder between ``top`` and the articles may be hidden.
        """
        base = Path(os.path.abspath(path))  # noqa: PTH100
        forms = [regex(pattern + below) for pattern in fits for below in ("", "/**")]
        limits = [limit for limit in (repository(base), base) if limit]
        ignore = Ignore(self.governing)
        for file in self._texts(base):
            relative = file.relative_to(base).as_posix()
            if not any(form.fullmatch(relative) for form in forms):
                continue
            if file.suffix.lower() not in TEXT:
                self.documents.append(file)
            elif file.is_symlink() and not inside(file, limits):
                self.left.append(Skipped(what=shown(file), why="a link to a file outside the folder"))
            elif (top is not None or file.is_symlink()) and (why := ignore.withheld(file, Path(top or base))):
                self.left.append(Skipped(what=shown(file), why=why))
            else:
                self.found.setdefault(_key(file), Found(file=file, path=shown(file), named=False, base=base))

    def pattern(self, text: str) -> None:
        """Add the articles that match a pattern, relative to the working folder."""
        before = len(self.found)
        fixed, rest = split(text.replace(os.sep, "/"))
        base = Path(fixed or ".")
        self.folder(base, [rest], top=(repository(base) or base) if base.is_absolute() else Path.cwd())
        if len(self.found) == before:
            self.unmatched.append(Skipped(what=text, why="no article matches this pattern"))

    def without(self, patterns: Sequence[str]) -> None:
        """Remove the files that match a pattern in .gitignore notation, even those named."""
        taken = spec(patterns)
        for key, found in list(self.found.items()):
            if taken.match_file(os.path.relpath(found.file).replace(os.sep, "/")):
                del self.found[key]
                self.left.append(Skipped(what=found.path, why="excluded on the command line"))

    def _texts(self, folder: Path) -> Iterator[Path]:
        """The files under a folder with the suffix of an article or of another document, sorted."""
        ignore, seen, folders = Ignore(self.governing), 0, [folder]
        while folders:
            self.folders.add(folders[-1])
            entries = entries_of(folders.pop())
            seen += len(entries)
            if seen > MOST:
                raise InputError(f"more than {MOST:,} files", where=str(folder), hint="name a subfolder")
            below = [entry for entry in entries if entry.is_dir(follow_symlinks=False)]
            folders += [Path(e.path) for e in reversed(below) if not self._ignored(ignore, Path(e.path), folder=True)]
            for entry in entries:
                path = Path(entry.path)
                kind = path.suffix.lower()
                if kind in TEXT | DOCUMENTS and _is_file(entry) and not self._ignored(ignore, path, folder=False):
                    yield path

    def _ignored(self, ignore: Ignore, path: Path, *, folder: bool) -> bool:
        why = ignore.why(path, folder=folder)
        if why and why != HIDDEN:
            self.left.append(Skipped(what=shown(path) + "/" * folder, why=why))
        return why is not None


def walk(paths: Sequence[str], governing: Governing, stdin: str | None = None, *, listed: bool = False) -> Walk:
    """The articles at these paths: files, folders and patterns; a pattern with a leading ``!`` excludes its matches.

    Without paths, the articles that the settings include, or else all in the working folder; none if the paths
    were ``listed`` in a file that is empty. "-" is standard input, treated as a file at the path ``stdin`` or else
    in the working folder.
    """
    found = Walk(governing)
    minus = [path[1:] for path in paths if path.startswith("!") and path[1:] and not os.path.lexists(path)]
    named = [path for path in paths if not path.startswith("!") or os.path.lexists(path)]
    for path in named:
        if path == "-":
            file = Path.cwd() / (stdin or path)
            found.found[file] = Found(file=file, path=path, named=True)
        else:
            _add(found, path)
    if not named and not listed:
        _default(found)
    if minus:
        found.without(minus)
    return found


def unread(documents: Sequence[Path]) -> list[Skipped]:
    """The note on documents in unsupported formats, one for all of them."""
    if not documents:
        return []
    named = ", ".join(shown(file) for file in documents[:3]) + ", …" * (len(documents) > 3)
    count = "1 file" if len(documents) == 1 else f"{len(documents)} files"
    why = "unsupported format; to check them, save them as .txt or .md"
    return [Skipped(what=f"{count} ({named})", why=why)]


def _add(found: Walk, path: str) -> None:
    if Path(path).is_dir():
        found.folder(path)
    elif magic(path) and not os.path.lexists(path):
        found.pattern(path)
    else:
        found.name(path)


def _default(found: Walk) -> None:
    settings = found.governing(Path.cwd())
    for pattern in settings.include:
        wide = pattern.lstrip("/") if "/" in pattern.rstrip("/") else f"**/{pattern}"
        fixed, rest = split(wide)
        top = Path(settings.root or ".").absolute()
        found.folder(top / fixed, [rest], top=top)
    if not settings.include:
        found.folder(".")


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:
        return False


def _key(file: Path) -> Path:
    return real(file)
