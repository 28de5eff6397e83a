"""Claims of one article that speak of the same thing: headline and body, or two passages of the body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from itertools import combinations, product
from typing import Any

import numpy as np

from consistency.align.builders import claims_side
from consistency.align.claim_similarity import context_similarity
from consistency.align.limits import nearest, share
from consistency.align.word_alignment import Embedded
from consistency.claims.agreement import agrees, same_kind
from consistency.claims.kinds import MATCHED, matching_of
from consistency.quantities.arithmetic import arithmetic
from consistency.thresholds.claims import COSINE_ROUNDING, HEADLINE_COSINE, REPEATED_IN_BODY, REPEATED_IN_HEADLINE
from consistency.types import Alignment, AlignmentKind, Claim, ParsedArticle, Sentence, SentenceKind
from consistency.types.limits import CONTRADICTIONS, PAIRS_OF_CLAIMS

HEADS = (SentenceKind.HEADLINE, SentenceKind.STANDFIRST)


def within_article(doc: ParsedArticle, embedded: Sequence[Embedded]) -> tuple[Alignment, ...]:
    """Claims of one article that should agree and do not, or figure up; one embedding for each sentence."""
    vectors = [e.vector for e in embedded]
    return arithmetic(doc) + tuple(
        Alignment(
            sides=(claims_side(doc, one), claims_side(doc, two)),
            score=score,
            context_overlap=score,
            kind=AlignmentKind.INTERNAL,
            producer="within_article",
        )
        for one, two, score in _pairs(doc, vectors)
    )


def _pairs(doc: ParsedArticle, vectors: Sequence[Any]) -> Iterator[tuple[Claim, Claim, float]]:
    claims = [c for c in doc.claims if c.kind in MATCHED and not _tabled(c)]
    heads = [c for c in claims if doc.sentences[c.sentence].kind in HEADS]
    near = lru_cache(maxsize=len(HEADS))(partial(_near, np.array(vectors)))
    found: Counter[int] = Counter()
    for one, two in _both(claims, heads):
        if found[id(one)] >= CONTRADICTIONS or not near(one.sentence)[two.sentence]:
            continue
        if not same_kind(one, two) or agrees(one, two) is not False:
            continue
        alike = float(vectors[one.sentence] @ vectors[two.sentence])
        kin = context_similarity(one, two)
        if alike >= HEADLINE_COSINE and kin >= _least(doc.sentences[one.sentence], doc.sentences[two.sentence]):
            found[id(one)] += 1
            yield one, two, round((alike * kin) ** 0.5, 4)


def _both(claims: list[Claim], heads: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Every two claims; of very many, each of the heads with all, and of the body those near each other."""
    if len(claims) * len(claims) <= 2 * PAIRS_OF_CLAIMS:
        yield from combinations(claims, 2)
        return
    yield from product(nearest(heads, 0.0, PAIRS_OF_CLAIMS // len(claims)), claims)
    following = share(PAIRS_OF_CLAIMS, len(claims))
    for n, one in enumerate(claims):
        yield from ((one, two) for two in claims[n + 1 : n + 1 + following])


def _near(vectors: Any, sentence: int) -> Sequence[bool]:
    """Which other sentences may be like one: the claims of the rest are spared the closer look that they fail."""
    # A product with many vectors may add up in another order than that with one.
    alike = vectors @ vectors[sentence] >= HEADLINE_COSINE - COSINE_ROUNDING
    alike[sentence] = False
    told: Sequence[bool] = alike.tolist()
    return told


def _tabled(claim: Claim) -> bool:
    """Whether a claim is a line of a table ("2014: the Rovers") or of a sort of which an article has several."""
    return _is_label(claim) or not matching_of(claim).contradictable(claim)


def _is_label(claim: Claim) -> bool:
    """Whether a claim begins its sentence and a colon follows: "2014: the Rovers"."""
    return not claim.context.before and claim.context.after.startswith(":")


def _least(one: Sentence, two: Sentence) -> float:
    return REPEATED_IN_HEADLINE if (one.kind in HEADS) != (two.kind in HEADS) else REPEATED_IN_BODY
