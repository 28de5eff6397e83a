"""The report as JSON, schema 1: the stable interface for other programs."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from consistency.reports.fingerprint import fingerprints
from consistency.reports.safe import json_text
from consistency.types.lines import Lines, lines_of

if TYPE_CHECKING:
    from consistency.types import Article, Finding, MatrixRow, Passage, Place, Report

SCHEMA = 1


def render(report: Report) -> str:
    """The report as one indented JSON document."""
    return dumps(as_dict(report), indent=2)


def render_lines(report: Report) -> str:
    """The findings of the JSON report, one per line; empty without findings."""
    plain = as_dict(report)
    id = {"id": plain["id"]} if "id" in plain else {}
    return "".join(dumps({**id, **finding}) for finding in plain["findings"])


def schema() -> str:
    """The schema of the report as text, JSON Schema draft 2020-12."""
    return files("consistency.reports").joinpath("schema.json").read_text(encoding="utf-8")


def dumps(value: Any, *, indent: int | None = None) -> str:
    """JSON with a final newline; characters that are not printable are escaped.

    Infinite numbers and not-a-number raise ``ValueError``, because JSON cannot represent them.
    """
    return json_text(json.dumps(value, indent=indent, ensure_ascii=False, allow_nan=False)) + "\n"


def as_dict(report: Report) -> dict[str, Any]:
    """The report as plain values, keys in the order of the schema."""
    lines = lines_of(report.articles)
    paths = {article.id: article.path for article in report.articles}
    return {
        "schema": SCHEMA,
        **({} if report.id is None else {"id": report.id}),
        "articles": [article_dict(article) for article in report.articles],
        "findings": [
            _finding(finding, mark, lines, paths)
            for finding, mark in zip(report.findings, fingerprints(report), strict=True)
        ],
        "alignments": [passage_dict(passage, lines, paths) for passage in report.alignments],
        "skipped": [{"what": skipped.what, "why": skipped.why} for skipped in report.skipped],
        "summary": summary(report),
        "signature": report.signature,
        **({"suppressed": _suppressed(report, lines, paths)} if report.suppressed else {}),
        **({"facts": [_fact(fact, lines, paths) for fact in report.facts]} if report.facts else {}),
    }


def summary(report: Report) -> dict[str, int]:
    """The number of findings of each severity."""
    counts = {"error": 0, "warning": 0, "note": 0}
    for finding in report.findings:
        counts[finding.severity.value] += 1
    return counts


def article_dict(article: Article) -> dict[str, Any]:
    """The article's metadata, without its text."""
    return {
        "id": article.id,
        "path": article.path,
        "role": article.role.value,
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "sha256": article.sha256,
    }


def passage_dict(passage: Passage, lines: dict[str, Lines], paths: dict[str, str]) -> dict[str, Any]:
    """Corresponding places, and the score of their alignment."""
    return {
        "places": [place_dict(place, lines, paths) for place in passage.places],
        "score": round(passage.score, 4),
    }


def place_dict(place: Place, lines: dict[str, Lines], paths: dict[str, str]) -> dict[str, Any]:
    """A range of an article with its words; offsets count from 0, lines and columns from 1."""
    where = lines[place.article]
    line, column = where.position(place.span.start)
    end_line, end_column = where.position(place.span.end)
    return {
        "article": place.article,
        "path": paths[place.article],
        "role": place.role.value,
        "kind": place.kind.value,
        "start": place.span.start,
        "end": place.span.end,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "text": place.span.cut(where.text),
    }


def _fact(fact: MatrixRow, lines: dict[str, Lines], paths: dict[str, str]) -> dict[str, Any]:
    voices = [
        {
            "article": voice.article,
            "camp": voice.cluster,
            "places": [place_dict(place, lines, paths) for place in voice.places],
        }
        for voice in fact.voices
    ]
    return {"kind": fact.kind.value, "voices": voices}


def _suppressed(report: Report, lines: dict[str, Lines], paths: dict[str, str]) -> list[dict[str, Any]]:
    marks = fingerprints(report, [one.finding for one in report.suppressed])
    return [
        {**_finding(one.finding, mark, lines, paths), "by": one.by.value, "reason": one.reason}
        for one, mark in zip(report.suppressed, marks, strict=True)
    ]


def _finding(finding: Finding, mark: str, lines: dict[str, Lines], paths: dict[str, str]) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "confidence": round(finding.confidence, 4),
        "message": finding.message,
        "places": [place_dict(place, lines, paths) for place in finding.places],
        "fingerprint": mark,
    }
