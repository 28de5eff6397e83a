"""Folders that contain an article's sources by convention."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

#: Name of the folder of sources in a page bundle (Hugo), of the one for a whole site (Jekyll's data folders start
#: with "_"), and the suffix of a folder for one article.
BUNDLE, SITE, SUFFIX = "sources", "_sources", ".sources"
_DATED = re.compile(r"\d{4}-\d{1,2}-\d{1,2}-(?=.)")


def source_folders(article: Path, root: Path) -> Iterator[Path]:
    """The folders that may contain an article's sources, in order of preference; they need not exist.

    ``sources/`` next to ``index.md`` or ``_index.md``; ``slug.sources/`` next to ``slug.md``;
    ``_sources/slug/`` in a parent folder, up to ``root``, with the full slug or the slug without its date.
    """
    stem = article.stem
    if is_bundle_page(article):
        yield article.parent / BUNDLE
        stem = article.parent.name
    else:
        yield article.with_name(stem + SUFFIX)
    for folder in (up for up in article.parents if up.is_relative_to(root)):
        yield from (folder / SITE / slug for slug in dict.fromkeys((stem, _DATED.sub("", stem, count=1))) if slug)


def is_bundle_page(article: Path) -> bool:
    """Whether the article is the index page of its folder, in any language: "index.md", "index.fr.md"."""
    return article.name.partition(".")[0] in ("index", "_index")


def in_source_folder(path: str) -> bool:
    """Whether a file is in a conventional folder of sources; ``path`` is relative to the working folder."""
    return any(up.name in (BUNDLE, SITE) or up.name.endswith(SUFFIX) for up in PurePosixPath(path).parents)
