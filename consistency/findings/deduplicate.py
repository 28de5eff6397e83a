"""Reports each difference once, if it is likely enough, in the order of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from consistency.settings import Settings
from consistency.settings.rule_codes import covers, ignored_in
from consistency.types import Finding, ParsedArticle, Place, PlaceKind, Role, Severity

#: Returns the probability that a finding is true.
Likely = Callable[[Finding], float]

_own: Likely = attrgetter("confidence")


def deduplicate(
    findings: Iterable[Finding], docs: Sequence[ParsedArticle], settings: Settings, likely: Likely = _own
) -> tuple[Finding, ...]:
    """Findings without duplicates, at or above the least confidence, in the order of the first article.

    ``likely`` turns a rule's own certainty into the reported confidence. Of two findings on the same difference,
    the rules' own certainty decides which remains.
    """
    sure = [f for f in _asked(findings, docs, settings) if likely(f) >= settings.min_confidence]
    distinct = _Index()
    for finding in sorted(sure, key=_strength):
        if not any(_same_difference(finding, other) for other in distinct.touched(finding)):
            distinct.add(finding)
    order = {doc.article.id: i for i, doc in enumerate(docs)}
    calibrated = [replace(finding, confidence=likely(finding)) for finding in _merged(distinct.findings)]
    return tuple(sorted(calibrated, key=lambda f: _position(f, order)))


#: Characters in a bucket of the index of findings by position.
STRETCH = 64


class _Index:
    """The distinct findings so far, indexed by the words that they point at."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self._at: dict[tuple[str, int], list[int]] = {}

    def add(self, finding: Finding) -> None:
        for place in _stretches(finding):
            self._at.setdefault(place, []).append(len(self.findings))
        self.findings.append(finding)

    def touched(self, finding: Finding) -> Iterator[Finding]:
        """The findings that may point at the same words as this finding."""
        near = {n for place in _stretches(finding) for n in self._at.get(place, ())}
        return (self.findings[n] for n in sorted(near))


def _stretches(finding: Finding) -> set[tuple[str, int]]:
    """The buckets, as article and number, that a finding's evidence touches."""
    return {
        (place.article, at)
        for place in finding.places
        if place.kind is PlaceKind.EVIDENCE
        for at in range(place.span.start // STRETCH, place.span.end // STRETCH + 1)
    }


def _asked(findings: Iterable[Finding], docs: Sequence[ParsedArticle], settings: Settings) -> Iterator[Finding]:
    """Findings of rules that the settings do not ignore in the draft, or among peers in the finding's first article."""
    ignored = {t.article.id: ignored_in(t.article.path, settings) for t in docs}
    draft = next((t.article.id for t in docs if t.article.role is Role.DRAFT), None)
    for finding in findings:
        if not any(covers(prefix, finding.code) for prefix in ignored[draft or finding.places[0].article]):
            yield finding


#: Code prefixes of all rules, the most specific first: if several rules find the same difference, the first reports it.
#: Measured values come first, then quotations, then speakers and agents, then modality; "hearsay became fact",
#: "omitted" and "added" are the least specific. Every rule must be covered.
_SPECIFIC = (
    "NUM", "DAT", "QUO", "ATT501", "ENT", "MOD605", "MOD", "ATT", "DOC", "SRC", "COV703", "COV706", "COV", "SUP",
)  # fmt: skip


def specificity(code: str) -> int:
    """The rank of a rule, 0 for the most specific. Raises LookupError for a family that is not listed."""
    place = next((n for n, prefix in enumerate(_SPECIFIC) if code.startswith(prefix)), None)
    if place is None:
        raise LookupError(f"{code} has no place in findings/deduplicate.py among {', '.join(_SPECIFIC)}")
    return place


def _strength(finding: Finding) -> tuple[bool, int, int, float, str]:
    """Sort key of findings on the same difference: first no notes, then the most specific, severest and surest."""
    note = finding.severity is Severity.NOTE
    return (note, specificity(finding.code), finding.severity.rank, -finding.confidence, finding.code)


def _same_difference(one: Finding, two: Finding) -> bool:
    """Whether the evidence of both overlaps in every article in which both have evidence."""
    shared = sorted({p.article for p in one.places} & {p.article for p in two.places})
    both = [(_evidence(one, a), _evidence(two, a)) for a in shared]
    pointing = [(left, right) for left, right in both if left and right]
    return bool(pointing) and all(_touch(left, right) for left, right in pointing)


def _evidence(finding: Finding, article: str) -> list[Place]:
    return [p for p in finding.places if p.article == article and p.kind is PlaceKind.EVIDENCE]


def _touch(one: list[Place], two: list[Place]) -> bool:
    return any(p.span.overlaps(q.span) for p in one for q in two)


def _merged(findings: list[Finding]) -> list[Finding]:
    """Merges findings on a difference repeated in headline, standfirst and body into one with several places."""
    merged: dict[tuple[object, ...], Finding] = {}
    more: dict[tuple[object, ...], list[Place]] = {}
    for finding in findings:
        head, *rest = finding.places
        key = (finding.code, head.article, *rest)
        known = merged.get(key)
        if known and rest and head.kind is PlaceKind.EVIDENCE:
            more.setdefault(key, []).append(head)
        else:
            merged[(*key, head) if known else key] = finding
    return [
        replace(one, places=(one.places[0], *reversed(more[key]), *one.places[1:])) if key in more else one
        for key, one in merged.items()
    ]


def _position(finding: Finding, order: dict[str, int]) -> tuple[int, int, int, str]:
    head = finding.places[0]
    return (order.get(head.article, 0), head.span.start, head.span.end, finding.code)
