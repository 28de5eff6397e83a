"""A draft about a fire, which gives two figures otherwise than its source does, and what a report says of them."""

from __future__ import annotations

import pytest

from consistency.check import Checker
from consistency.read import article_from_text
from consistency.types import Finding, Report, Role

TOLL = "The fire at the mill killed 15 people and burned two barns."
LOSS = "The owner lost 40 horses in the fire, police said."
SOURCE = "The fire at the mill killed 12 people and burned two barns.\n\n" + LOSS.replace("40", "50") + "\n"
IGNORE = "<!-- consistency: ignore[NUM101] checked by phone -->"


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONSISTENCY_TODAY", "2026-05-04")


def check(checker: Checker, draft: str, path: str = "draft.md") -> Report:
    told = article_from_text(draft, id="draft", role=Role.DRAFT, path=path)
    return checker.check(told, [article_from_text(SOURCE, id="wire", role=Role.SOURCE, path="wire.txt")])


def words(report: Report, finding: Finding) -> str:
    place = finding.places[0]
    return next(place.span.cut(article.text) for article in report.articles if article.id == place.article)


def found(report: Report) -> list[str]:
    return [words(report, finding) for finding in report.findings if finding.code == "NUM101"]


def gone(report: Report) -> list[str]:
    return [words(report, one.finding) for one in report.suppressed]


def notes(report: Report) -> list[str]:
    return [finding.message for finding in report.findings if finding.code == "SUP001"]
