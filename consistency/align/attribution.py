"""Who is given for one passage in two tellings: the same source, another one, or nobody on one side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from consistency.agree.claims import agrees
from consistency.agree.sources import nobody, same_source, unlike
from consistency.align.match import match
from consistency.align.pairing import Pairing
from consistency.align.terms import Term, terms
from consistency.types import (
    Alignment,
    Attributed,
    Claim,
    ClaimKind,
    Matter,
    Part,
    SentenceKind,
    Side,
    SourceKind,
    Span,
    Telling,
)

#: Share of a passage's content words that must return for two sentences to tell the same.
SAME = 0.6

#: What a side says of a passage: it names a source, a neighbouring sentence does, or nobody does.
GIVEN, CARRIED, PLAIN = "given", "carried", "plain"


class _Passage(NamedTuple):
    """A sentence of one telling."""

    telling: Telling
    at: int

    @property
    def text(self) -> str:
        return self.telling.sentences[self.at].text

    @property
    def said(self) -> tuple[Attributed, ...]:
        return self.telling.attributions[self.at]

    @property
    def near(self) -> list[Attributed]:
        """What the sentences next to it attribute."""
        last = len(self.telling.sentences)
        return [one for n in (self.at - 1, self.at + 1) if 0 <= n < last for one in self.telling.attributions[n]]


def attributions(pairing: Pairing) -> Iterator[Alignment]:
    """Passages told on both sides that are given to different sources, or to one on one side only."""
    done: set[tuple[Span, ...]] = set()
    for i, j in _mutual(pairing):
        for alignment in _compared(_Passage(pairing.left, i), _Passage(pairing.right, j), pairing):
            done.add(_sources(alignment))
            yield alignment
    yield from _figures(pairing, done)


def _mutual(pairing: Pairing) -> Iterator[tuple[int, int]]:
    """Sentences that are each other's best, both of which can make claims."""
    best_left: dict[int, int] = {}
    best_right: dict[int, int] = {}
    for (i, j), _ in sorted(pairing.linked.items(), key=lambda item: (-item[1], item[0])):
        best_left.setdefault(i, j)
        best_right.setdefault(j, i)
    for i, j in sorted(best_left.items()):
        if best_right[j] == i and pairing.left.sentences[i].checkable and pairing.right.sentences[j].checkable:
            yield i, j


def _compared(left: _Passage, right: _Passage, pairing: Pairing) -> Iterator[Alignment]:
    ours, theirs = _leftover(left.said, right.said)
    for one in list(theirs):
        cover = _told(one, right, left)
        other = next((two for two in ours if _meets(one, right, two, left)), None)
        if cover < SAME:
            continue
        if other is not None:
            ours.remove(other)
            yield _alignment(_given(left, other), _given(right, one), cover, pairing)
        elif _bodies(left, right) and not any(_unclear(two) for two in left.said):
            yield _alignment(_plain(left, one, right), _given(right, one), cover, pairing)
    for one in ours:
        cover = _told(one, left, right)
        if cover >= SAME and _bodies(left, right) and not any(_unclear(two) for two in right.said):
            yield _alignment(_given(left, one), _plain(right, one, left), cover, pairing)


def _bodies(left: _Passage, right: _Passage) -> bool:
    """Whether both sentences are of the kind that names its sources: headlines leave them out."""
    return all(one.telling.sentences[one.at].kind is SentenceKind.BODY for one in (left, right))


def _leftover(left: Sequence[Attributed], right: Sequence[Attributed]) -> tuple[list[Attributed], list[Attributed]]:
    """The attributions of both sides that name a source and find none on the other side that may be it."""
    ours, theirs = list(left), list(right)
    for sure in (True, False):
        for one in list(ours):
            found = next((two for two in theirs if _agree(one, two, sure=sure)), None)
            if found is not None:
                ours.remove(one)
                theirs.remove(found)
    return [one for one in ours if not _unclear(one)], [two for two in theirs if not _unclear(two)]


def _agree(one: Attributed, two: Attributed, *, sure: bool) -> bool:
    """Whether two attributions are to one source, surely or perhaps."""
    if SourceKind.HEARSAY in (one.kind, two.kind):
        return one.kind is two.kind or not sure
    if one.speaker is None or two.speaker is None:
        return not sure
    verdict = same_source(one.speaker, two.speaker)
    return verdict is True or (not sure and verdict is None and not unlike(one.speaker, two.speaker))


def _unclear(one: Attributed) -> bool:
    """Whether an attribution does not tell to whom."""
    return one.kind is not SourceKind.HEARSAY and (one.speaker is None or nobody(one.speaker))


def _told(one: Attributed, home: _Passage, other: _Passage) -> float:
    """How much of what is attributed the other sentence tells, and of what that tells is attributed here; the less."""
    own = _content(home, one.scope)
    there = _content(other, (Span(0, len(other.text)),))
    here = _content(home, (Span(0, len(home.text)),))
    if not own or not there:
        return 0.0
    return min(_share(own, there), _share(there, here))


def _content(passage: _Passage, scope: Sequence[Span]) -> list[Term]:
    """The content words of some ranges, without those that say who speaks."""
    spared = [span for one in passage.said if one.home == 0 for span in (one.cue, one.source) if span]
    found = [term for term in terms(passage.text) if any(part.covers(term.span) for part in scope)]
    return [term for term in found if not any(span.overlaps(term.span) for span in spared)]


def _share(some: Sequence[Term], others: Sequence[Term]) -> float:
    known = {term.stem for term in others}
    total = sum(term.weight for term in some)
    return sum(term.weight for term in some if term.stem in known) / total if total else 0.0


def _meets(one: Attributed, home: _Passage, two: Attributed, other: _Passage) -> bool:
    """Whether two attributions cover the same."""
    return _share(_content(home, one.scope), _content(other, two.scope)) >= SAME


def _given(passage: _Passage, one: Attributed) -> Claim:
    """What is attributed, with its source."""
    sentence = passage.telling.sentences[passage.at + one.home]
    span = one.source or one.cue
    text = one.speaker if one.kind is SourceKind.SPEAKER and one.speaker else span.cut(sentence.text)
    whole = Span(min(span.start, one.cue.start), max(span.end, one.cue.end))
    return _claim(passage, sentence.raw(whole), Part(span=sentence.raw(span), text=text), one.kind.value)


def _plain(passage: _Passage, one: Attributed, source: _Passage) -> Claim:
    """The words of a passage that tell what another telling attributes, and the source next to them, if it is there."""
    known = {term.stem for term in _content(source, one.scope)}
    found = [term.span for term in terms(passage.text) if term.stem in known]
    span = Span(found[0].start, found[-1].end) if found else Span(0, len(passage.text))
    carried = any(_agree(one, near, sure=True) for near in [*passage.said, *passage.near])
    return _claim(passage, passage.telling.sentences[passage.at].raw(span), None, CARRIED if carried else PLAIN)


def _claim(passage: _Passage, span: Span, source: Part | None, form: str) -> Claim:
    article = passage.telling.article
    return Claim(
        article=article.id,
        sentence=passage.at,
        kind=ClaimKind.STATEMENT,
        span=span,
        text=span.cut(article.text),
        context=passage.text,
        form=form,
        attribution=source,
    )


def _alignment(left: Claim, right: Claim, cover: float, pairing: Pairing) -> Alignment:
    return Alignment(
        sides=(_side(pairing.left, left), _side(pairing.right, right)),
        score=1.0,
        cover=round(cover, 4),
        related=pairing.related,
        matter=Matter.ATTRIBUTION,
    )


def _side(telling: Telling, claim: Claim) -> Side:
    return Side(article=telling.article.id, role=telling.article.role, claims=(claim,))


def _figures(pairing: Pairing, done: set[tuple[Span, ...]]) -> Iterator[Alignment]:
    """Equal figures that have other sources, or one on one side only that nothing near the other names."""
    for found in match(pairing.left, pairing.right, pairing.linked):
        left, right = pairing.left.claims[found.left], pairing.right.claims[found.right]
        if left.quantity is None or left.quantity.vague or agrees(left, right) is not True:
            continue
        sides = _sourced(left, pairing.left, right, pairing.right), _sourced(right, pairing.right, left, pairing.left)
        if None not in sides and any(side.attribution for side in sides if side):
            alignment = _alignment(*[side for side in sides if side], found.score, pairing)
            if _sources(alignment) not in done:
                done.add(_sources(alignment))
                yield alignment


def _sourced(claim: Claim, telling: Telling, other: Claim, there: Telling) -> Claim | None:
    """A figure with its source, or that it has none; ``None`` where its source may be one of those around the other."""
    home, away = _Passage(telling, claim.sentence), _Passage(there, other.sentence)
    one = next((one for one in home.said if claim.attribution and _part(home, one) == claim.attribution.span), None)
    if claim.attribution is None:
        theirs = next(
            (two for two in away.said if other.attribution and _part(away, two) == other.attribution.span), None
        )
        carried = theirs is not None and any(_agree(theirs, near, sure=False) for near in home.near)
        return replace(claim, form=CARRIED if carried else PLAIN)
    if one is None or _unclear(one) or any(_unclear(two) or _agree(one, two, sure=False) for two in away.said):
        return None
    return _given(home, one)


def _part(passage: _Passage, one: Attributed) -> Span:
    return passage.telling.sentences[passage.at + one.home].raw(one.source or one.cue)


def _sources(alignment: Alignment) -> tuple[Span, ...]:
    """Where the sources of an alignment stand."""
    return tuple(claim.attribution.span if claim.attribution else Span(0, 0) for claim in alignment.claims)
