"""One figure, date or rank in any number of articles; and the claim matrix of who states it, differs or is silent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import fmean

from consistency.align.article_pair import ArticlePair
from consistency.align.builders import claims_side, silent_side
from consistency.align.claim_matching import Match
from consistency.align.claim_similarity import context_similarity, surroundings
from consistency.align.restatements import restated, unsupported
from consistency.claims.agreement import contradict
from consistency.claims.kinds import MATCHED, matching_of
from consistency.language.inflection import suffix_stems
from consistency.thresholds.claims import FURTHER_PARTNER, MATRIX_ARTICLES
from consistency.types import Alignment, Article, Claim, MatrixCell, MatrixRow, ParsedArticle, Place, PlaceKind, Side

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
    sides = [claims_side(docs[i], claim)]
    scores: list[float] = []
    covers: list[float] = []
    for j, other in enumerate(docs):
        found = _surest(matches[i, j].get(c, []) if (i, j) in matches else [])
        if found:
            sides.append(claims_side(other, *(other.claims[m.right] for m in found)))
            scores.append(max(m.score for m in found))
            covers.append(max(context_similarity(claim, other.claims[m.right]) for m in found))
        elif j != i and not _said(claim, docs[i], other, links := pairings[i, j].links(claim.sentence)):
            sides.append(silent_side(other, links))
            covers.append(_cover(claim, other, links) if links else 0.0)
    if scores or covers:
        related = max(pairings[i, j].related for j in range(len(docs)) if j != i)
        yield Alignment(
            sides=tuple(sides),
            score=fmean(scores or [1.0]),
            context_overlap=max(covers, default=1.0),
            same_event=related,
            producer="claim_clusters",
            unsupported=(not scores or matching_of(claim).unsupported_if_matched)
            and all(unsupported(claim, other, len(docs[i].claims)) for j, other in enumerate(docs) if j != i),
        )


def _surest(found: list[Match]) -> list[Match]:
    """The matches of a claim without those that are much less sure than its best."""
    best = max((m.score for m in found), default=0.0)
    return [m for m in found if m.score >= FURTHER_PARTNER * best]


def _cover(claim: Claim, other: ParsedArticle, links: Mapping[int, float]) -> float:
    """How much of what stands around a claim also stands in the aligned sentences of another telling."""
    around = surroundings(claim.context)
    told = frozenset().union(*(suffix_stems(other.sentences[sentence].text) for sentence in links))
    total = sum(around.values())
    return sum(weight for word, weight in around.items() if word in told) / total if total else 0.0


def facts(alignments: Iterable[Alignment], articles: Sequence[Article]) -> tuple[MatrixRow, ...]:
    """One fact for each group of counted claims or quotations, in the order of the first article that states it.

    An article that says the same elsewhere, outside the group, has no voice in it. None for fewer
    than three articles.
    """
    if len(articles) < MATRIX_ARTICLES:
        return ()
    order = {article.id: i for i, article in enumerate(articles)}
    found = [_fact(a.sides, order) for a in alignments if len(a.sides) > 1]
    return tuple(sorted(found, key=lambda fact: _position(fact, order)))


def _fact(sides: Sequence[Side], order: dict[str, int]) -> MatrixRow:
    camps = _camps([side for side in sides if side.claims])
    number = {article: i for i, camp in enumerate(camps) for article in camp}
    voices = [
        MatrixCell(
            article=side.article, places=tuple(_place(side, c) for c in side.claims), cluster=number.get(side.article)
        )
        for side in sorted(sides, key=lambda side: order[side.article])
    ]
    return MatrixRow(kind=next(side.claims[0].kind for side in sides if side.claims), voices=tuple(voices))


def _camps(speaking: Sequence[Side]) -> list[list[str]]:
    """The articles that do not contradict each other together, the most first."""
    camps: list[list[Side]] = []
    for side in speaking:
        home = next((camp for camp in camps if not any(_contradict(side, other) for other in camp)), None)
        if home is None:
            camps.append([side])
        else:
            home.append(side)
    return [[side.article for side in camp] for camp in sorted(camps, key=len, reverse=True)]


def _contradict(one: Side, two: Side) -> bool:
    return all(contradict(a, b) for a in one.claims for b in two.claims)


def _place(side: Side, claim: Claim) -> Place:
    return Place(article=side.article, role=side.role, kind=PlaceKind.EVIDENCE, span=claim.span)


def _position(fact: MatrixRow, order: dict[str, int]) -> tuple[int, int, int]:
    first = next(place for voice in fact.voices for place in voice.places)
    return order[first.article], first.span.start, first.span.end
