"""Merges the reports of several checks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consistency.types import Article, Finding, MatrixRow, Passage, Place, Report, Suppressed, summary_of

#: Maps the ids of one report's articles to their ids in the merged report.
Names = dict[str, str]


def merge(reports: Sequence[Report]) -> Report:
    """One report of several, without duplicates.

    Different articles with the same id get different ids.
    """
    first, *rest = reports
    if not rest:
        return first
    articles: dict[str, Article] = {}
    names = [_names(report, articles) for report in reports]
    renamed = list(zip(reports, names, strict=True))
    findings = tuple(dict.fromkeys(_finding(one, name) for report, name in renamed for one in report.findings))
    return Report(
        id=first.id if len({report.id for report in reports}) == 1 else None,
        articles=tuple(articles.values()),
        findings=findings,
        alignments=tuple(dict.fromkeys(_passage(one, name) for report, name in renamed for one in report.alignments)),
        signature=" + ".join(dict.fromkeys(report.signature for report in reports if report.signature)),
        skipped=tuple(dict.fromkeys(skipped for report in reports for skipped in report.skipped)),
        summary=summary_of(findings),
        facts=tuple(dict.fromkeys(_fact(fact, name) for report, name in renamed for fact in report.facts)),
        suppressed=tuple(
            dict.fromkeys(_suppressed(one, name) for report, name in renamed for one in report.suppressed)
        ),
        rules=tuple({rule.code: rule for report in reports for rule in report.rules}.values()),
    )


def _names(report: Report, articles: dict[str, Article]) -> Names:
    """The ids for the articles of a report; new articles are added to ``articles``."""
    names = {}
    for article in report.articles:
        name, number = article.id, 1
        while name in articles and not _same(articles[name], article):
            number += 1
            name = f"{article.id}#{number}"
        names[article.id] = name
        if name not in articles or not articles[name].blocks:
            articles[name] = replace(article, id=name)
    return names


def _same(one: Article, two: Article) -> bool:
    """Whether both are the same article, with a text in which the places of both can be found."""
    if (one.role, one.sha256, one.path) != (two.role, two.sha256, two.path):
        return False
    return one.text == two.text or bool(one.blocks) != bool(two.blocks)


def _place(place: Place, names: Names) -> Place:
    return replace(place, article=names[place.article])


def _finding(finding: Finding, names: Names) -> Finding:
    return replace(finding, places=tuple(_place(place, names) for place in finding.places))


def _suppressed(one: Suppressed, names: Names) -> Suppressed:
    return replace(one, finding=_finding(one.finding, names))


def _passage(passage: Passage, names: Names) -> Passage:
    return replace(passage, places=tuple(_place(place, names) for place in passage.places))


def _fact(fact: MatrixRow, names: Names) -> MatrixRow:
    voices = tuple(
        replace(voice, article=names[voice.article], places=tuple(_place(place, names) for place in voice.places))
        for voice in fact.voices
    )
    return replace(fact, voices=voices)
