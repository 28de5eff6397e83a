"""Where sources lie beside an article by convention."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

#: A folder of sources in a page bundle (Hugo), and one for a whole site (Jekyll's folders of data start with "_").
BUNDLE, SITE, SUFFIX = "sources", "_sources", ".sources"
_DATED = re.compile(r"\d{4}-\d{1,2}-\d{1,2}-(?=.)")


def beside(article: Path, root: Path) -> Iterator[Path]:
    """The folders that can hold an article's sources, best first; whether they are there is not looked at.

    ``sources/`` beside ``index.md`` or ``_index.md``; ``slug.sources/`` beside ``slug.md``;
    ``_sources/slug/`` in a folder above, up to ``root``, with the slug in full or without its date.
    """
    stem = article.stem
    if bundled(article):
        yield article.parent / BUNDLE
        stem = article.parent.name
    else:
        yield article.with_name(stem + SUFFIX)
    for folder in (up for up in article.parents if up.is_relative_to(root)):
        yield from (folder / SITE / slug for slug in dict.fromkeys((stem, _DATED.sub("", stem, count=1))) if slug)


def bundled(article: Path) -> bool:
    """Whether the article is the page of its folder, in whatever language: "index.md", "index.fr.md"."""
    return article.name.partition(".")[0] in ("index", "_index")


def among(path: str) -> bool:
    """Whether a file, by its path from the working folder, lies in a folder that holds sources by its name."""
    return any(up.name in (BUNDLE, SITE) or up.name.endswith(SUFFIX) for up in PurePosixPath(path).parents)
