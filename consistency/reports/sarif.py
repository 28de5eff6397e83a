"""SARIF 2.1.0 for code scanning (docs.oasis-open.org/sarif/sarif/v2.1.0)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from consistency import __version__
from consistency.reports.json import dumps
from consistency.reports.order import by_confidence
from consistency.reports.paths import at, inside, uri
from consistency.reports.safe import clean, label
from consistency.reports.unchecked import unchecked

if TYPE_CHECKING:
    from consistency.types import Explanation, Report

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

#: Most results of a run that GitHub keeps, and most characters of a description that it shows.
MOST_RESULTS = 5000
MOST_TEXT = 1024

#: The least confidence for each word of ``properties.precision``.
_PRECISION = ((0.9, "very-high"), (0.75, "high"), (0.5, "medium"), (0.0, "low"))

_PROBLEM = {"error": "error", "warning": "warning", "note": "recommendation"}


def render(report: Report) -> str:
    """One run; the draft's passage is the location, the other articles' are related locations."""
    found = by_confidence(report)[:MOST_RESULTS]
    rules = _rules(report, found)
    index = {rule["id"]: i for i, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "consistency", "semanticVersion": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "automationDetails": {"id": "consistency/"},
        "results": [_result(finding, index) for finding in found],
        "invocations": [_invocation(report)],
    }
    return dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rules(report: Report, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    known = {rule.code: rule for rule in report.rules}
    first: dict[str, dict[str, Any]] = {}
    for finding in found:
        first.setdefault(finding["code"], finding)
    return [_rule(first[code], known.get(code), found) for code in sorted(first)]


def _rule(finding: dict[str, Any], known: Explanation | None, found: list[dict[str, Any]]) -> dict[str, Any]:
    name = finding["name"]
    summary = known.summary if known else name.replace("-", " ").capitalize() + "."
    text = known.text if known else f"{summary} See: consistency rule {finding['code']}"
    level = known.severity.value if known else finding["severity"]
    surest = max(other["confidence"] for other in found if other["code"] == finding["code"])
    return {
        "id": finding["code"],
        "name": "".join(part.capitalize() for part in name.split("-")),
        "shortDescription": {"text": summary[:MOST_TEXT]},
        "fullDescription": {"text": summary[:MOST_TEXT]},
        "help": {"text": text, "markdown": text},
        "defaultConfiguration": {"level": level},
        "properties": {"precision": _precision(surest), "problem.severity": _PROBLEM[level]},
    }


def _precision(confidence: float) -> str:
    return next(word for least, word in _PRECISION if confidence >= least or least == 0.0)


def _result(finding: dict[str, Any], index: dict[str, int]) -> dict[str, Any]:
    first, *rest = finding["places"]
    message = _words(finding["message"])
    links = "".join(f"\n[{_link(at(place))}]({i})" for i, place in enumerate(rest, 1))
    return {
        "ruleId": finding["code"],
        "ruleIndex": index[finding["code"]],
        "level": finding["severity"],
        "message": {"text": _escaped(message) + links},
        "locations": [{"physicalLocation": _physical(first)}],
        "relatedLocations": [_related(i, place) for i, place in enumerate(rest, 1)],
        "partialFingerprints": {"consistency/v1": finding["fingerprint"]},
        "rank": round(100 * finding["confidence"], 2),
        "properties": {"confidence": finding["confidence"], "precision": _precision(finding["confidence"])},
    }


def _related(id: int, place: dict[str, Any]) -> dict[str, Any]:
    """A place of another article; a file outside the folder is only named, because it has no relative URI."""
    related = {"id": id, "message": {"text": _words(f"{place['role']} {at(place)}: {place['text']}")}}
    if inside(place["path"]) is None:
        return {
            **related,
            "logicalLocations": [{"fullyQualifiedName": label(place["path"]) or "-", "kind": "resource"}],
        }
    return {**related, "physicalLocation": _physical(place)}


def _physical(place: dict[str, Any]) -> dict[str, Any]:
    region = {
        "startLine": place["line"],
        "startColumn": place["column"],
        "endLine": place["end_line"],
        "endColumn": place["end_column"],
    }
    snippet = {"snippet": {"text": place["text"]}} if place["text"] else {}
    return {"artifactLocation": {"uri": uri(place["path"])}, "region": {**region, **snippet}}


def _invocation(report: Report) -> dict[str, Any]:
    skipped = [_words(f"{line.head}: {label(line.what)}: {line.why}") for line in unchecked(report)]
    notes = [{"level": "warning", "message": {"text": text}} for text in skipped]
    return {"executionSuccessful": True, **({"toolExecutionNotifications": notes} if notes else {})}


def _words(text: str) -> str:
    """A single line that is not empty, as the format requires for a message."""
    return clean(text) or "-"


def _escaped(text: str) -> str:
    """Text escaped so that it contains no link or placeholder (section 3.11 of the standard)."""
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _link(text: str) -> str:
    return _escaped(_words(text))
