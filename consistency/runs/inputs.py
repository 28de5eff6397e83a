"""The articles that a command names, read and told apart."""

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
    """The articles at these paths, each path once and named by it; "-" is standard input."""
    from consistency.read import read_article

    return [replace(read_article(path, role, settings), id=path) for path in _once(paths)]


def read_drafts(paths: Sequence[str], role: Role, settings: Settings) -> list[Article]:
    """The same, where an empty one means that there is nothing to check: raises ``NothingToCheck``."""
    try:
        return read_all(paths, role, settings)
    except EmptyInput as error:
        raise NothingToCheck(error.message, where=error.where, hint=error.hint) from error


def fit(drafts: Sequence[Article], cut: Callable[[Article], Iterable[Sentence]]) -> None:
    """Raises ``NothingToCheck`` where no draft has a sentence that claims anything; ``cut`` gives its sentences."""
    if not any(sentence.checkable for draft in drafts for sentence in cut(draft)):
        raise NothingToCheck("no sentence to check", where=shown(drafts[0].path), hint="is it the right file?")


def one_stdin(*groups: Sequence[str]) -> None:
    """Raises ``InputError`` where standard input is named twice: it can be read once."""
    if sum(path == "-" for group in groups for path in group) > 1:
        raise InputError(
            "standard input can only be read once", where="standard input", hint="save one of the texts to a file"
        )


def shown(path: str) -> str:
    """A path as errors name it."""
    return "standard input" if path == "-" else path


def _once(paths: Iterable[str]) -> list[str]:
    return list({path if path == "-" else str(real(path)): path for path in reversed(list(paths))}.values())[::-1]


def peers(paths: Sequence[str], settings: Settings) -> list[Article]:
    """Two or more tellings of one story. Raises ``InputError`` where there is one, or one is there twice."""
    one_stdin(paths)
    read = read_drafts(paths, Role.PEER, settings)
    if len(read) < 2:
        raise InputError("compare needs at least two articles", where=paths[0], hint="name another article")
    return read


def plain(paths: Sequence[str], settings: Settings) -> list[Article]:
    """Articles that are read for themselves."""
    one_stdin(paths)
    return read_drafts(paths, Role.PEER, settings)
