"""Which sentences, and which claims, of several articles speak of the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from consistency.align.article_pair import ArticlePair
from consistency.align.attribution import attributions
from consistency.align.claim_clusters import cluster_claims
from consistency.align.excess import exceeded
from consistency.align.limits import limited
from consistency.align.merge_sources import Producer, merge_sources, repeated_in_sources
from consistency.align.names import names
from consistency.align.quotations import quotations, quote_clusters
from consistency.align.statements import statements
from consistency.align.substitutions import substitutions
from consistency.align.token_diff import produce as wordings
from consistency.align.unaligned.clauses import clauses
from consistency.align.unaligned.sentences import passages
from consistency.align.within_article import within_article
from consistency.align.word_alignment import Embedded
from consistency.types import ONE_STORY, Alignment, AlignmentKind, ParsedArticle

__all__ = [
    "PRODUCERS",
    "ArticlePair",
    "Embedded",
    "cluster_claims",
    "compared",
    "exceeded",
    "limited",
    "pair",
    "quote_clusters",
    "within_article",
]

#: Kinds that are aligned over all articles at once, or within one.
_ELSEWHERE = {AlignmentKind.FIGURE, AlignmentKind.INTERNAL, AlignmentKind.RECKONING}

#: The other kinds, and what aligns them in two articles.
PRODUCERS: dict[AlignmentKind, Producer] = {
    AlignmentKind.QUOTE: quotations,
    AlignmentKind.STATEMENT: statements,
    AlignmentKind.NAME: names,
    AlignmentKind.WORDING: wordings,
    AlignmentKind.ATTRIBUTION: attributions,
    AlignmentKind.SENTENCE: passages,
    AlignmentKind.FRAME: substitutions,
    AlignmentKind.CLAUSE: clauses,
}

if missing := set(AlignmentKind) - PRODUCERS.keys() - _ELSEWHERE:
    raise RuntimeError(f"nothing aligns {', '.join(sorted(missing))}")


def pair(left: ParsedArticle, right: ParsedArticle, one: Sequence[Embedded], two: Sequence[Embedded]) -> ArticlePair:
    """The aligned sentences of two tellings; none where they do not tell the same story."""
    import numpy as np

    from consistency.align.same_event import same_event, same_short, too_short
    from consistency.align.sentence_alignment import links

    if not one or not two:
        return ArticlePair(left=left, right=right, linked={}, related=0.0, one=one, two=two)
    a, b = np.stack([e.vector for e in one]), np.stack([e.vector for e in two])
    found = links(left.sentences, right.sentences, a, b)
    if too_short(left.sentences, right.sentences):
        related = same_short(left.sentences, right.sentences, one, two)
    else:
        related = same_event(left.sentences, right.sentences, found, a, b)
    linked = {(link.left, link.right): link.score for link in found} if related >= ONE_STORY else {}
    return ArticlePair(left=left, right=right, linked=linked, related=related, one=one, two=two)


def compared(pairings: Mapping[tuple[int, int], ArticlePair], matters: set[AlignmentKind]) -> Iterator[Alignment]:
    """The alignments of those matters, each left telling against all its right ones; sources are not judged."""
    among = repeated_in_sources(pairings.values())
    judged: dict[int, dict[int, ArticlePair]] = defaultdict(dict)
    for (i, k), pairing in sorted(pairings.items(), key=lambda item: item[0]):
        if not pairing.among_sources:
            judged[i][k] = pairing
    for matter, produce in PRODUCERS.items():
        if matter in matters:
            for mine in judged.values():
                yield from merge_sources(produce, mine, among)
