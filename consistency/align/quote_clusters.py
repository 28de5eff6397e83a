"""One quotation in any number of articles: who prints it, in which words, and who does not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from consistency.align.article_pair import ArticlePair
from consistency.align.quotations import quotations
from consistency.types import Alignment, AlignmentKind, Claim, ClaimKind, ParsedArticle, Side

Place = tuple[int, int]


def quote_clusters(
    docs: Sequence[ParsedArticle], pairings: Mapping[tuple[int, int], ArticlePair]
) -> tuple[Alignment, ...]:
    """A group for each quotation: a side for each telling, without claims where it does not print it.

    Quotations are one if any two tellings have them as one; none in articles that tell another story.
    """
    owner = {(i, n): (i, n) for i, doc in enumerate(docs) for n, c in enumerate(doc.claims) if _quoted(c)}
    numbers = [{id(claim): n for n, claim in enumerate(doc.claims)} for doc in docs]
    for (i, j), pairing in pairings.items():
        for left, right in _same(pairing):
            _join(owner, (i, numbers[i][id(left)]), (j, numbers[j][id(right)]))
    groups: dict[Place, list[Place]] = defaultdict(list)
    for place in owner:
        groups[_root(owner, place)].append(place)
    return tuple(_alignment(docs, places) for places in groups.values())


def _quoted(claim: Claim) -> bool:
    """Whether a claim is speech; single words in quotation marks are nobody's alone."""
    return claim.kind is ClaimKind.QUOTE and claim.form != "word"


def _same(pairing: ArticlePair) -> list[tuple[Claim, Claim]]:
    found = [a.sides for a in quotations(pairing) if a.sides[0].claims and a.sides[1].claims]
    return [
        (one.claims[0], claim)
        for one, two in found
        for claim in two.claims
        if _quoted(one.claims[0]) and _quoted(claim)
    ]


def _root(owner: dict[Place, Place], place: Place) -> Place:
    while owner[place] != place:
        # each place looked at on the way is brought nearer to its root
        owner[place] = owner[owner[place]]
        place = owner[place]
    return place


def _join(owner: dict[Place, Place], one: Place, two: Place) -> None:
    first, second = sorted((_root(owner, one), _root(owner, two)))
    owner[second] = first


def _alignment(docs: Sequence[ParsedArticle], places: Sequence[Place]) -> Alignment:
    sides = tuple(
        Side(
            article=doc.article.id,
            role=doc.article.role,
            claims=tuple(doc.claims[n] for i, n in places if i == at),
        )
        for at, doc in enumerate(docs)
    )
    return Alignment(sides=sides, score=1.0, kind=AlignmentKind.QUOTE)
