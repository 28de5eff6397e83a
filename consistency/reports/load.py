"""A saved JSON report, read back: what is rendered from it is what was rendered from the check itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from consistency.errors import InputError
from consistency.reports.json import SCHEMA
from consistency.reports.merge import merge
from consistency.reports.sparse import sparse
from consistency.types import (
    Article,
    ClaimKind,
    Fact,
    Finding,
    Means,
    Passage,
    Place,
    PlaceKind,
    Report,
    Role,
    Severity,
    Skipped,
    Span,
    Suppressed,
    Voice,
    summary_of,
)

#: Finds the text of an article by what the report tells of it (path, role, digest); None where it is not at hand.
Find = Callable[[Article], Article | None]

Told = dict[str, Any]


def loads(text: str, find: Find | None = None, where: str = "report") -> Report:
    """The report in ``text``: one JSON document, or the answer lines of a batch, which are merged.

    ``find`` brings the articles' texts; one that does not fit the report is not used, and of an
    article without text only the words that the report quotes are known. Raises ``InputError`` for
    what is no report.
    """
    try:
        reports = [_report(told, find or _nowhere) for told in _documents(text)]
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError, OverflowError) as error:
        raise InputError(
            "is not a report of this program", where=where, hint="save one with -f json=FILE; its schema must be 1"
        ) from error
    return merge(reports)


def _nowhere(article: Article) -> Article | None:
    return None


def _documents(text: str) -> list[Told]:
    try:
        told = [json.loads(text)]
    except json.JSONDecodeError:
        told = [json.loads(line) for line in text.splitlines() if line.strip()]
    if not told:
        raise ValueError("empty")
    return told


def _report(told: Told, find: Find) -> Report:
    if "error" in told:
        what, why = f"row {told['id']}", str(told["error"]["message"])
        return _empty(skipped=(Skipped(what=what, why=why),))
    if told["schema"] != SCHEMA:
        raise ValueError("another schema")
    places = list(_places(told))
    articles = tuple(_article(one, [p for p in places if p["article"] == one["id"]], find) for one in told["articles"])
    if len({article.id for article in articles}) < len(articles) or not articles:
        raise ValueError("articles of one name")
    if not {place["article"] for place in places} <= {article.id for article in articles}:
        raise ValueError("a place in no article")
    findings = tuple(map(_finding, told["findings"]))
    return Report(
        id=None if told.get("id") is None else str(told["id"]),
        articles=articles,
        findings=findings,
        alignments=tuple(_passage(one) for one in told["alignments"]),
        skipped=tuple(Skipped(what=str(one["what"]), why=str(one["why"])) for one in told["skipped"]),
        signature=str(told["signature"]),
        summary=summary_of(findings),
        facts=tuple(map(_fact, told.get("facts", ()))),
        suppressed=tuple(map(_suppressed, told.get("suppressed", ()))),
    )


def _empty(skipped: tuple[Skipped, ...]) -> Report:
    return Report(articles=(), findings=(), alignments=(), signature="", skipped=skipped, summary=summary_of(()))


def _places(told: Told) -> Iterator[Told]:
    for one in [*told["findings"], *told["alignments"], *told.get("suppressed", ())]:
        yield from one["places"]
    for fact in told.get("facts", ()):
        for voice in fact["voices"]:
            yield from voice["places"]


def _article(told: Told, places: list[Told], find: Find) -> Article:
    """The article with its text, if that is at hand and holds the quoted words; else with these words alone."""
    named = Article(
        id=str(told["id"]),
        path=str(told["path"]),
        role=Role(told["role"]),
        text="",
        blocks=(),
        sha256=str(told["sha256"]),
        title=told["title"] and str(told["title"]),
        published=date.fromisoformat(told["published"]) if told["published"] else None,
    )
    found = find(named)
    if found is not None and found.sha256 == named.sha256 and _holds(found.text, places):
        return replace(named, text=found.text, blocks=found.blocks)
    return replace(named, text=sparse(places))


def _holds(text: str, places: Iterable[Told]) -> bool:
    return all(text[place["start"] : place["end"]] == place["text"] for place in places)


def _place(told: Told) -> Place:
    span = Span(int(told["start"]), int(told["end"]))
    return Place(article=str(told["article"]), role=Role(told["role"]), kind=PlaceKind(told["kind"]), span=span)


def _passage(told: Told) -> Passage:
    return Passage(places=tuple(map(_place, told["places"])), score=float(told["score"]))


def _finding(told: Told) -> Finding:
    if not told["places"]:
        raise ValueError("a finding without a place")
    return Finding(
        code=str(told["code"]),
        name=str(told["name"]),
        severity=Severity(told["severity"]),
        confidence=float(told["confidence"]),
        message=str(told["message"]),
        places=tuple(map(_place, told["places"])),
        fingerprint=str(told["fingerprint"]),
    )


def _suppressed(told: Told) -> Suppressed:
    reason = None if told["reason"] is None else str(told["reason"])
    return Suppressed(finding=_finding(told), by=Means(told["by"]), reason=reason)


def _fact(told: Told) -> Fact:
    voices = tuple(
        Voice(article=str(one["article"]), camp=one["camp"], places=tuple(map(_place, one["places"])))
        for one in told["voices"]
    )
    return Fact(kind=ClaimKind(told["kind"]), voices=voices)
