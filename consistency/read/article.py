"""Articles from files, standard input or strings."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import PurePath
from typing import BinaryIO

from consistency.errors import EmptyInput, InputError
from consistency.read.bytes import load
from consistency.read.comments import Without, comments
from consistency.read.dates import NoDay, day
from consistency.read.decode import decode
from consistency.read.frontmatter import Front, front_matter
from consistency.read.markdown import markdown_blocks
from consistency.read.place import plain
from consistency.read.plain import plain_blocks
from consistency.read.request import request
from consistency.settings import Settings
from consistency.types import Article, Block, Request, Role, Span

#: Suffixes of Markdown files.
MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".rmd"})
_KEYS = Settings().source_keys


def read_article(
    path: str, role: Role, settings: Settings, *, stdin: BinaryIO | None = None, named: str | None = None
) -> Article:
    """The article in a plain-text or Markdown file, or on standard input for "-".

    ``named`` is the path that it goes by, if not the one it is read from.

    Raises:
        InputError: it is missing, unreadable, too large, empty, not text, or its front matter is broken.
    """
    loaded = load(path, settings.max_bytes, stdin)
    path = named or path
    text = decode(loaded, settings.encoding, _shown(path))
    name = "stdin" if path == "-" else PurePath(path).stem or path
    sha256 = hashlib.sha256(loaded).hexdigest()
    return _article(text, id=name, role=role, path=path, sha256=sha256, keys=settings.source_keys)


def read_front(path: str, settings: Settings) -> Front:
    """The front matter of a file, without parsing the rest. Raises as ``read_article``."""
    text = decode(load(path, settings.max_bytes, None), settings.encoding, path)
    return front_matter(text, path, markdown=_suffix(path) in MARKDOWN, keys=settings.source_keys)


def article_from_text(
    text: str, *, id: str, role: Role, path: str = "", title: str | None = None, published: str | date | None = None
) -> Article:
    """The article in ``text``; ``title`` and ``published`` take precedence over its front matter.

    Raises:
        InputError: the text is empty, its front matter is broken, or ``published`` is not a date.
    """
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return _article(
        text, id=id, role=role, path=path, sha256=sha256, title=title, published=_day(published, path or id)
    )


def _day(published: str | date | None, where: str) -> date | None:
    try:
        return day(published)
    except NoDay as error:
        hint = "Leave it out if it is unknown."
        raise InputError(f"published: {plain(published)} {error}", where=where, hint=hint) from error


def _article(
    text: str,
    *,
    id: str,
    role: Role,
    path: str,
    sha256: str,
    title: str | None = None,
    published: date | None = None,
    keys: tuple[str, ...] = _KEYS,
) -> Article:
    where = _shown(path) if path else id
    if not text.strip("\ufeff\u200b \t\r\n\f\v\xa0"):
        raise EmptyInput("the article is empty", where=where, hint="Give a text with at least one sentence.")
    suffix = _suffix(path)
    front = front_matter(text, where, markdown=suffix in MARKDOWN, keys=keys)
    markdown = suffix in MARKDOWN or (path in ("", "-") and front.end > 0)  # a nameless text with front matter
    found = comments(text, front.end, markdown=markdown, mdx=suffix == ".mdx")
    blocks, deep = _prose(Without(text, found), front.end, suffix, markdown)
    return Article(
        id=id,
        path=path,
        role=role,
        text=text,
        blocks=blocks,
        sha256=sha256,
        title=title or front.title,
        published=published or front.published,
        sources=front.sources,
        comments=found,
        request=Request() if role is Role.SOURCE else request(front.asked, front.head, where),
        deep=deep,
    )


def _prose(plain: Without, start: int, suffix: str, markdown: bool) -> tuple[tuple[Block, ...], tuple[Span, ...]]:
    if markdown:
        found = markdown_blocks(plain.text, start, mdx=suffix == ".mdx")
        return plain.blocks(found.blocks), plain.spans(found.deep)
    return plain.blocks(plain_blocks(plain.text, start)), ()


def _suffix(path: str) -> str:
    return PurePath(path).suffix.lower()


def _shown(path: str) -> str:
    return "standard input" if path == "-" else path
