"""Who is given for one passage in two tellings: the same source, another one, or nobody on one side."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from consistency.align.article_pair import ArticlePair
from consistency.align.builders import aligned, claims_side
from consistency.attribution.compare import mentioned, nobody, same_source, unlike
from consistency.claims.agreement import agrees
from consistency.language.inflection import prefix_stem
from consistency.language.terms import Term, terms
from consistency.thresholds.claims import ATTRIBUTED_PASSAGE, ATTRIBUTION_SETTLED, UNRECIPROCATED_LINK
from consistency.types import (
    Alignment,
    AlignmentKind,
    Attribution,
    Claim,
    ClaimKind,
    Context,
    Dimension,
    ParsedArticle,
    SentenceKind,
    SourceKind,
    Span,
    TextSpan,
)

#: The form of a side that names no source: a neighbouring sentence does, or nobody does.
CARRIED, PLAIN = "carried", "plain"

#: Stems of units that are as often told by a sign, or left to the reader.
UNITS = frozenset(map(prefix_stem, ("percent", "dollars", "pounds", "euros", "year", "o'clock")))

#: Words of somebody who speaks, given in marks or in the first person.
_OWN = re.compile(r'"|\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me)\b')

_Said = list[Attribution]
_Both = tuple[Attribution, Attribution]


class _Passage(NamedTuple):
    """A sentence of one telling."""

    doc: ParsedArticle
    at: int

    @property
    def text(self) -> str:
        return self.doc.sentences[self.at].text

    @property
    def said(self) -> tuple[Attribution, ...]:
        return self.doc.attributions[self.at]

    @property
    def around(self) -> list[str]:
        """Its words and those of the sentences next to it."""
        return [sentence.text for sentence in self.doc.sentences[max(self.at - 1, 0) : self.at + 2]]

    @property
    def near(self) -> list[Attribution]:
        """What the sentences next to it attribute."""
        last = len(self.doc.sentences)
        return [one for n in (self.at - 1, self.at + 1) if 0 <= n < last for one in self.doc.attributions[n]]


def attributions(pairing: ArticlePair) -> Iterator[Alignment]:
    """Passages told on both sides that are given to different sources, or to one on one side only."""
    found: dict[tuple[Span, ...], Alignment] = {}
    for i, j, sure in _linked(pairing):
        for alignment in _compared(_Passage(pairing.left, i), _Passage(pairing.right, j), pairing, sure):
            found.setdefault(_sources(alignment), alignment)
    surely = {key for key, alignment in found.items() if alignment.context_overlap >= ATTRIBUTION_SETTLED}
    for alignment in _figures(pairing):
        if _sources(alignment) not in surely:
            surely.add(_sources(alignment))
            found[_sources(alignment)] = alignment
    yield from found.values()


def _linked(pairing: ArticlePair) -> Iterator[tuple[int, int, float]]:
    """Sentences that may tell the same, and what that is worth: fully where they are each other's best."""
    best_left: dict[int, int] = {}
    best_right: dict[int, int] = {}
    ranked = sorted(pairing.linked, key=lambda pair: (-pairing.linked[pair], pair))
    for i, j in ranked:
        best_left.setdefault(i, j)
        best_right.setdefault(j, i)
    for i, j in sorted(ranked, key=lambda pair: (best_left[pair[0]] != pair[1], pair)):
        if pairing.left.sentences[i].checkable and pairing.right.sentences[j].checkable:
            yield i, j, 1.0 if (best_left[i], best_right[j]) == (j, i) else UNRECIPROCATED_LINK


def _compared(left: _Passage, right: _Passage, pairing: ArticlePair, sure: float) -> Iterator[Alignment]:
    mine, others, agreed = _leftover(left.said, right.said)
    for one, two in agreed:
        yield _alignment(_given(left, one), _given(right, two), sure * _told(two, right, left), pairing)
    ours, theirs = _distinct(mine), _distinct(others)
    for one in theirs:
        cover = sure * _told(one, right, left)
        other = next((two for two in ours if _meets(one, right, two, left)), None)
        if other is not None:
            ours.remove(other)
            yield _alignment(_given(left, other), _given(right, one), cover, pairing)
        elif _bodies(left, right) and not any(map(_unclear, mine)):
            yield _alignment(_plain(left, one, right), _given(right, one), cover, pairing)
    for one in ours:
        if _bodies(left, right) and not any(map(_unclear, others)):
            cover = sure * _told(one, left, right)
            yield _alignment(_given(left, one), _plain(right, one, left), cover, pairing)


def _bodies(left: _Passage, right: _Passage) -> bool:
    """Whether both sentences are of the kind that names its sources: headlines leave them out."""
    return all(one.doc.sentences[one.at].kind is SentenceKind.BODY for one in (left, right))


def _leftover(left: Sequence[Attribution], right: Sequence[Attribution]) -> tuple[_Said, _Said, list[_Both]]:
    """The attributions of both sides that find no match on the other side, and the pairs that surely match."""
    ours, theirs = list(left), list(right)
    agreed: list[_Both] = []
    for sure in (True, False):
        for one in list(ours):
            found = next((two for two in theirs if _agree(one, two, sure=sure)), None)
            if found is not None:
                ours.remove(one)
                theirs.remove(found)
                agreed += [(one, found)] if sure else []
    return ours, theirs, agreed


def _distinct(found: Sequence[Attribution]) -> list[Attribution]:
    """One clear attribution to each source."""
    return list({one.speaker or one.kind: one for one in reversed(found) if not _unclear(one)}.values())[::-1]


def _agree(one: Attribution, two: Attribution, *, sure: bool) -> bool:
    """Whether two attributions are to one source, surely or perhaps."""
    if SourceKind.HEARSAY in (one.kind, two.kind):
        return one.kind is two.kind or not sure
    if one.speaker is None or two.speaker is None:
        return not sure
    verdict = same_source(one.speaker, two.speaker)
    return verdict is True or (not sure and verdict is None and not unlike(one.speaker, two.speaker))


def _unclear(one: Attribution) -> bool:
    """Whether an attribution does not tell to whom."""
    return one.kind is not SourceKind.HEARSAY and (one.speaker is None or nobody(one.speaker))


def _told(one: Attribution, home: _Passage, other: _Passage) -> float:
    """How much of what is attributed the other sentence tells, and of what that tells is attributed here; the less."""
    own = _content(home, one.scope)
    there = _content(other, (Span(0, len(other.text)),))
    here = _content(home, (Span(0, len(home.text)),))
    if not own or not there:
        return 0.0
    return min(_share(own, there), _share(there, here))


def _content(passage: _Passage, scope: Sequence[Span]) -> list[Term]:
    """The content words of some ranges, without those that say who speaks."""
    spared = tuple([span for one in passage.said if one.sentence_offset == 0 for span in (one.cue, one.source) if span])
    found = _unspared(passage.text, spared)
    return [term for term in found if any(part.covers(term.span) for part in scope)]


@lru_cache(maxsize=512)
def _unspared(text: str, spared: tuple[Span, ...]) -> tuple[Term, ...]:
    """The content words of a sentence outside of some ranges, units left out."""
    taken = sorted(spared)
    ends = list(accumulate((span.end for span in taken), max))

    def free(span: Span) -> bool:
        before = bisect_left(taken, (span.end,))
        return before == 0 or ends[before - 1] <= span.start

    return tuple([term for term in terms(text) if term.stem not in UNITS and free(term.span)])


def _share(some: Sequence[Term], others: Sequence[Term]) -> float:
    known = {term.stem for term in others}
    total = sum(term.weight for term in some)
    return sum(term.weight for term in some if term.stem in known) / total if total else 0.0


def _meets(one: Attribution, home: _Passage, two: Attribution, other: _Passage) -> bool:
    """Whether two attributions cover the same."""
    return _share(_content(home, one.scope), _content(other, two.scope)) >= ATTRIBUTED_PASSAGE


def _given(passage: _Passage, one: Attribution) -> Claim:
    """What is attributed, with its source."""
    sentence = passage.doc.sentences[passage.at + one.sentence_offset]
    span = one.source or one.cue
    text = one.speaker if one.kind is SourceKind.SPEAKER and one.speaker else span.cut(sentence.text)
    whole = Span(min(span.start, one.cue.start), max(span.end, one.cue.end))
    return _claim(passage, sentence.raw(whole), TextSpan(span=sentence.raw(span), text=text), one.kind.value)


def _plain(passage: _Passage, one: Attribution, source: _Passage) -> Claim:
    """The words of a passage that tell what another telling attributes, and the source next to them, if it is there."""
    known = {term.stem for term in _content(source, one.scope)}
    found = [term.span for term in terms(passage.text) if term.stem in known]
    span = Span(found[0].start, found[-1].end) if found else Span(0, len(passage.text))
    carried = _carried(one, passage)
    return _claim(passage, passage.doc.sentences[passage.at].raw(span), None, CARRIED if carried else PLAIN)


def _carried(one: Attribution, passage: _Passage) -> bool:
    """Whether a passage or a sentence next to it names what may be the same source, or it is somebody's own words."""
    named = one.speaker is not None and any(mentioned(one.speaker, text) for text in passage.around)
    if named or _OWN.search(passage.text):
        return True
    person = one.kind is SourceKind.SPEAKER
    near = [two for two in (*passage.said, *passage.near) if person or not _unclear(two)]
    return any(_agree(one, two, sure=False) for two in near)


def _claim(passage: _Passage, span: Span, source: TextSpan | None, form: str) -> Claim:
    article = passage.doc.article
    return Claim(
        article=article.id,
        sentence=passage.at,
        kind=ClaimKind.STATEMENT,
        span=span,
        text=span.cut(article.text),
        # Who a sentence has something from concerns the whole sentence, whichever words name the source.
        context=Context(before=passage.text, after=""),
        form=form,
        attribution=source,
    )


def _alignment(
    left: Claim, right: Claim, cover: float, pairing: ArticlePair, producer: str = "attribution.passages"
) -> Alignment:
    return aligned(
        pairing,
        AlignmentKind.ATTRIBUTION,
        (claims_side(pairing.left, left), claims_side(pairing.right, right)),
        producer=producer,
        score=1.0,
        overlap=round(cover, 4),
    )


def _figures(pairing: ArticlePair) -> Iterator[Alignment]:
    """Equal figures that have other sources, or one on one side only that nothing near the other names."""
    for found in pairing.matches():
        left, right = pairing.left.claims[found.left], pairing.right.claims[found.right]
        if not _telling(left) or agrees(left, right) is not True:
            continue
        ours = _sourced(left, pairing.left, right, pairing.right)
        theirs = _sourced(right, pairing.right, left, pairing.left)
        if ours and theirs and (ours.attribution or theirs.attribution):
            yield _alignment(ours, theirs, found.score, pairing, "attribution.figures")


def _telling(claim: Claim) -> bool:
    """Whether a figure needs a source: not a rough one, and nobody's age."""
    quantity = claim.quantity
    return quantity is not None and not quantity.vague and quantity.dimension is not Dimension.AGE


def _sourced(claim: Claim, doc: ParsedArticle, other: Claim, there: ParsedArticle) -> Claim | None:
    """A figure with its source, or that it has none; ``None`` where its source may be one of those around the other."""
    home, away = _Passage(doc, claim.sentence), _Passage(there, other.sentence)
    one = next((one for one in home.said if claim.attribution and _part(home, one) == claim.attribution.span), None)
    if claim.attribution is None:
        theirs = next(
            (two for two in away.said if other.attribution and _part(away, two) == other.attribution.span), None
        )
        return replace(claim, form=CARRIED if theirs is None or _carried(theirs, home) else PLAIN)
    if one is None or one.kind is SourceKind.HEARSAY or _unclear(one):
        return None
    if any(_unclear(two) or _agree(one, two, sure=False) for two in away.said):
        return None
    return _given(home, one)


def _part(passage: _Passage, one: Attribution) -> Span:
    return passage.doc.sentences[passage.at + one.sentence_offset].raw(one.source or one.cue)


def _sources(alignment: Alignment) -> tuple[Span, ...]:
    """Where the sources of an alignment stand."""
    return tuple(claim.attribution.span if claim.attribution else Span(0, 0) for claim in alignment.claims)
