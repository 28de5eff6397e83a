"""From matched pairs to alignments: one group of claims for each fact, over any number of articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import fmean

from consistency.align.article_pair import ArticlePair
from consistency.align.claim_matching import Match
from consistency.align.claim_similarity import context_similarity, surroundings
from consistency.align.restatements import restated, unsupported
from consistency.claims.kinds import MATCHED, matching_of
from consistency.language.stems import stems
from consistency.thresholds.claims import FURTHER_PARTNER
from consistency.types import Alignment, Claim, ParsedArticle, Side

Pair = tuple[int, int]


def cluster_claims(docs: Sequence[ParsedArticle], pairings: Mapping[Pair, ArticlePair]) -> tuple[Alignment, ...]:
    """The alignments of all claims; each group starts from the first telling that makes the claim.

    ``pairings`` has one entry for every two tellings ``(i, j)``, ``i < j``.
    """
    matches = {key: _by_claim(pairing.matches()) for key, pairing in pairings.items()}
    both = {**pairings, **{(j, i): pairing.flip() for (i, j), pairing in pairings.items()}}
    partners = {(j, m.right) for (_, j), found in matches.items() for some in found.values() for m in some}
    return tuple(
        alignment
        for i, doc in enumerate(docs)
        for c, claim in enumerate(doc.claims)
        if claim.kind in MATCHED and (i, c) not in partners
        for alignment in _around(i, c, docs, both, matches)
    )


def _by_claim(found: Iterable[Match]) -> dict[int, list[Match]]:
    """The matches of each left claim."""
    matches: dict[int, list[Match]] = {}
    for match in found:
        matches.setdefault(match.left, []).append(match)
    return matches


def _said(claim: Claim, own: ParsedArticle, other: ParsedArticle, links: Mapping[int, float]) -> bool:
    """Whether another telling says the same, though not as a partner that is counted."""
    return restated(claim, other, links, len(own.claims)) or matching_of(claim).derivable(claim, own, other)


def _around(
    i: int,
    c: int,
    docs: Sequence[ParsedArticle],
    pairings: Mapping[Pair, ArticlePair],
    matches: Mapping[Pair, Mapping[int, list[Match]]],
) -> Iterator[Alignment]:
    """The group around one claim: its partners, or the silence, in every other telling."""
    claim = docs[i].claims[c]
    sides = [_side(docs[i], (claim,))]
    scores: list[float] = []
    covers: list[float] = []
    for j, other in enumerate(docs):
        found = _surest(matches[i, j].get(c, []) if (i, j) in matches else [])
        if found:
            sides.append(_side(other, tuple(other.claims[m.right] for m in found)))
            scores.append(max(m.score for m in found))
            covers.append(max(context_similarity(claim, other.claims[m.right]) for m in found))
        elif j != i and not _said(claim, docs[i], other, links := pairings[i, j].links(claim.sentence)):
            sides.append(_silent(other, links))
            covers.append(_cover(claim, other, links) if links else 0.0)
    if scores or covers:
        related = max(pairings[i, j].related for j in range(len(docs)) if j != i)
        yield Alignment(
            sides=tuple(sides),
            score=fmean(scores or [1.0]),
            context_overlap=max(covers, default=1.0),
            same_event=related,
            unsupported=(not scores or matching_of(claim).unsupported_if_matched)
            and all(unsupported(claim, other, len(docs[i].claims)) for j, other in enumerate(docs) if j != i),
        )


def _surest(found: list[Match]) -> list[Match]:
    """The matches of a claim without those that are much less sure than its best."""
    best = max((m.score for m in found), default=0.0)
    return [m for m in found if m.score >= FURTHER_PARTNER * best]


def _side(doc: ParsedArticle, claims: tuple[Claim, ...]) -> Side:
    return Side(article=doc.article.id, role=doc.article.role, claims=claims)


def _silent(doc: ParsedArticle, links: Mapping[int, float]) -> Side:
    """The side of a telling that does not make the claim; its anchor is the best aligned sentence."""
    best = max(links, key=lambda s: (links[s], -s), default=None)
    anchor = None if best is None else doc.sentences[best].span
    return Side(article=doc.article.id, role=doc.article.role, anchor=anchor)


def _cover(claim: Claim, other: ParsedArticle, links: Mapping[int, float]) -> float:
    """How much of what stands around a claim also stands in the aligned sentences of another telling."""
    around = surroundings(claim.context)
    told = frozenset().union(*(stems(other.sentences[sentence].text) for sentence in links))
    total = sum(around.values())
    return sum(weight for word, weight in around.items() if word in told) / total if total else 0.0
