"""Reads the articles of a plan when they are needed, and remembers sources that many drafts share."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING

from consistency.errors import InputError
from consistency.read import read_article
from consistency.sources.paths import real
from consistency.types import Role

if TYPE_CHECKING:
    from consistency.settings import Settings
    from consistency.sources.plan import Pair
    from consistency.sources.resolve import Source
    from consistency.types import Article

#: Articles kept in memory.
RECENT = 64


class Library:
    """Reads articles by path; "-" is standard input, reported as ``stdin_name`` if that is given."""

    def __init__(self, stdin_name: str | None = None) -> None:
        self.stdin_name = stdin_name
        self._recent: OrderedDict[tuple[str, Role, str | None, int], Article] = OrderedDict()

    def read(self, path: str, role: Role, settings: Settings) -> Article:
        """The article at a path, with the path as its id. Raises ``InputError``."""
        key = (path, role, settings.encoding, settings.max_bytes)
        found = self._recent.get(key)
        if found is None:
            named = self.stdin_name if path == "-" else None
            found = read_article(path, role, settings, named=named)
            self._recent[key] = found = replace(found, id=named or path)
        self._recent.move_to_end(key)
        if len(self._recent) > RECENT:
            self._recent.popitem(last=False)
        return found

    def pair(self, pair: Pair) -> tuple[Article, list[Article]]:
        """A draft and its sources. Raises ``InputError``, also if a source lacks the digest given in the draft."""
        draft = self.read(pair.draft, Role.DRAFT, pair.settings)
        sources = [self.source(source, pair.settings, pair.draft) for source in pair.sources]
        for source in sources:
            _apart(draft, source)
        return draft, sources

    def source(self, source: Source, settings: Settings, where: str) -> Article:
        """The text of a source, which must have the digest that the draft ``where`` gives for it."""
        article = self.read(source.path, Role.SOURCE, settings)
        wanted = source.reference.sha256
        if wanted and wanted not in (article.sha256, source.raw_sha256):
            raise InputError(
                f"its source {source.reference.place!r} does not match the digest", where=where,
                hint=f"expected sha256: {wanted}, of the file: {article.sha256}",
            )  # fmt: skip
        title = article.title or source.reference.title or source.title
        return replace(article, title=title, published=article.published or source.published)


def _apart(draft: Article, source: Article) -> None:
    """Raises ``InputError`` if the draft is listed as its own source; a copy of it in another file is allowed."""
    if "-" not in (draft.path, source.path) and real(draft.path) == real(source.path):
        raise InputError(
            "the draft is its own source", where=f"{draft.path} and {source.path}",
            hint="name the text that the draft was written from",
        )  # fmt: skip
