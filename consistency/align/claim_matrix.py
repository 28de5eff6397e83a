"""Who says what of a fact, who is silent and who stands alone: the rows of the claim matrix."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from consistency.claims.agreement import contradict
from consistency.thresholds.claims import MATRIX_ARTICLES
from consistency.types import Alignment, Article, Claim, MatrixCell, MatrixRow, Place, PlaceKind, Side


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
