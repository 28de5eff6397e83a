"""Matches findings with the words that an editor has accepted."""

from __future__ import annotations

import re
from collections.abc import Iterable

from consistency.reports.fingerprint import fold
from consistency.types import Article, Finding, Place, PlaceKind, Span


def says(finding: Finding, words: str, articles: dict[str, Article]) -> bool:
    """Whether one of a finding's places contains the words or is contained in them, ignoring typography."""
    wanted = fold(words)
    return any(
        _at(place, wanted, articles[place.article]) for place in finding.places if place.kind is PlaceKind.EVIDENCE
    )


def _at(place: Place, wanted: str, article: Article) -> bool:
    marked = fold(prose(article, place.span))
    if _within(wanted, marked):
        return True
    room = 2 * len(wanted) + 20
    around = Span(max(0, place.span.start - room), min(len(article.text), place.span.end + room))
    return _within(marked, wanted) and _within(wanted, fold(prose(article, around)))


def _within(part: str, whole: str) -> bool:
    """Whether ``whole`` contains ``part`` as whole words: "140" does not contain "14"."""
    return bool(part) and re.search(rf"(?<!\w){re.escape(part)}(?!\w)", whole) is not None


def prose(article: Article, span: Span) -> str:
    """The text in a range of an article, without markup."""
    at, parts = span.start, []
    for gap in _gaps(article, span):
        parts.append(article.text[at : max(at, gap.start)])
        at = max(at, gap.end)
    return "".join((*parts, article.text[at : span.end]))


def _gaps(article: Article, span: Span) -> Iterable[Span]:
    return (gap for block in article.blocks if block.span.overlaps(span) for gap in block.gaps if gap.overlaps(span))
