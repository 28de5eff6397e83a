"""What a command checks: the articles, each with its sources and settings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from consistency.errors import ConsistencyError
from consistency.settings import Settings
from consistency.sources.affected import is_affected, with_removed_source
from consistency.sources.candidate import Candidate, candidate
from consistency.sources.conventional import in_source_folder
from consistency.sources.git import Changes
from consistency.sources.given import given as named_sources
from consistency.sources.ignore import Governing
from consistency.sources.library import Library
from consistency.sources.paths import real
from consistency.sources.resolve import Source
from consistency.sources.walk import WEB, unread, walk
from consistency.sources.web.snapshot import Page
from consistency.types import Skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A draft, its sources and the settings that apply; ``notes`` are about listed sources that are not checked."""

    draft: str
    sources: tuple[Source, ...]
    settings: Settings
    named: bool
    notes: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An article that cannot be checked, and the error."""

    path: str
    error: ConsistencyError


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is checked and what is not.

    ``bare`` are articles without sources, ``named`` those of them given on the command line; ``left`` are files
    skipped during a walk, ``unmatched`` patterns without a match and documents in unsupported formats.
    ``folders`` are the folders searched, in which new articles may appear.
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
        """All files to read."""
        return tuple(dict.fromkeys(path for one in self.pairs for path in (one.draft, *(s.path for s in one.sources))))


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
    """The plan for these paths, see ``walk``; ``given`` are paths of sources for all articles, replacing their own.

    With ``changed``, only the affected articles: those that changed themselves, or whose sources or settings
    changed or were removed. ``settings_files`` apply to all articles. ``library`` reads standard input. Paths
    that were ``listed`` may be empty.
    Raises ``InputError`` and ``SettingsError`` for problems of the whole run.
    """
    walked = walk(paths, governing, stdin=library.stdin_name if library else None, listed=listed)
    sources, shelf = named_sources(given, paths, governing), library or Library()
    articles = [candidate(one, governing(one.file.parent), sources, shelf) for one in walked.found.values()]
    whys = list(zip(articles, _serving(articles, given), strict=True))
    checked = [article for article, why in whys if why is None]
    if changed is not None:
        affected = (article for article in checked if is_affected(article, changed, settings_files))
        checked = [with_removed_source(article, changed) for article in affected]
    left = [Skipped(what=article.found.path, why=why) for article, why in whys if why is not None]
    documents = unread([file for file in walked.documents if file.suffix.lower() not in WEB])
    passed = (*walked.unmatched, *documents, *sources.notes)
    planned = _planned(checked, left=(*walked.left, *left), unmatched=passed)
    return replace(planned, folders=frozenset(walked.folders | sources.folders))


def _serving(articles: Sequence[Candidate], given: Sequence[str]) -> list[str | None]:
    """For each file, why it is a source and not an article; None if it is an article."""
    serving = {real(source.path) for article in articles for source in article.sourced.sources}
    shelves = {file.parent for file in serving} - {real(one.found.file).parent for one in articles if not one.bare}
    return [_serves(article, serving, shelves, given) for article in articles]


def _serves(article: Candidate, serving: set[Path], shelves: set[Path], given: Sequence[str]) -> str | None:
    """Why a file found by a walk is a source and not an article; a source with sources of its own is both."""
    if article.found.named or not (article.bare or given):
        return None
    file = real(article.found.file)
    if file in serving:
        return "a source of other articles"
    shelved = article.bare and (file.parent in shelves or in_source_folder(article.found.path))
    return "is in a folder of sources" if shelved else None


def _planned(checked: Sequence[Candidate], *, left: tuple[Skipped, ...], unmatched: tuple[Skipped, ...]) -> Plan:
    failed = ((one.found.path, one.sourced.error) for one in checked)
    return Plan(
        pairs=tuple(_pair(one) for one in checked if one.sourced.sources and not one.sourced.error),
        bare=tuple(_bare(one) for one in checked if one.bare),
        named=frozenset(one.found.path for one in checked if one.bare and one.found.named and not one.sourced.unwanted),
        failed=tuple(Failure(path=path, error=error) for path, error in failed if error),
        left=left,
        unmatched=unmatched,
        pages=tuple({page.folder: page for one in checked for page in one.sourced.pages}.values()),
    )


def _pair(article: Candidate) -> Pair:
    return Pair(
        draft=article.found.path,
        sources=tuple(article.sourced.sources),
        settings=article.home.settings,
        named=article.found.named,
        notes=tuple(article.sourced.notes),
    )


def _bare(article: Candidate) -> Skipped:
    """Why an article is not checked: the note on it, or the files in place of its sources that cannot be read."""
    own = next((note for note in article.sourced.notes if note.what == article.found.path), None)
    if own:
        return own
    others = ", ".join(dict.fromkeys(note.what for note in article.sourced.notes))
    why = f"none of its sources is a readable text: {others}" if others else "it names no source"
    return Skipped(what=article.found.path, why=why)
