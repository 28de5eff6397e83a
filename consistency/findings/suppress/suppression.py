"""The suppressions in comments, front matter and settings, in a common form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from consistency.findings.suppress.accepted import says
from consistency.findings.suppress.clock import today
from consistency.findings.suppress.directive import Directive, Verb, directive, known
from consistency.findings.suppress.scope import codes, enabled, scopes
from consistency.read.comments import words
from consistency.settings import Acceptance, Settings
from consistency.settings.globs import matches
from consistency.settings.rule_codes import covers
from consistency.types import Article, Finding, Role, Span, SuppressionSource


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """Suppresses the findings of a rule, or of all rules with a code prefix, in one article.

    ``spans`` are the ranges, by code, in which the finding must have a place; ``text`` are words that it must
    point at. ``at`` is the suppression's own place in the article, ``label`` its description in messages and
    ``name`` the rule as written. If it has ``ended``, it no longer applies. If it ``must`` match, it is reported
    when unused. If it applies to the ``whole`` draft, it also matches findings with places only in the sources.
    """

    article: Article
    by: SuppressionSource
    name: str
    label: str
    spans: Mapping[str, tuple[Span, ...]]
    at: Span | None = None
    text: str | None = None
    reason: str | None = None
    ended: date | None = None
    must: bool = True
    whole: bool = False

    def matches(self, finding: Finding, articles: dict[str, Article]) -> bool:
        """Whether it applies to a finding."""
        if finding.code not in self.spans:
            return False
        here = [place.span for place in finding.places if place.article == self.article.id]
        meets = any(_meets(span, own) for span in here for own in self.spans[finding.code])
        if not (meets or (self.whole and self.article.role is Role.DRAFT)):
            return False
        return self.text is None or says(finding, self.text, articles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """An error in a suppression."""

    article: Article
    at: Span
    message: str


def suppressions(article: Article, settings: Settings) -> tuple[list[Suppression], list[Problem]]:
    """All suppressions for an article, and the errors in them."""
    comments, wrong = _comments(article)
    fronted, unknown = _fronted(article)
    return [*comments, *fronted, *_settled(article, settings)], [*wrong, *unknown]


def _meets(span: Span, own: Span) -> bool:
    """Whether a place overlaps a range; the place of missing words is an empty span."""
    return span.overlaps(own) or (span.start == span.end and own.start <= span.start <= own.end)


def _comments(article: Article) -> tuple[list[Suppression], list[Problem]]:
    asked = [directive(words(article.text, comment), comment) for comment in article.comments]
    found = [
        Suppression(
            article=article,
            by=SuppressionSource.COMMENT,
            name=name,
            label=f"{one.verb}[{', '.join(one.rules)}]",
            spans={code: spans for code, spans in scope.items() if covers(prefix, code)},
            at=one.span,
            reason=one.reason,
            whole=one.verb is Verb.IGNORE_FILE,
        )
        for one, scope in (zip(asked, scopes(article, asked), strict=True) if asked else ())
        for name, prefix in one.rules.items()
        if one.verb not in (None, Verb.ENABLE)
    ]
    problems = [Problem(article=article, at=one.span, message=message) for one in asked for message in one.problems]
    return found, [*problems, *_idle(article, asked)]


def _idle(article: Article, asked: list[Directive]) -> Iterator[Problem]:
    """Errors for comments that enable rules that are not disabled."""
    disabled: set[str] = set()
    for one in asked:
        if one.verb is Verb.DISABLE:
            disabled |= set(codes(*one.rules.values()))
        elif one.verb is Verb.ENABLE:
            if not disabled & set(enabled(one)):
                yield Problem(article=article, at=one.span, message="enables what is not disabled before it")
            disabled -= set(enabled(one))


def _fronted(article: Article) -> tuple[list[Suppression], list[Problem]]:
    """The suppressions in the front matter: ignored rules and accepted findings, with the errors in them."""
    asked, problems, found = article.request, [], []
    for name in asked.ignore:
        rules, unknown = known([name])
        at = _found(article.text, name, asked.span)
        problems += [Problem(article=article, at=at, message=message) for message in unknown]
        found += [_ignored(article, name, prefix) for prefix in rules.values()]
    for entry in asked.accept:
        rules, unknown = known([entry.rule])
        at = entry.span or _first(article)
        problems += [Problem(article=article, at=at, message=message) for message in unknown]
        found += [_accepted(article, entry, prefix, SuppressionSource.FRONT_MATTER, at) for prefix in rules.values()]
    return found, problems


def _ignored(article: Article, name: str, prefix: str) -> Suppression:
    return Suppression(
        article=article, by=SuppressionSource.FRONT_MATTER, name=name, label=name, spans=_whole(article, prefix),
        must=False, whole=True,
    )  # fmt: skip


def _settled(article: Article, settings: Settings) -> Iterator[Suppression]:
    """The settings' acceptances for this article. Only those for a single article can be reported as unused in it."""
    for entry in settings.accepted:
        if entry.path is not None and not matches(entry.path, article.path, settings.root):
            continue
        rules, _ = known([entry.rule])
        alone = entry.path is not None and not set("*?[{") & set(entry.path) and "/" in entry.path.strip("/")
        at = _first(article) if alone else None
        yield from (_accepted(article, entry, prefix, SuppressionSource.SETTINGS, at) for prefix in rules.values())


def _accepted(article: Article, entry: Acceptance, prefix: str, by: SuppressionSource, at: Span | None) -> Suppression:
    accepted = f'the acceptance of {entry.rule} "{entry.text}"' if entry.text else f"the acceptance of {entry.rule}"
    return Suppression(
        article=article,
        by=by,
        name=entry.rule,
        label=f"{accepted} in the {'front matter' if by is SuppressionSource.FRONT_MATTER else 'settings'}",
        spans=_whole(article, prefix),
        at=at,
        text=entry.text,
        reason=entry.reason,
        ended=entry.until if entry.until and entry.until < today() else None,
        must=at is not None,
        whole=True,
    )


def _whole(article: Article, prefix: str) -> dict[str, tuple[Span, ...]]:
    return dict.fromkeys(codes(prefix), (Span(0, len(article.text)),))


def _first(article: Article) -> Span:
    """The first line, the place of suppressions that are not in the text."""
    line = article.text.splitlines()[0] if article.text.strip() else ""
    return Span(0, len(line))


def _found(text: str, name: str, after: Span | None) -> Span:
    start = text.find(name, after.end if after else 0)
    return Span(start, start + len(name)) if start >= 0 else Span(0, 0)
