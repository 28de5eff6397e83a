"""What was understood of an article, and what came out of a check, kept for the next time.

A key covers all that the answer depends on: the texts, the settings, the models and the files of the
program itself. So an entry is never wrong, only no longer asked for.
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

#: Tellings kept in memory: in a batch many drafts rest on the same few sources.
RECENT = 64

#: Characters of the longest article whose telling is kept in memory; a few of the longest would fill it.
LONG = 50_000

#: What stands in a kept telling for its article, whose text the asker has.
_NOWHERE = Article(id="", path="", role=Role.PEER, text="", blocks=(), sha256="")


class ResultCache:
    """Tellings and reports of one way of understanding, which ``signature`` names, in memory and in a store."""

    def __init__(self, store: Store | None, signature: str) -> None:
        self._store = store
        self._signature = signature
        self._recent: OrderedDict[bytes, ParsedArticle] = OrderedDict()
        self._cut: OrderedDict[bytes, tuple[Sentence, ...]] = OrderedDict()

    def together(self) -> AbstractContextManager[None]:
        """What is kept meanwhile is written at once."""
        return self._store.together() if self._store else nullcontext()

    def doc(self, article: Article, need: str, make: Callable[[Article], ParsedArticle]) -> ParsedArticle:
        """The telling of an article, which ``make`` makes where it is new; ``need`` says what has to be in it."""
        key = self._told(article, need)
        found = self._known(key)
        if found is None:
            found = make(article)
            self._put("tellings", key, replace(found, article=_NOWHERE))
        found = replace(found, article=article)
        if len(article.text) <= LONG:
            self._recent[key] = found
            self._recent.move_to_end(key)
        if len(self._recent) > RECENT:
            self._recent.popitem(last=False)
        return found

    def sentences(
        self, article: Article, need: str, make: Callable[[Article], tuple[Sentence, ...]]
    ) -> tuple[Sentence, ...]:
        """The sentences of an article, from its telling if that is kept; ``make`` cuts it where it is new."""
        key = self._told(article, need)
        known = self._known(key)
        if known is None and key not in self._cut:
            self._cut[key] = make(article)
            if len(self._cut) > RECENT:
                self._cut.popitem(last=False)
        return known.sentences if known else self._cut[key]

    def report(self, articles: Sequence[Article], asked: str, make: Callable[[], Report]) -> Report:
        """The report on these articles, which ``make`` makes where it is new; ``asked`` says what else decides it."""
        if self._store is None:
            return make()
        key = self._answered(articles, asked)
        found = self._stored("reports", key, Report)
        if found is None:
            found = make()
            self._put("reports", key, replace(found, articles=()))
        return replace(found, articles=tuple(articles))

    def reported(self, articles: Sequence[Article], asked: str) -> bool:
        """Whether the report on these articles is kept."""
        return self._store is not None and self._store.get("reports", self._answered(articles, asked)) is not None

    def _known(self, key: bytes) -> ParsedArticle | None:
        return self._recent.get(key) or self._stored("tellings", key, ParsedArticle)

    def _answered(self, articles: Sequence[Article], asked: str) -> bytes:
        return self._key(["report", asked, [plain(article) for article in articles]])

    def _told(self, article: Article, need: str) -> bytes:
        # What an article is to the check, and where it lies, changes nothing in how it is read.
        return self._key(["telling", need, plain(replace(article, path="", role=Role.PEER, sources=(), sha256=""))])

    def _key(self, parts: list[object]) -> bytes:
        told = json.dumps([self._signature, program(), *parts], separators=(",", ":"))
        return hashlib.sha256(told.encode()).digest()

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
    """A digest that changes with the files of the program and its data, the splitter of sentences, and Python."""
    package = Path(__file__).resolve().parent.parent
    lines = [sys.version]
    # Installed, the models lie in the package; in a working copy, beside it.
    roots = (package,) if (package / "_models").exists() else (package, package.parent / "models")
    for root in (*map(str, roots), *_folders("nupunkt")):
        for folder, folders, names in os.walk(root):
            folders[:] = sorted(name for name in folders if name != "__pycache__")
            for name in sorted(names):
                stat = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118 - some 400 files at each start
                lines.append(f"{folder}/{name} {stat.st_size} {stat.st_mtime_ns}")
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


def _folders(package: str) -> tuple[str, ...]:
    """Where an installed package lies. Its files say which it is sooner than its metadata can be read."""
    spec = find_spec(package)
    return tuple((spec.submodule_search_locations if spec else None) or ())
