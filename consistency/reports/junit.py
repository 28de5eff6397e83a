"""JUnit XML, which CI servers display."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from consistency.reports.json import as_dict
from consistency.reports.paths import at
from consistency.reports.safe import clean, inert, label

if TYPE_CHECKING:
    from consistency.types import Article, Report


def render(report: Report) -> str:
    """One suite per draft (or per compared article) and one case per finding; errors and warnings fail, notes pass."""
    found: dict[str, list[dict[str, Any]]] = {}
    for finding in as_dict(report)["findings"]:
        found.setdefault(finding["places"][0]["article"], []).append(finding)
    suites = ET.Element("testsuites", name="consistency")
    for article in report.articles:
        if article.id in found or article.role != "source":
            _suite(suites, article, found.get(article.id, []))
    for key in ("tests", "failures"):
        suites.set(key, str(sum(int(suite.get(key, "0")) for suite in suites)))
    ET.indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + inert(ET.tostring(suites, encoding="unicode")) + "\n"


def _suite(suites: ET.Element, article: Article, found: list[dict[str, Any]]) -> None:
    failures = sum(finding["severity"] != "note" for finding in found)
    counts = {"tests": str(max(1, len(found))), "failures": str(failures), "errors": "0"}
    suite = ET.SubElement(suites, "testsuite", {"name": label(article.path), **counts})
    for finding in found:
        _case(suite, finding)
    if not found:
        ET.SubElement(suite, "testcase", classname=label(article.path), name="nothing found")


def _case(suite: ET.Element, finding: dict[str, Any]) -> None:
    first = finding["places"][0]
    name = f"{finding['code']} {finding['name']} {first['line']}:{first['column']}"
    case = ET.SubElement(suite, "testcase", classname=label(first["path"]), name=name)
    places = "\n".join(clean(f"{place['role']} {at(place)}: {place['text']}") for place in finding["places"])
    message = clean(finding["message"])
    if finding["severity"] == "note":
        ET.SubElement(case, "system-out").text = f"{message}\n{places}"
    else:
        ET.SubElement(case, "failure", message=message, type=finding["severity"]).text = places
