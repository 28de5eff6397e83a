"""Reads the articles that a command names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from consistency.errors import EmptyInput, InputError, NothingToCheck
from consistency.sources.paths import real
from consistency.types import Role

if TYPE_CHECKING:
    from consistency.settings import Settings
    from consistency.types import Article, Sentence


def read_all(paths: Sequence[str], role: Role, settings: Settings) -> list[Article]:
    """The articles at these paths, each path once; an article's id is its path. "-" is standard input."""
    from consistency.read import read_article

    return [replace(read_article(path, role, settings), id=path) for path in _distinct(paths)]


def read_drafts(paths: Sequence[str], role: Role, settings: Settings) -> list[Article]:
    """The same, but raises ``NothingToCheck`` for an empty article."""
    try:
        return read_all(paths, role, settings)
    except EmptyInput as error:
        raise NothingToCheck(error.message, where=error.where, hint=error.hint) from error


def require_sentence(drafts: Sequence[Article], segment: Callable[[Article], Iterable[Sentence]]) -> None:
    """Raises ``NothingToCheck`` if no draft has a sentence that makes a claim; ``segment`` returns its sentences."""
    if not any(sentence.checkable for draft in drafts for sentence in segment(draft)):
        raise NothingToCheck("no sentence to check", where=display_path(drafts[0].path), hint="is it the right file?")


def require_single_stdin(*groups: Sequence[str]) -> None:
    """Raises ``InputError`` if standard input is named twice, as it can be read only once."""
    if sum(path == "-" for group in groups for path in group) > 1:
        raise InputError(
            "standard input can only be read once", where="standard input", hint="save one of the texts to a file"
        )


def display_path(path: str) -> str:
    """The path as errors name it."""
    return "standard input" if path == "-" else path


def _distinct(paths: Iterable[str]) -> list[str]:
    return list({path if path == "-" else str(real(path)): path for path in reversed(list(paths))}.values())[::-1]


def read_peers(paths: Sequence[str], settings: Settings) -> list[Article]:
    """Two or more versions of the same story. Raises ``InputError`` if there are fewer than two."""
    require_single_stdin(paths)
    read = read_drafts(paths, Role.PEER, settings)
    if len(read) < 2:
        raise InputError("compare needs at least two articles", where=paths[0], hint="name another article")
    return read


def read_articles(paths: Sequence[str], settings: Settings) -> list[Article]:
    """Articles without a role in a comparison."""
    require_single_stdin(paths)
    return read_drafts(paths, Role.PEER, settings)
