"""A saved JSON report, read back: what is rendered from it is what was rendered from the check itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from consistency.errors import InputError
from consistency.reports.json import SCHEMA
from consistency.reports.merge import merge
from consistency.reports.node import LARGEST, Node, documents
from consistency.types import (
    Article,
    ClaimKind,
    Finding,
    MatrixCell,
    MatrixRow,
    Passage,
    Place,
    PlaceKind,
    Report,
    Role,
    Severity,
    Skipped,
    Span,
    Suppressed,
    SuppressionSource,
    summary_of,
)
from consistency.untrusted import Malformed

Told = dict[str, Any]

#: Finds the text of an article by what the report tells of it (path, role, digest); None where it is not at hand.
Find = Callable[[Article], Article | None]

#: Characters of the texts that stand in for articles that are not at hand, in all.
MOST = 4 * LARGEST


def loads(text: str, find: Find | None = None, where: str = "report") -> Report:
    """The report in ``text``: one JSON document, or the answer lines of a batch, which are merged.

    ``find`` brings the articles' texts; one that does not fit the report is not used, and of an
    article without text only the words that the report quotes are known. Raises ``InputError`` for
    what is no report.
    """
    try:
        return merge(list(_reports(text, find or _nowhere)))
    except Malformed as error:
        raise InputError(
            f"is not a report of this program: {error.reason}",
            where=f"{where}:{error.line}" if error.line else where,
            hint="save one with -f json=FILE; its schema must be 1",
        ) from error


def _reports(text: str, find: Find) -> Iterator[Report]:
    size = 0
    for line, document in documents(text):
        try:
            report = _report(Node(document), find)
        except Malformed as error:
            raise Malformed(error.reason, line) from error
        size += sum(len(article.text) for article in report.articles)
        if size > MOST:
            raise Malformed("its articles are longer than this program can show", line)
        yield report


def _nowhere(article: Article) -> Article | None:
    return None


def _report(told: Node, find: Find) -> Report:
    if told.get("error").value is not None:
        what, why = f"row {_id(told['id'])}", told["error"]["message"].text()
        return _empty(skipped=(Skipped(what=what, why=why),))
    if isinstance(told["schema"].value, bool) or told["schema"].value != SCHEMA:
        raise told["schema"].wrong(str(SCHEMA))
    places = [_quoted(place) for place in _places(told)]
    articles = tuple(_article(one, places, find) for one in told["articles"])
    _named({article.id for article in articles}, told, articles, places)
    findings = tuple(map(_finding, told["findings"]))
    return Report(
        id=None if told.get("id").value is None else _id(told["id"]),
        articles=articles,
        findings=findings,
        alignments=tuple(_passage(one) for one in told["alignments"]),
        skipped=tuple(Skipped(what=one["what"].text(), why=one["why"].text()) for one in told["skipped"]),
        signature=told["signature"].text(),
        summary=summary_of(findings),
        facts=tuple(map(_fact, told.get("facts", ()))),
        suppressed=tuple(map(_suppressed, told.get("suppressed", ()))),
    )


def _id(told: Node) -> str:
    return str(told.value) if isinstance(told.value, int) and not isinstance(told.value, bool) else told.text()


def _named(ids: set[str], told: Node, articles: tuple[Article, ...], places: list[Told]) -> None:
    """Raises ``Malformed`` unless every article has a name of its own, and every place one of these."""
    if len(ids) < len(articles):
        raise Malformed("articles: two of them have one id")
    if not articles:
        raise Malformed("articles is empty")
    strange = [place["article"] for place in places if place["article"] not in ids]
    voices = (voice["article"] for fact in told.get("facts", ()) for voice in fact["voices"])
    strange += [voice.value for voice in voices if voice.text() not in ids]
    if strange:
        raise Malformed(f"there is a place in {strange[0][:40]!r}, which is none of the articles")


def _empty(skipped: tuple[Skipped, ...]) -> Report:
    return Report(articles=(), findings=(), alignments=(), signature="", skipped=skipped, summary=summary_of(()))


def _places(told: Node) -> Iterator[Node]:
    for part in ("findings", "alignments"):
        for one in told[part]:
            yield from one["places"]
    for one in told.get("suppressed", ()):
        yield from one["places"]
    for fact in told.get("facts", ()):
        for voice in fact["voices"]:
            yield from voice["places"]


def _quoted(told: Node) -> Told:
    """A place with its words, in plain values."""
    place: Told = {name: told[name].text() for name in ("article", "text")}
    place |= {name: told[name].whole() for name in ("start", "end")}
    place |= {name: told[name].whole(1) for name in ("line", "column", "end_line", "end_column")}
    if len(place["text"]) != place["end"] - place["start"]:
        raise Malformed(f"{told.path}: its text is not as long as from start to end")
    return place


def _article(told: Node, places: list[Told], find: Find) -> Article:
    """The article with its text, if that is at hand and holds the quoted words; else with these words alone."""
    named = Article(
        id=told["id"].text(),
        path=told["path"].text(),
        role=told["role"].one_of(Role),
        text="",
        blocks=(),
        sha256=told["sha256"].text(),
        title=_optional(told["title"]),
        published=_day(told["published"]),
    )
    own = [place for place in places if place["article"] == named.id]
    found = find(named)
    if found is not None and found.sha256 == named.sha256 and _holds(found.text, own):
        return replace(named, text=found.text, blocks=found.blocks)
    try:
        return replace(named, text=sparse(own))
    except ValueError as error:
        raise Malformed(f"{told.path}: the places in it do not fit together: {error}") from error


def _optional(told: Node) -> str | None:
    return None if told.value is None else told.text()


def _day(told: Node) -> date | None:
    if told.value is None:
        return None
    try:
        return date.fromisoformat(told.text())
    except ValueError:
        raise told.wrong("a date such as 2026-03-12") from None


def _holds(text: str, places: Iterable[Told]) -> bool:
    return all(text[place["start"] : place["end"]] == place["text"] for place in places)


def _place(told: Node) -> Place:
    span = Span(told["start"].whole(), told["end"].whole())
    kind = told["kind"].one_of(PlaceKind)
    return Place(article=told["article"].text(), role=told["role"].one_of(Role), kind=kind, span=span)


def _some(told: Node) -> tuple[Place, ...]:
    places = tuple(map(_place, told))
    if not places:
        raise Malformed(f"{told.path} is empty")
    return places


def _passage(told: Node) -> Passage:
    return Passage(places=_some(told["places"]), score=told["score"].share())


def _finding(told: Node) -> Finding:
    return Finding(
        code=told["code"].text(),
        name=told["name"].text(),
        severity=told["severity"].one_of(Severity),
        confidence=told["confidence"].share(),
        message=told["message"].text(),
        places=_some(told["places"]),
        fingerprint=told["fingerprint"].text(),
    )


def _suppressed(told: Node) -> Suppressed:
    return Suppressed(finding=_finding(told), by=told["by"].one_of(SuppressionSource), reason=_optional(told["reason"]))


def _fact(told: Node) -> MatrixRow:
    return MatrixRow(kind=told["kind"].one_of(ClaimKind), voices=tuple(map(_voice, told["voices"])))


def _voice(told: Node) -> MatrixCell:
    camp = None if told["camp"].value is None else told["camp"].whole()
    return MatrixCell(article=told["article"].text(), cluster=camp, places=tuple(map(_place, told["places"])))


def sparse(places: Iterable[dict[str, Any]]) -> str:
    """Spaces and line breaks with the words of the places among them, so that positions in it are the true ones.

    Raises ``ValueError`` for places that cannot be of one text.
    """
    text = ""
    line = 1  # of the end of what is known so far
    for place in sorted(places, key=lambda place: (place["start"], -place["end"])):
        start, end, words = place["start"], place["end"], place["text"]
        if not 0 <= start <= end <= LARGEST or len(words) != end - start:
            raise ValueError("a place without its words")
        if start >= len(text):
            text += _gap(start - len(text), place["line"] - line, place["column"] - 1)
            line = place["line"]
        known = len(text) - start
        if text[start : start + len(words)] != words[:known]:
            raise ValueError("two texts in one place")
        if len(words) > known:
            text += words[known:]
        if end == len(text):
            line = place["end_line"]
    return text


def _gap(size: int, breaks: int, column: int) -> str:
    """So many unknown characters with so many line breaks, the last of them ``column`` characters before the end."""
    if breaks <= 0:
        return " " * size
    head = size - breaks - column
    if head < 0:
        raise ValueError("no room for the lines")
    return " " * head + "\n" * breaks + " " * column
