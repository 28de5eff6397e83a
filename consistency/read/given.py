"""Articles from arguments in Python: articles, texts (``str``) and files (``Path``)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

from consistency.errors import EmptyInput, NothingToCheck
from consistency.read.article import article_from_text, read_article
from consistency.settings import Settings
from consistency.types import Article, Role

#: An article, the text of one, or the path of its file.
Given = Article | str | Path

_WANTED = "an Article, a text (str) or a file (pathlib.Path)"


def draft_from(given: Given, settings: Settings) -> Article:
    """The draft. Raises ``TypeError`` for other types and ``NothingToCheck`` for an empty text."""
    return _article(given, "the draft", "draft", Role.DRAFT, settings)


def sources_from(given: Iterable[Given], settings: Settings, taken: str) -> list[Article]:
    """The sources; the id ``taken`` is not assigned to a text. Raises as ``draft_from``, and if there is no source."""
    found = _articles(given, "source", Role.SOURCE, settings, {taken})
    if not found:
        raise NothingToCheck("no source to check the draft against", hint="Pass at least one source.")
    return found


def peers_from(given: Iterable[Given], settings: Settings) -> list[Article]:
    """Articles to compare. Raises as ``draft_from``, and if there are fewer than two."""
    found = _articles(given, "article", Role.PEER, settings, set())
    if len(found) < 2:
        raise NothingToCheck("compare needs at least two articles", hint="Pass two or more articles.")
    return found


def _articles(given: Iterable[Given], noun: str, role: Role, settings: Settings, taken: set[str]) -> list[Article]:
    if isinstance(given, str | Path | Article) or not isinstance(given, Iterable):
        raise TypeError(f"the {noun}s must be a list, each item {_WANTED}, not {type(given).__name__}")
    listed = list(given)
    ids = _ids(noun, {*taken, *(one.id for one in listed if isinstance(one, Article))}, listed)
    return [
        _article(one, f"{noun} {n}", id, role, settings) for n, (one, id) in enumerate(zip(listed, ids, strict=True), 1)
    ]


def _ids(noun: str, taken: set[str], given: Sequence[object]) -> list[str]:
    """An unused id for each text: "source" for a single one, "source-1" and so on for several."""
    free = (name for name in ([noun] if len(given) == 1 else []) if name not in taken)
    numbered = (name for name in (f"{noun}-{n}" for n in count(1)) if name not in taken)
    return [(next(free, None) or next(numbered)) if isinstance(one, str) else "" for one in given]


def _article(given: object, what: str, id: str, role: Role, settings: Settings) -> Article:
    try:
        if isinstance(given, Article):
            return given
        if isinstance(given, Path):
            return replace(read_article(str(given), role, settings), id=str(given))
        if isinstance(given, str):
            return article_from_text(given, id=id, role=role)
    except EmptyInput as error:
        raise NothingToCheck(
            f"{what} is empty", where=str(given) if isinstance(given, Path) else None, hint=error.hint
        ) from error
    raise TypeError(f"{what} must be {_WANTED}, not {type(given).__name__}")
