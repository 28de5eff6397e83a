"""Notes on suppressions without effect: they are invalid, have expired, or match nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from consistency.findings.suppress.suppression import Problem, Suppression
from consistency.settings import Settings
from consistency.settings.rule_codes import covers, ignored_in
from consistency.types import Article, Finding, Place, PlaceKind, Severity, Span

if TYPE_CHECKING:
    from consistency.rules.base import Rule

CODE = "SUP001"

_DEFAULT = Settings()


def notes(
    suppressions: Sequence[Suppression],
    problems: Sequence[Problem],
    meant: Sequence[Sequence[Suppression]],
    findings: Sequence[Finding],
    rules: Sequence[Rule],
    settings: Settings,
) -> list[Finding]:
    """A finding for each place with suppressions that have no effect, if the rule for them is selected.

    ``meant`` are the suppressions that match each of the ``findings``.
    """
    rule = next((rule for rule in rules if rule.code == CODE), None)
    if rule is None:
        return []
    ended = [*_ended(suppressions), *_ended_elsewhere(meant, findings)]
    used = {id(one) for found in meant for one in found}
    articles = {a.id: a for a in (*(one.article for one in suppressions), *(one.article for one in problems))}
    looked = {id: _looked(article, rules, settings) for id, article in articles.items()}
    unused = _unused([one for one in suppressions if one.ended is None], used, looked) if _thorough(settings) else ()
    return list(_findings(rule, [one for one in (*problems, *ended, *unused) if CODE in looked[one.article.id]]))


def _looked(article: Article, rules: Sequence[Rule], settings: Settings) -> set[str]:
    """The codes of the rules that ran on this article."""
    ignored = ignored_in(article.path, settings)
    return {rule.code for rule in rules if not any(covers(prefix, rule.code) for prefix in ignored)}


def _thorough(settings: Settings) -> bool:
    """Whether all findings were computed: with a raised minimum confidence, a missing finding proves nothing."""
    return settings.min_confidence <= _DEFAULT.min_confidence


def _ended(suppressions: Iterable[Suppression]) -> Iterator[Problem]:
    for one in suppressions:
        if one.ended and one.at:
            yield Problem(article=one.article, at=one.at, message=_end(one))


def _ended_elsewhere(meant: Sequence[Sequence[Suppression]], findings: Sequence[Finding]) -> Iterator[Problem]:
    """Expired acceptances of the settings, each at the finding that it would have suppressed."""
    for found, finding in zip(meant, findings, strict=True):
        acting = any(one.ended is None for one in found)
        for one in found:
            here = [place.span for place in finding.places if place.article == one.article.id]
            if one.ended and not one.at and not acting:
                yield Problem(article=one.article, at=next(iter(here), Span(0, 0)), message=_end(one))


def _end(one: Suppression) -> str:
    return f"{one.label} ended on {one.ended}: look again, then renew it or take it out"


def _unused(suppressions: Iterable[Suppression], used: set[int], looked: dict[str, set[str]]) -> Iterator[Problem]:
    groups: dict[tuple[str, Span | None, str], list[Suppression]] = {}
    for one in suppressions:
        groups.setdefault((one.article.id, one.at, one.label), []).append(one)
    for (_, at, label), group in groups.items():
        codes = looked[group[0].article.id] - {CODE}
        idle = [one for one in group if id(one) not in used and one.must and codes & one.spans.keys()]
        if idle and at:
            part = "" if len(idle) == len(group) else f"{', '.join(one.name for one in idle)} in "
            yield Problem(article=group[0].article, at=at, message=f"{part}{label} suppresses nothing: take it out")


def _findings(rule: Rule, problems: Iterable[Problem]) -> Iterator[Finding]:
    """One finding for all problems in the same place."""
    merged: dict[tuple[str, Span], tuple[Article, list[str]]] = {}
    for one in problems:
        merged.setdefault((one.article.id, one.at), (one.article, []))[1].append(one.message)
    for (_, span), (article, messages) in merged.items():
        place = Place(article=article.id, role=article.role, kind=PlaceKind.EVIDENCE, span=span)
        yield Finding(
            code=rule.code,
            name=rule.name,
            severity=Severity(rule.severity),
            confidence=1.0,
            message="; ".join(dict.fromkeys(messages)),
            places=(place,),
        )
