"""Notes on what is meant to suppress and does not: it cannot be understood, it has ended, nothing is there."""

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
    told: Sequence[Suppression],
    problems: Sequence[Problem],
    meant: Sequence[Sequence[Suppression]],
    findings: Sequence[Finding],
    rules: Sequence[Rule],
    settings: Settings,
) -> list[Finding]:
    """One finding for each place of an article that suppresses nothing, if that rule was selected.

    ``meant`` are the suppressions that match each of the ``findings``.
    """
    rule = next((rule for rule in rules if rule.code == CODE), None)
    if rule is None:
        return []
    ended = [*_ended(told), *_ended_elsewhere(meant, findings)]
    used = {id(one) for found in meant for one in found}
    articles = {a.id: a for a in (*(one.article for one in told), *(one.article for one in problems))}
    looked = {id: _looked(article, rules, settings) for id, article in articles.items()}
    unused = _unused([one for one in told if one.ended is None], used, looked) if _thorough(settings) else ()
    return list(_findings(rule, [one for one in (*problems, *ended, *unused) if CODE in looked[one.article.id]]))


def _looked(article: Article, rules: Sequence[Rule], settings: Settings) -> set[str]:
    """The codes of the rules that this article was checked for."""
    ignored = ignored_in(article.path, settings)
    return {rule.code for rule in rules if not any(covers(prefix, rule.code) for prefix in ignored)}


def _thorough(settings: Settings) -> bool:
    """Whether what was not found may be taken for what is not there: a run can be asked for the sure ones alone."""
    return settings.min_confidence <= _DEFAULT.min_confidence


def _ended(told: Iterable[Suppression]) -> Iterator[Problem]:
    for one in told:
        if one.ended and one.at:
            yield Problem(article=one.article, at=one.at, message=_end(one))


def _ended_elsewhere(meant: Sequence[Sequence[Suppression]], findings: Sequence[Finding]) -> Iterator[Problem]:
    """What has ended in the settings is told where it would have held."""
    for found, finding in zip(meant, findings, strict=True):
        acting = any(one.ended is None for one in found)
        for one in found:
            here = [place.span for place in finding.places if place.article == one.article.id]
            if one.ended and not one.at and not acting:
                yield Problem(article=one.article, at=next(iter(here), Span(0, 0)), message=_end(one))


def _end(one: Suppression) -> str:
    return f"{one.told} ended on {one.ended}: look again, then renew it or take it out"


def _unused(told: Iterable[Suppression], used: set[int], looked: dict[str, set[str]]) -> Iterator[Problem]:
    groups: dict[tuple[str, Span | None, str], list[Suppression]] = {}
    for one in told:
        groups.setdefault((one.article.id, one.at, one.told), []).append(one)
    for (_, at, said), group in groups.items():
        codes = looked[group[0].article.id] - {CODE}
        idle = [one for one in group if id(one) not in used and one.must and codes & one.spans.keys()]
        if idle and at:
            part = "" if len(idle) == len(group) else f"{', '.join(one.name for one in idle)} in "
            yield Problem(article=group[0].article, at=at, message=f"{part}{said} suppresses nothing: take it out")


def _findings(rule: Rule, problems: Iterable[Problem]) -> Iterator[Finding]:
    """What is wrong in one place is told once."""
    said: dict[tuple[str, Span], tuple[Article, list[str]]] = {}
    for one in problems:
        said.setdefault((one.article.id, one.at), (one.article, []))[1].append(one.message)
    for (_, span), (article, messages) in said.items():
        place = Place(article=article.id, role=article.role, kind=PlaceKind.EVIDENCE, span=span)
        yield Finding(
            code=rule.code,
            name=rule.name,
            severity=Severity(rule.severity),
            confidence=1.0,
            message="; ".join(dict.fromkeys(messages)),
            places=(place,),
        )
