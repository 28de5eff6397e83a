"""Aligned passages, as text and as JSON."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from consistency.reports.json import SCHEMA, article_dict, dumps, passage_dict
from consistency.reports.safe import clean, inert, label
from consistency.types.lines import lines_of

if TYPE_CHECKING:
    from consistency.types import Article, Passage


def text(articles: Sequence[Article], passages: Sequence[Passage]) -> str:
    """Each group of aligned passages: its score, then the position and words of each passage."""
    lines = lines_of(articles)
    paths = {article.id: label(article.path) for article in articles}
    rows = []
    for passage in passages:
        rows.append(f"{passage.score:.2f}\n")
        for place in passage.places:
            line, column = lines[place.article].position(place.span.start)
            rows.append(
                f"  {paths[place.article]}:{line}:{column}: {clean(place.span.cut(lines[place.article].text))}\n"
            )
    return inert("".join(rows))


def json(articles: Sequence[Article], passages: Sequence[Passage]) -> str:
    """The passages as one JSON document."""
    lines = lines_of(articles)
    paths = {article.id: article.path for article in articles}
    listed = [passage_dict(passage, lines, paths) for passage in passages]
    return dumps({"schema": SCHEMA, "articles": [article_dict(a) for a in articles], "alignments": listed}, indent=2)


#: The formats of passages.
FORMATS: dict[str, Callable[[Sequence[Article], Sequence[Passage]], str]] = {"text": text, "json": json}
