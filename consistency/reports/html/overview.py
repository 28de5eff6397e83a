"""Matching passages of the articles, and the passages without a counterpart."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from consistency.reports.excerpt import quote
from consistency.reports.html.words import pieces
from consistency.reports.safe import label
from consistency.types import Span
from consistency.types.lines import Lines

if TYPE_CHECKING:
    from consistency.types import Article, Passage, Report

#: Most passages shown of two articles; the rest is counted.
MOST = 400

_BREAK = re.compile(r"[\r\n]+")
_LETTER = re.compile(r"\w")


def overview(report: Report) -> list[dict[str, Any]]:
    """One entry for each compared pair of articles: their aligned passages, and the rest of each article."""
    articles = {article.id: article for article in report.articles}
    pairs: dict[tuple[str, str], list[Passage]] = {}
    for passage in report.alignments:
        if len(passage.places) == 2:
            pairs.setdefault((passage.places[0].article, passage.places[1].article), []).append(passage)
    return [
        _pair(articles[left], articles[right], passages)
        for (left, right), passages in pairs.items()
        if articles[left].role.value != "source"
    ]


def _pair(left: Article, right: Article, passages: list[Passage]) -> dict[str, Any]:
    ordered = sorted(passages, key=lambda passage: [place.span for place in passage.places])
    lines = Lines(left.text), Lines(right.text)
    return {
        "left": label(left.path) or label(left.id),
        "right": label(right.path) or label(right.id),
        "left_role": left.role.value,
        "right_role": right.role.value,
        "count": len(ordered),
        "rows": [_row(passage, lines) for passage in ordered[:MOST]],
        "more": max(0, len(ordered) - MOST),
        "left_only": _rest(left, [passage.places[0].span for passage in ordered]),
        "right_only": _rest(right, [passage.places[1].span for passage in ordered]),
    }


def _row(passage: Passage, lines: tuple[Lines, Lines]) -> dict[str, Any]:
    texts = [quote(where, place.span, 0)[1] for where, place in zip(lines, passage.places, strict=True)]
    left, right = pieces(*texts)
    return {
        "left": [part._asdict() for part in left],
        "right": [part._asdict() for part in right],
        "percent": round(100 * passage.score),
    }


def _rest(article: Article, spans: list[Span]) -> list[dict[str, Any]] | None:
    """The passages of an article outside these spans; None if its text is not available."""
    if not article.blocks:
        return None
    lines = Lines(article.text)
    return [
        {"line": lines.position(start)[0], "words": quote(lines, Span(start, end), 0)[1]}
        for start, end in _stretches(article, sorted(spans))
    ]


def _stretches(article: Article, spans: list[Span]) -> Iterator[tuple[int, int]]:
    """Ranges outside the sorted ``spans`` that contain a word, split into blocks and lines."""
    gaps = list(_gaps(spans, len(article.text)))
    ends = [end for _, end in gaps]
    for block in article.blocks:
        for low, high in islice(gaps, bisect_right(ends, block.span.start), None):
            if low >= block.span.end:
                break
            yield from _lines(article.text, max(low, block.span.start), min(high, block.span.end))


def _gaps(spans: list[Span], size: int) -> Iterator[tuple[int, int]]:
    at = 0
    for span in spans:
        if span.start > at:
            yield at, span.start
        at = max(at, span.end)
    if at < size:
        yield at, size


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for stop in [*(found.start() + start for found in _BREAK.finditer(text[start:end])), end]:
        if _LETTER.search(text[at:stop]):
            yield at + len(text[at:stop]) - len(text[at:stop].lstrip()), stop
        at = stop
