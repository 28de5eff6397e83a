"""Parsed articles and reports that a later check reuses.

A key covers everything a result depends on: texts, settings, models and the files of the program itself. So an
entry is never outdated: after a change nothing looks it up any more.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections import OrderedDict
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar
from zlib import error as ZlibError  # noqa: N812

from consistency.cache import Store
from consistency.cache.codec import pack, plain, unpack
from consistency.types import Article, ParsedArticle, Report, Role, Sentence

T = TypeVar("T")

#: Namespaces of the store.
PARSED, REPORTS = "parsed", "reports"

#: Parsed articles kept in memory: in a batch many drafts share a few sources.
RECENT = 64

#: Characters of the longest article that is kept in memory once parsed; a few very long ones would fill it.
LONG = 50_000

#: Stored in place of a parsed article's own article, whose text the caller has.
_NO_ARTICLE = Article(id="", path="", role=Role.PEER, text="", blocks=(), sha256="")


class ResultCache:
    """Parsed articles and reports, in memory and in a store.

    ``signature`` identifies the language models: results of other ones are never returned.
    """

    def __init__(self, store: Store | None, signature: str) -> None:
        self._store = store
        self._signature = signature
        self._parsed: OrderedDict[bytes, ParsedArticle] = OrderedDict()
        self._sentences: OrderedDict[bytes, tuple[Sentence, ...]] = OrderedDict()

    def transaction(self) -> AbstractContextManager[None]:
        """A context at whose end everything that was cached in it is written at once."""
        return self._store.transaction() if self._store else nullcontext()

    def parsed_article(
        self, article: Article, settings: str, parse: Callable[[Article], ParsedArticle]
    ) -> ParsedArticle:
        """The parsed article; ``parse`` is called if it is not cached for these ``settings``."""
        key = self._article_key(article, settings)
        parsed = self._cached_article(key)
        if parsed is None:
            parsed = parse(article)
            self._put(PARSED, key, replace(parsed, article=_NO_ARTICLE))
        parsed = replace(parsed, article=article)
        if len(article.text) <= LONG:
            self._parsed[key] = parsed
            self._parsed.move_to_end(key)
        if len(self._parsed) > RECENT:
            self._parsed.popitem(last=False)
        return parsed

    def sentences(
        self, article: Article, settings: str, segment: Callable[[Article], tuple[Sentence, ...]]
    ) -> tuple[Sentence, ...]:
        """The article's sentences, from the parsed article if that is cached, else made by ``segment``."""
        key = self._article_key(article, settings)
        parsed = self._cached_article(key)
        if parsed is None and key not in self._sentences:
            self._sentences[key] = segment(article)
            if len(self._sentences) > RECENT:
                self._sentences.popitem(last=False)
        return parsed.sentences if parsed else self._sentences[key]

    def report(self, articles: Sequence[Article], settings: str, check: Callable[[], Report]) -> Report:
        """The report on these articles; ``check`` is called if it is not cached for these ``settings``."""
        if self._store is None:
            return check()
        key = self._report_key(articles, settings)
        report = self._stored(REPORTS, key, Report)
        if report is None:
            report = check()
            self._put(REPORTS, key, replace(report, articles=()))
        return replace(report, articles=tuple(articles))

    def has_report(self, articles: Sequence[Article], settings: str) -> bool:
        """Whether the report on these articles is cached."""
        return self._store is not None and self._store.get(REPORTS, self._report_key(articles, settings)) is not None

    def _cached_article(self, key: bytes) -> ParsedArticle | None:
        return self._parsed.get(key) or self._stored(PARSED, key, ParsedArticle)

    def _report_key(self, articles: Sequence[Article], settings: str) -> bytes:
        return self._key([REPORTS, settings, [plain(article) for article in articles]])

    def _article_key(self, article: Article, settings: str) -> bytes:
        # An article is parsed the same whatever its role and path.
        return self._key([PARSED, settings, plain(replace(article, path="", role=Role.PEER, sources=(), sha256=""))])

    def _key(self, parts: list[object]) -> bytes:
        content = json.dumps([self._signature, program(), *parts], separators=(",", ":"))
        return hashlib.sha256(content.encode()).digest()

    def _stored(self, namespace: str, key: bytes, kind: type[T]) -> T | None:
        packed = self._store.get(namespace, key) if self._store else None
        try:
            return None if packed is None else unpack(kind, packed)
        except (ValueError, TypeError, ZlibError):
            return None

    def _put(self, namespace: str, key: bytes, value: object) -> None:
        if self._store:
            self._store.put(namespace, key, pack(value))


@cache
def program() -> str:
    """A digest that changes with any file of the program, its data or the sentence splitter, and with Python."""
    package = Path(__file__).resolve().parent.parent
    lines = [sys.version]
    # Models lie in the package if it is installed, next to it in a working copy.
    roots = (package,) if (package / "_models").exists() else (package, package.parent / "models")
    for root in (*map(str, roots), *_folders("nupunkt")):
        for folder, folders, names in os.walk(root):
            folders[:] = sorted(name for name in folders if name != "__pycache__")
            for name in sorted(names):
                stat = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118 - some 400 files at each start
                lines.append(f"{folder}/{name} {stat.st_size} {stat.st_mtime_ns}")
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


def _folders(package: str) -> tuple[str, ...]:
    """The folders of an installed package. Their files identify it faster than its metadata can be read."""
    spec = find_spec(package)
    return tuple((spec.submodule_search_locations if spec else None) or ())
