"""Reads a saved JSON report: all formats rendered from it equal those rendered from the check itself."""

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

Quoted = dict[str, Any]

#: Finds the text of an article by its path, role and digest in the report; None if it is not available.
Find = Callable[[Article], Article | None]

#: Most characters, in total, of placeholder texts for unavailable articles.
MOST = 4 * LARGEST


def loads(text: str, find: Find | None = None, where: str = "report") -> Report:
    """The report in ``text``: one JSON document, or the output lines of a batch, which are merged.

    ``find`` provides the articles' texts. A text that does not match the report is not used; without its text, only
    the words of an article that the report quotes are known. Raises ``InputError`` if the text is not a report.
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


def _report(node: Node, find: Find) -> Report:
    if node.get("error").value is not None:
        what, why = f"row {_id(node['id'])}", node["error"]["message"].text()
        return _empty(skipped=(Skipped(what=what, why=why),))
    if isinstance(node["schema"].value, bool) or node["schema"].value != SCHEMA:
        raise node["schema"].wrong(str(SCHEMA))
    places = [_quoted(place) for place in _places(node)]
    articles = tuple(_article(one, places, find) for one in node["articles"])
    _named({article.id for article in articles}, node, articles, places)
    findings = tuple(map(_finding, node["findings"]))
    return Report(
        id=None if node.get("id").value is None else _id(node["id"]),
        articles=articles,
        findings=findings,
        alignments=tuple(_passage(one) for one in node["alignments"]),
        skipped=tuple(Skipped(what=one["what"].text(), why=one["why"].text()) for one in node["skipped"]),
        signature=node["signature"].text(),
        summary=summary_of(findings),
        facts=tuple(map(_fact, node.get("facts", ()))),
        suppressed=tuple(map(_suppressed, node.get("suppressed", ()))),
    )


def _id(node: Node) -> str:
    return str(node.value) if isinstance(node.value, int) and not isinstance(node.value, bool) else node.text()


def _named(ids: set[str], node: Node, articles: tuple[Article, ...], places: list[Quoted]) -> None:
    """Raises ``Malformed`` unless all article ids are unique and every place refers to one of them."""
    if len(ids) < len(articles):
        raise Malformed("articles: two of them have one id")
    if not articles:
        raise Malformed("articles is empty")
    strange = [place["article"] for place in places if place["article"] not in ids]
    voices = (voice["article"] for fact in node.get("facts", ()) for voice in fact["voices"])
    strange += [voice.value for voice in voices if voice.text() not in ids]
    if strange:
        raise Malformed(f"there is a place in {strange[0][:40]!r}, which is none of the articles")


def _empty(skipped: tuple[Skipped, ...]) -> Report:
    return Report(articles=(), findings=(), alignments=(), signature="", skipped=skipped, summary=summary_of(()))


def _places(node: Node) -> Iterator[Node]:
    for part in ("findings", "alignments"):
        for one in node[part]:
            yield from one["places"]
    for one in node.get("suppressed", ()):
        yield from one["places"]
    for fact in node.get("facts", ()):
        for voice in fact["voices"]:
            yield from voice["places"]


def _quoted(node: Node) -> Quoted:
    """A place with its words, as plain values."""
    place: Quoted = {name: node[name].text() for name in ("article", "text")}
    place |= {name: node[name].whole() for name in ("start", "end")}
    place |= {name: node[name].whole(1) for name in ("line", "column", "end_line", "end_column")}
    if len(place["text"]) != place["end"] - place["start"]:
        raise Malformed(f"{node.path}: its text is not as long as from start to end")
    return place


def _article(node: Node, places: list[Quoted], find: Find) -> Article:
    """The article with its text, if that is available and contains the quoted words; else with these words alone."""
    named = Article(
        id=node["id"].text(),
        path=node["path"].text(),
        role=node["role"].one_of(Role),
        text="",
        blocks=(),
        sha256=node["sha256"].text(),
        title=_optional(node["title"]),
        published=_day(node["published"]),
    )
    own = [place for place in places if place["article"] == named.id]
    found = find(named)
    if found is not None and found.sha256 == named.sha256 and _holds(found.text, own):
        return replace(named, text=found.text, blocks=found.blocks)
    try:
        return replace(named, text=sparse(own))
    except ValueError as error:
        raise Malformed(f"{node.path}: the places in it do not fit together: {error}") from error


def _optional(node: Node) -> str | None:
    return None if node.value is None else node.text()


def _day(node: Node) -> date | None:
    if node.value is None:
        return None
    try:
        return date.fromisoformat(node.text())
    except ValueError:
        raise node.wrong("a date such as 2026-03-12") from None


def _holds(text: str, places: Iterable[Quoted]) -> bool:
    return all(text[place["start"] : place["end"]] == place["text"] for place in places)


def _place(node: Node) -> Place:
    span = Span(node["start"].whole(), node["end"].whole())
    kind = node["kind"].one_of(PlaceKind)
    return Place(article=node["article"].text(), role=node["role"].one_of(Role), kind=kind, span=span)


def _some(node: Node) -> tuple[Place, ...]:
    places = tuple(map(_place, node))
    if not places:
        raise Malformed(f"{node.path} is empty")
    return places


def _passage(node: Node) -> Passage:
    return Passage(places=_some(node["places"]), score=node["score"].share())


def _finding(node: Node) -> Finding:
    return Finding(
        code=node["code"].text(),
        name=node["name"].text(),
        severity=node["severity"].one_of(Severity),
        confidence=node["confidence"].share(),
        message=node["message"].text(),
        places=_some(node["places"]),
        fingerprint=node["fingerprint"].text(),
    )


def _suppressed(node: Node) -> Suppressed:
    return Suppressed(finding=_finding(node), by=node["by"].one_of(SuppressionSource), reason=_optional(node["reason"]))


def _fact(node: Node) -> MatrixRow:
    return MatrixRow(kind=node["kind"].one_of(ClaimKind), voices=tuple(map(_voice, node["voices"])))


def _voice(node: Node) -> MatrixCell:
    camp = None if node["camp"].value is None else node["camp"].whole()
    return MatrixCell(article=node["article"].text(), cluster=camp, places=tuple(map(_place, node["places"])))


def sparse(places: Iterable[dict[str, Any]]) -> str:
    """A placeholder text of white space in which the places' words have their original positions.

    Raises ``ValueError`` for places that contradict each other.
    """
    text = ""
    line = 1  # at the end of the text so far
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
    """White space of this length with so many line breaks, the last of them ``column`` characters before the end."""
    if breaks <= 0:
        return " " * size
    head = size - breaks - column
    if head < 0:
        raise ValueError("no room for the lines")
    return " " * head + "\n" * breaks + " " * column
