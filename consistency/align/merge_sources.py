"""From differences against each source to differences against the sources.

What one source words otherwise is no fault of the draft where another source tells the same passage
as the draft does; and the same difference against three sources is one difference with three places.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from consistency.align.article_pair import ArticlePair
from consistency.language.terms import terms
from consistency.names.index import telling_knows
from consistency.thresholds.sentences import SAME_OMISSION, SOURCE_REPORTS_PASSAGE
from consistency.types import Alignment, Role, Side, Span
from consistency.types.limits import LOOKUP_CHARACTERS

Producer = Callable[[ArticlePair], Iterable[Alignment]]

#: Sentences of different sources that tell the same: article and sentence of both.
Repeated = frozenset[tuple[tuple[str, int], tuple[str, int]]]

#: Marks at the ends of a quotation are the desk's.
PUNCTUATION = " .,;:!?\"'“”‘’"


def repeated_in_sources(pairings: Iterable[ArticlePair]) -> Repeated:
    """The sentences of two sources that are aligned with each other."""
    return frozenset(
        ((pairing.left.article.id, a), (pairing.right.article.id, b))
        for pairing in pairings
        if pairing.among_sources
        for a, b in pairing.linked
    )


def merge_sources(
    produce: Producer, pairings: Mapping[int, ArticlePair], among: Repeated = frozenset()
) -> Iterator[Alignment]:
    """The alignments of one left telling with several right ones, merged; ``pairings`` by right telling."""
    found = {j: list(produce(pairing)) for j, pairing in pairings.items()}
    known = _Others(found, among) if len(found) > 1 else None
    done: set[tuple[int, int]] = set()
    for j, alignments in found.items():
        for n, alignment in enumerate(alignments):
            if (j, n) in done:
                continue
            same = [
                (k, m) for k, m in (known.likely(alignment, j) if known else ()) if _same(alignment, found[k][m], among)
            ]
            done.update(same)
            speaking = {j, *(k for k, _ in same)}
            if not _supported(alignment, speaking, pairings):
                yield _merged(alignment, [found[k][m] for k, m in same])


class _Others:
    """The alignments with each right telling, to be found by what they concern."""

    def __init__(self, found: Mapping[int, Sequence[Alignment]], among: Repeated) -> None:
        self._order = {k: n for n, k in enumerate(found)}
        self._at: dict[Hashable, list[tuple[int, int]]] = defaultdict(list)
        self._akin: dict[Hashable, list[tuple[str, int]]] = defaultdict(list)
        for one, two in among:
            self._akin[one].append(two)
        for k, alignments in found.items():
            for m, alignment in enumerate(alignments):
                for key in _keys(alignment):
                    self._at[key].append((k, m))

    def likely(self, alignment: Alignment, after: int) -> list[tuple[int, int]]:
        """Those with later tellings that may be the same as this one, in order."""
        keys = _keys(alignment)
        keys |= {two for one in keys for two in self._akin.get(one, ())}
        near = {place for key in keys for place in self._at.get(key, ()) if place[0] > after}
        return sorted(near, key=lambda place: (self._order[place[0]], place[1]))


def _keys(alignment: Alignment) -> set[Hashable]:
    """The stretches of the left telling that an alignment concerns; of what that lacks, words and sentence."""
    spans = _evidence(alignment.sides[0])
    if spans:
        return {
            at for span in spans for at in range(span.start // LOOKUP_CHARACTERS, span.end // LOOKUP_CHARACTERS + 1)
        }
    phrase = alignment.sides[-1].phrase
    place = [(phrase.sentence.article, phrase.sentence.index)] if phrase else []
    return {_words(alignment), *place}


def _same(one: Alignment, two: Alignment, among: Repeated) -> bool:
    """Whether two alignments concern the same words of the left telling, or drop the same words of the right."""
    left, right = _evidence(one.sides[0]), _evidence(two.sides[0])
    if left and right:
        return any(a.overlaps(b) for a in left for b in right)
    return not left and not right and (_words(one) == _words(two) or _told_alike(one, two, among))


def _told_alike(one: Alignment, two: Alignment, among: Repeated) -> bool:
    """Whether two sources say in aligned sentences, in much the same words, what the left telling leaves out."""
    left, right = one.sides[-1].phrase, two.sides[-1].phrase
    if not left or not right:
        return False
    places = (left.sentence.article, left.sentence.index), (right.sentence.article, right.sentence.index)
    first, second = ({term.stem for term in terms(phrase.text)} for phrase in (left, right))
    return places in among and len(first & second) >= max(SAME_OMISSION * min(len(first), len(second)), 1)


def _evidence(side: Side) -> list[Span]:
    spans = [claim.span for claim in side.claims]
    return [*spans, side.phrase.span] if side.phrase else spans


def _words(alignment: Alignment) -> str:
    side = alignment.sides[-1]
    told = [claim.figure.text if claim.figure else claim.text for claim in side.claims]
    return (side.phrase.text if side.phrase else " ".join(told)).lower().strip(PUNCTUATION)


def _supported(alignment: Alignment, speaking: set[int], pairings: Mapping[int, ArticlePair]) -> bool:
    """Whether a source that tells the passage does not differ from the draft there."""
    if _named(alignment, pairings):
        return True
    spans = _evidence(alignment.sides[0])
    if not spans or alignment.sides[0].role is not Role.DRAFT:
        return False
    return any(_tells(pairing, spans) for k, pairing in pairings.items() if k not in speaking)


def _named(alignment: Alignment, pairings: Mapping[int, ArticlePair]) -> bool:
    """Whether a name that one source lacks stands in another."""
    head, *rest = alignment.sides
    if head.mention is None or any(side.mention for side in rest):
        return False
    return any(telling_knows(pairing.right, head.mention) for pairing in pairings.values())


def _tells(pairing: ArticlePair, spans: Sequence[Span]) -> bool:
    sentences = [s.index for s in pairing.left.sentences if any(s.span.overlaps(span) for span in spans)]
    return any(score >= SOURCE_REPORTS_PASSAGE for s in sentences for score in pairing.links(s).values())


def _merged(alignment: Alignment, others: Sequence[Alignment]) -> Alignment:
    """One alignment with the sides of all, seen from the source that keeps closest to the draft."""
    first, *rest = sorted([alignment, *others], key=lambda one: -one.context_overlap)
    extra = tuple(side for other in rest for side in other.sides[1:])
    return replace(first, sides=(*first.sides, *extra)) if extra else first
