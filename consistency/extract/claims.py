"""From sentences to claims: every figure, date and rank with what qualifies it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from consistency.dates.find import dates
from consistency.extract.qualifiers import qualities, sourced
from consistency.language.quotation_marks import Stretch
from consistency.language.surface import REMEMBERED
from consistency.quantities.find import quantities
from consistency.quantities.lists import lists
from consistency.quantities.ranks import ranks
from consistency.quotations.find import Quote, QuoteKind, quotes
from consistency.types import Article, Attribution, Claim, ClaimKind, Sentence, Span, TextSpan, limits
from consistency.types.extraction import Extraction

#: What each sentence gives to a source.
Said = Sequence[Sequence[Attribution]]

#: What stands in a claim's context where its figure stood.
MASK = "_"


def extract(article: Article, sentences: Sequence[Sentence], said: Said | None = None) -> tuple[Claim, ...]:
    """The claims of an article, in the order of the text; ``said`` is what ``sourced`` found, if that is at hand."""
    said = sourced(sentences) if said is None else said
    figures = [
        claim for sentence in sentences if sentence.checkable for claim in _claims(article, sentence, sentences, said)
    ]
    return tuple(sorted([*figures, *_quotations(article, sentences, said)], key=lambda claim: claim.span))


def find(text: str, article: Article) -> list[Extraction]:
    """Dates, ranks, figures and lists of one sentence; no two overlap. Dates take their words first."""
    return list(_found(text, article.published))


@lru_cache(maxsize=REMEMBERED)
def _found(text: str, published: date | None) -> tuple[Extraction, ...]:
    found = dates(text, published)
    for finder in (ranks, quantities, lists):
        taken = [f.span for f in found]
        found += finder(text, taken)
    return tuple(sorted(found, key=lambda f: f.span))


def _claims(article: Article, sentence: Sentence, sentences: Sequence[Sentence], said: Said) -> Iterator[Claim]:
    for found in find(sentence.text, article)[: limits.CLAIMS]:
        yield Claim(
            article=article.id,
            sentence=sentence.index,
            kind=found.kind,
            span=sentence.raw(found.span),
            text=sentence.raw(found.span).cut(article.text),
            context=sentence.text[: found.span.start] + MASK + sentence.text[found.span.end :],
            figure=_part(sentence, found.core),
            quantity=found.quantity,
            moment=found.moment,
            rank=found.rank,
            rank_scale=found.scale,
            counted=_part(sentence, found.counted),
            basis=_part(sentence, found.basis),
            **qualities(sentence, found.span, sentences, said),
        )


def _quotations(article: Article, sentences: Sequence[Sentence], said: Said) -> Iterator[Claim]:
    """One claim for each stretch of somebody's words between marks; names and scare quotes claim nothing."""
    for quote in quotes(sentences, said):
        if quote.kind in (QuoteKind.NAME, QuoteKind.SCARE):
            continue
        for stretch in quote.stretches:
            sentence = sentences[stretch.sentence]
            if sentence.checkable and any(map(str.isalnum, stretch.inner.cut(sentence.text))):
                yield _quotation(article, sentence, quote, stretch)


def _quotation(article: Article, sentence: Sentence, quote: Quote, stretch: Stretch) -> Claim:
    span = sentence.raw(stretch.outer)
    speaker = None if quote.speaker is None else TextSpan(span=span, text=quote.speaker)
    if quote.source and quote.source_sentence == sentence.index and quote.speaker:
        speaker = TextSpan(span=sentence.raw(quote.source), text=quote.speaker)
    return Claim(
        article=article.id,
        sentence=sentence.index,
        kind=ClaimKind.QUOTE,
        form=quote.kind.value,
        span=span,
        text=span.cut(article.text),
        context=sentence.text[: stretch.outer.start] + MASK + sentence.text[stretch.outer.end :],
        figure=_part(sentence, stretch.inner),
        holder=speaker,
        attribution=speaker,
    )


def _part(sentence: Sentence, span: Span | None) -> TextSpan | None:
    return None if span is None else TextSpan(span=sentence.raw(span), text=span.cut(sentence.text))
