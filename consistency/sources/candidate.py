"""An article that may be checked, with its sources: those given on the command line, or else its own."""

from __future__ import annotations

from dataclasses import dataclass

from consistency.errors import ConsistencyError
from consistency.read import read_front
from consistency.read.request import request
from consistency.settings import Settings
from consistency.sources.given import Given
from consistency.sources.library import Library
from consistency.sources.resolve import Home, Sourced, sources_of
from consistency.sources.walk import Found
from consistency.types import DISABLED, Reference, Request, Role, Skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One article, its location, and its sources or the reason that it has none."""

    found: Found
    home: Home
    sourced: Sourced

    @property
    def bare(self) -> bool:
        """Whether it has no sources, without any error."""
        return not self.sourced.sources and self.sourced.error is None


def candidate(found: Found, settings: Settings, given: Given, library: Library) -> Candidate:
    """The article that a walk found; ``given`` are the command's sources for all articles."""
    home = Home(path=found.path, file=found.file, settings=settings, named=found.named, base=found.base)
    return Candidate(found=found, home=home, sourced=_sourced(home, given, library))


def _sourced(home: Home, given: Given, library: Library) -> Sourced:
    if given.sources:
        return Sourced(sources=list(given.sources), areas=given.areas)
    try:
        asked, references = _front(home, library)
        if not asked.enabled:
            return Sourced(notes=[Skipped(what=home.path, why=DISABLED)], unwanted=True)
        return sources_of(home, references)
    except ConsistencyError as error:
        return Sourced(error=error)


def _front(home: Home, library: Library) -> tuple[Request, tuple[Reference, ...]]:
    """The settings in the front matter, and the sources that it lists."""
    if home.path == "-":
        draft = library.read("-", Role.DRAFT, home.settings)
        return draft.request, draft.sources
    front = read_front(home.path, home.settings)
    return request(front.asked, front.head, home.path), front.sources
