"""What a command is to check: which articles, each against which sources, under which settings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from consistency.content.beside import among
from consistency.content.git import Changes
from consistency.content.ignore import Governing
from consistency.content.library import Library
from consistency.content.roots import real, shown
from consistency.content.snapshot import Page
from consistency.content.sources import Home, Origin, Source, Sourced, sources_of
from consistency.content.walk import Found, walk
from consistency.errors import ConsistencyError, InputError
from consistency.read import read_front
from consistency.read.request import request
from consistency.settings import Settings
from consistency.settings.file import OWN, SHARED
from consistency.types import DISABLED, Reference, Request, Role, Skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A draft, the sources to check it against, and the settings to do it with; ``notes`` tell of others it names."""

    draft: str
    sources: tuple[Source, ...]
    settings: Settings
    named: bool
    notes: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An article that cannot be checked, and the error that says why."""

    path: str
    error: ConsistencyError


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is to be checked and what is not.

    ``bare`` are articles without sources, ``named`` those of them that the command named; ``left`` are files
    that were left out of a walk, ``unmatched`` patterns that nothing fits. ``folders`` are those that were
    looked through: a new article may appear in them.
    """

    pairs: tuple[Pair, ...] = ()
    bare: tuple[Skipped, ...] = ()
    named: frozenset[str] = frozenset()
    failed: tuple[Failure, ...] = ()
    left: tuple[Skipped, ...] = ()
    unmatched: tuple[Skipped, ...] = ()
    pages: tuple[Page, ...] = ()
    folders: frozenset[Path] = frozenset()

    @property
    def files(self) -> tuple[str, ...]:
        """All files that are to be read."""
        return tuple(dict.fromkeys(path for one in self.pairs for path in (one.draft, *(s.path for s in one.sources))))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Article:
    """One article on the way into a plan."""

    found: Found
    home: Home
    sourced: Sourced

    @property
    def bare(self) -> bool:
        return not self.sourced.sources and self.sourced.error is None


def plan(
    paths: Sequence[str],
    governing: Governing,
    *,
    given: Sequence[str] = (),
    changed: Changes | None = None,
    settings_files: Iterable[Path] = (),
    library: Library | None = None,
    listed: bool = False,
) -> Plan:
    """The plan for these paths, see ``walk``; ``given`` are sources for all of them, whatever they name themselves.

    With ``changed``, only what a change concerns: a changed article, one of whose sources changed or is gone, or
    whose settings did; ``settings_files`` hold for all. ``library`` reads standard input. Paths that
    were ``listed`` may be none.

    Raises ``InputError`` and ``SettingsError`` for what concerns the whole run.
    """
    walked = walk(paths, governing, stdin=library.stdin_name if library else None, listed=listed)
    once = {path if path == "-" else str(real(path)): path for path in reversed(given)}
    sources = tuple(Source(path=path, origin=Origin.COMMAND) for path in reversed(once.values()))
    shelf = library or Library()
    articles = [_article(found, governing(found.file.parent), sources, shelf) for found in walked.found.values()]
    serving = {real(source.path) for article in articles for source in article.sourced.sources}
    shelves = {file.parent for file in serving} - {real(one.found.file).parent for one in articles if not one.bare}
    left = list(walked.left)
    kept = []
    for article in articles:
        if why := _serves(article, serving, shelves, given):
            left.append(Skipped(what=article.found.path, why=why))
        elif changed is None:
            kept.append(article)
        elif _concerned(article, changed, settings_files):
            kept.append(_bereft(article, changed))
    return Plan(
        pairs=tuple(_pair(article) for article in kept if article.sourced.sources and not article.sourced.error),
        bare=tuple(_bare(article) for article in kept if article.bare),
        named=frozenset(a.found.path for a in kept if a.bare and a.found.named and not a.sourced.unwanted),
        failed=tuple(
            Failure(path=article.found.path, error=article.sourced.error) for article in kept if article.sourced.error
        ),
        left=tuple(left),
        unmatched=tuple(walked.unmatched),
        pages=tuple({page.folder: page for article in kept for page in article.sourced.pages}.values()),
        folders=frozenset(walked.folders),
    )


def _article(found: Found, settings: Settings, given: tuple[Source, ...], library: Library) -> _Article:
    home = Home(path=found.path, file=found.file, settings=settings, named=found.named)
    return _Article(found=found, home=home, sourced=_sourced(home, given, library))


def _sourced(home: Home, given: tuple[Source, ...], library: Library) -> Sourced:
    if given:
        return Sourced(sources=list(given))
    try:
        asked, references = _front(home, library)
        if not asked.enabled:
            return Sourced(notes=[Skipped(what=home.path, why=DISABLED)], unwanted=True)
        return sources_of(home, references)
    except ConsistencyError as error:
        return Sourced(error=error)


def _front(home: Home, library: Library) -> tuple[Request, tuple[Reference, ...]]:
    """What the front matter asks for, and the sources that it names."""
    if home.path == "-":
        draft = library.read("-", Role.DRAFT, home.settings)
        return draft.request, draft.sources
    front = read_front(home.path, home.settings)
    return request(front.asked, "", home.path), front.sources


def _serves(article: _Article, serving: set[Path], shelves: set[Path], given: Sequence[str]) -> str | None:
    """Why a file that a walk came by is no article but a source; one with sources of its own is both."""
    if article.found.named or not (article.bare or given):
        return None
    file = real(article.found.file)
    if file in serving:
        return "a source of other articles"
    shelved = article.bare and (file.parent in shelves or among(article.found.path))
    return "lies among sources" if shelved else None


def _concerned(article: _Article, changed: Changes, settings_files: Iterable[Path]) -> bool:
    sourced = article.sourced
    if real(article.found.file) in changed or any(path in changed for path in sourced.wanted):
        return True
    if any(real(source.path) in changed for source in sourced.sources):
        return True
    if any(real(file) in changed for file in settings_files) or _governed_otherwise(article, changed):
        return True
    return bool(_fitting(sourced.areas, (*changed.present, *changed.gone)))


def _bereft(article: _Article, changed: Changes) -> _Article:
    """The article, which cannot be checked any more where all its sources are gone."""
    if article.bare and (gone := _fitting(article.sourced.areas, changed.gone)):
        message = f"its source {shown(gone[0])} is gone"
        article.sourced.error = InputError(message, where=article.found.path, hint="bring it back, or name another")
    return article


def _fitting(areas: list[re.Pattern[str]], paths: Iterable[Path]) -> list[Path]:
    return [path for path in paths if any(area.fullmatch(path.as_posix()) for area in areas)]


def _governed_otherwise(article: _Article, changed: Changes) -> bool:
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


def _pair(article: _Article) -> Pair:
    return Pair(
        draft=article.found.path,
        sources=tuple(article.sourced.sources),
        settings=article.home.settings,
        named=article.found.named,
        notes=tuple(article.sourced.notes),
    )


def _bare(article: _Article) -> Skipped:
    """Why an article is not checked: what is said of it, or of what stands where its sources should."""
    own = next((note for note in article.sourced.notes if note.what == article.found.path), None)
    if own:
        return own
    others = ", ".join(dict.fromkeys(note.what for note in article.sourced.notes))
    why = f"none of its sources is a text that can be read: {others}" if others else "it names no source"
    return Skipped(what=article.found.path, why=why)
