"""From sentences to claims: every kind of claim is found by its concept; what qualifies it is added here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from consistency.claims.kinds import KINDS, finders
from consistency.extract.qualifiers import qualities, sourced
from consistency.language.surface import REMEMBERED
from consistency.types import Article, Claim, Sentence, limits
from consistency.types.claim_kind import Attributions
from consistency.types.extraction import Extraction, context_of, text_span


def extract(
    article: Article, sentences: Sequence[Sentence], attributions: Attributions | None = None
) -> tuple[Claim, ...]:
    """The claims of an article, in the order of the text; ``attributions`` is what ``sourced`` found, if at hand."""
    attributions = sourced(sentences) if attributions is None else attributions
    found = [
        claim
        for sentence in sentences
        if sentence.checkable
        for claim in _claims(article, sentence, sentences, attributions)
    ]
    for spec in KINDS:
        found += spec.find_in_article(article, sentences, attributions)
    return tuple(sorted(found, key=lambda claim: claim.span))


def find(text: str, article: Article) -> list[Extraction]:
    """The claims that one sentence shows by itself; no two overlap."""
    return list(_found(text, article.published))


@lru_cache(maxsize=REMEMBERED)
def _found(text: str, published: date | None) -> tuple[Extraction, ...]:
    found: list[Extraction] = []
    for spec in finders():
        found += spec.find(text, published, [one.span for one in found])
    return tuple(sorted(found, key=lambda one: one.span))


def _claims(
    article: Article, sentence: Sentence, sentences: Sequence[Sentence], attributions: Attributions
) -> Iterator[Claim]:
    for found in find(sentence.text, article)[: limits.CLAIMS]:
        yield Claim(
            article=article.id,
            sentence=sentence.index,
            kind=found.kind,
            span=sentence.raw(found.span),
            text=sentence.raw(found.span).cut(article.text),
            context=context_of(sentence, found.span),
            figure=text_span(sentence, found.core),
            quantity=found.quantity,
            moment=found.moment,
            rank=found.rank,
            rank_scale=found.scale,
            counted=text_span(sentence, found.counted) if found.counted else None,
            basis=text_span(sentence, found.basis) if found.basis else None,
            **qualities(sentence, found.span, sentences, attributions),
        )
