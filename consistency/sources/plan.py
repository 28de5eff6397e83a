"""What a command is to check: which articles, each against which sources, under which settings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from consistency.errors import ConsistencyError
from consistency.settings import Settings
from consistency.sources.affected import bereft, concerned
from consistency.sources.candidate import Candidate, candidate
from consistency.sources.conventional import among
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
    that were left out of a walk, ``unmatched`` patterns that nothing fits and documents that cannot be read.
    ``folders`` are those that were looked through: a new article may appear in them.
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
    """The plan for these paths, see ``walk``; ``given`` leads to sources for all, whatever they name themselves.

    With ``changed``, only what a change concerns: a changed article, one of whose sources changed or is gone, or
    whose settings did; ``settings_files`` hold for all. ``library`` reads standard input. Paths that
    were ``listed`` may be none.

    Raises ``InputError`` and ``SettingsError`` for what concerns the whole run.
    """
    walked = walk(paths, governing, stdin=library.stdin_name if library else None, listed=listed)
    sources, shelf = named_sources(given, paths, governing), library or Library()
    articles = [candidate(one, governing(one.file.parent), sources, shelf) for one in walked.found.values()]
    whys = list(zip(articles, _serving(articles, given), strict=True))
    kept = [article for article, why in whys if why is None]
    if changed is not None:
        kept = [bereft(article, changed) for article in kept if concerned(article, changed, settings_files)]
    left = [Skipped(what=article.found.path, why=why) for article, why in whys if why is not None]
    documents = unread([file for file in walked.documents if file.suffix.lower() not in WEB])
    passed = (*walked.unmatched, *documents, *sources.notes)
    planned = _planned(kept, left=(*walked.left, *left), unmatched=passed)
    return replace(planned, folders=frozenset(walked.folders | sources.folders))


def _serving(articles: Sequence[Candidate], given: Sequence[str]) -> list[str | None]:
    """For each article why it is none but a source; None where it is one."""
    serving = {real(source.path) for article in articles for source in article.sourced.sources}
    shelves = {file.parent for file in serving} - {real(one.found.file).parent for one in articles if not one.bare}
    return [_serves(article, serving, shelves, given) for article in articles]


def _serves(article: Candidate, serving: set[Path], shelves: set[Path], given: Sequence[str]) -> str | None:
    """Why a file that a walk came by is no article but a source; one with sources of its own is both."""
    if article.found.named or not (article.bare or given):
        return None
    file = real(article.found.file)
    if file in serving:
        return "a source of other articles"
    shelved = article.bare and (file.parent in shelves or among(article.found.path))
    return "is in a folder of sources" if shelved else None


def _planned(kept: Sequence[Candidate], *, left: tuple[Skipped, ...], unmatched: tuple[Skipped, ...]) -> Plan:
    failed = ((one.found.path, one.sourced.error) for one in kept)
    return Plan(
        pairs=tuple(_pair(one) for one in kept if one.sourced.sources and not one.sourced.error),
        bare=tuple(_bare(one) for one in kept if one.bare),
        named=frozenset(one.found.path for one in kept if one.bare and one.found.named and not one.sourced.unwanted),
        failed=tuple(Failure(path=path, error=error) for path, error in failed if error),
        left=left,
        unmatched=unmatched,
        pages=tuple({page.folder: page for one in kept for page in one.sourced.pages}.values()),
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
    """Why an article is not checked: what is said of it, or of what stands where its sources should."""
    own = next((note for note in article.sourced.notes if note.what == article.found.path), None)
    if own:
        return own
    others = ", ".join(dict.fromkeys(note.what for note in article.sourced.notes))
    why = f"none of its sources is a readable text: {others}" if others else "it names no source"
    return Skipped(what=article.found.path, why=why)
