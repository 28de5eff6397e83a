"""The values that the page's template shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from consistency.reports.excerpt import quote
from consistency.reports.fingerprint import apart, fingerprints
from consistency.reports.html.overview import overview
from consistency.reports.html.words import pieces
from consistency.reports.json import summary
from consistency.reports.markdown import MEANS, finding_markdown
from consistency.reports.matrix import matrix
from consistency.reports.order import by_severity
from consistency.reports.safe import clean, label
from consistency.reports.text import suppressed_line, sureness, total
from consistency.reports.unchecked import unchecked
from consistency.types.lines import lines_of

if TYPE_CHECKING:
    from consistency.types import Finding, Place, Report, Suppressed
    from consistency.types.lines import Lines

#: A shape for each severity, so that severities differ in more than colour.
ICONS = {"error": "✖", "warning": "▲", "note": "●"}

#: Characters of the passage on each side of the words in question.
CONTEXT = 240


def view(report: Report) -> dict[str, Any]:
    """All values that the template uses, safe to show as text."""
    marks = dict(zip(map(id, report.findings), apart(fingerprints(report)), strict=True))
    lines = lines_of(report.articles)
    found = by_severity(report)
    return {
        "total": total(report),
        "summary": summary(report),
        "icons": ICONS,
        "articles": [_article(report, i) for i in range(len(report.articles))],
        "findings": [
            _finding(report, finding, number, marks[id(finding)], lines) for number, finding in enumerate(found, 1)
        ],
        "codes": sorted({(finding.code, finding.name) for finding in found}),
        "overview": overview(report),
        "matrix": matrix(report),
        "rules": [
            {"code": rule.code, "name": rule.name, "text": _paragraphs(rule.text)}
            for rule in sorted(report.rules, key=lambda rule: rule.code)
        ],
        "suppressed_line": suppressed_line(report),
        "suppressed": [_suppressed(report, one, lines) for one in report.suppressed],
        "skipped": [
            {"head": line.head.capitalize(), "what": label(line.what), "why": clean(line.why)}
            for line in unchecked(report)
        ],
        "signature": label(report.signature),
    }


def _article(report: Report, number: int) -> dict[str, Any]:
    article = report.articles[number]
    return {
        "number": number + 1,
        "role": article.role.value,
        "path": label(article.path) or label(article.id),
        "title": clean(article.title or ""),
        "published": article.published.isoformat() if article.published else "",
        "sha256": article.sha256,
        "whole": bool(article.blocks),
    }


def _finding(report: Report, finding: Finding, number: int, mark: str, lines: dict[str, Lines]) -> dict[str, Any]:
    first, *rest = finding.places
    numbers = {article.id: i for i, article in enumerate(report.articles, 1)}
    others = [place for place in rest if place.article != first.article]
    same = [place for place in rest if place.article == first.article]
    left = _inner(first, lines)
    diffs = [pieces(left, _inner(place, lines)) for place in others]
    return {
        "number": number,
        "id": f"f-{mark}",
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "sure": sureness(finding.confidence),
        "percent": round(100 * finding.confidence),
        "message": clean(finding.message),
        "places": [_place(report, place, lines, None) for place in (first, *same)],
        "others": [
            _place(report, place, lines, diff[1] if _both(first, place) else None)
            for place, diff in zip(others, diffs, strict=True)
        ],
        "mine": [part._asdict() for part in diffs[0][0]] if others and _both(first, others[0]) else None,
        "sources": sorted({numbers[place.article] for place in finding.places}),
        "markdown": finding_markdown(report, finding, mark, lines).strip(),
    }


def _suppressed(report: Report, one: Suppressed, lines: dict[str, Lines]) -> dict[str, Any]:
    finding = one.finding
    return {
        "rule": f"{finding.code} {finding.name}",
        "where": _place(report, finding.places[0], lines, None)["where"],
        "message": clean(finding.message),
        "by": MEANS[one.by],
        "reason": clean(one.reason or ""),
    }


def _both(one: Place, two: Place) -> bool:
    return one.kind == two.kind == "evidence"


def _inner(place: Place, lines: dict[str, Lines]) -> str:
    return quote(lines[place.article], place.span)[1]


def _place(report: Report, place: Place, lines: dict[str, Lines], diff: list[Any] | None) -> dict[str, Any]:
    article = next(article for article in report.articles if article.id == place.article)
    line, column = lines[place.article].position(place.span.start)
    before, inner, after = quote(lines[place.article], place.span, CONTEXT)
    return {
        "role": place.role.value,
        "where": f"{label(article.path) or label(article.id)}:{line}:{column}",
        "missing": place.kind == "anchor",
        "before": before,
        "inner": inner,
        "after": after,
        "pieces": [part._asdict() for part in diff] if diff else None,
    }


def _paragraphs(text: str) -> list[tuple[str, str]]:
    """The headings and paragraphs of a rule's explanation, each with its kind."""
    parts = [clean(part).strip() for block in text.split("\n\n") for part in _split(block)]
    return [("heading", part[3:]) if part.startswith("## ") else ("text", part) for part in parts if part]


def _split(block: str) -> list[str]:
    head, _, rest = block.partition("\n")
    return [head, rest] if head.startswith("## ") else [block]
