"""Quotations as a kind of claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from consistency.quotations.compare import same_words
from consistency.types import Article, Claim, ClaimKind, Sentence, TextSpan
from consistency.types.claim_kind import Attributions, ClaimKindSpec
from consistency.types.extraction import context_of, text_span

if TYPE_CHECKING:
    from consistency.language.quotation_marks import Stretch
    from consistency.quotations.find import Quote


def _find(article: Article, sentences: Sequence[Sentence], attributions: Attributions) -> Iterator[Claim]:
    """One claim for each stretch of somebody's words between marks; names and scare quotes claim nothing."""
    # Imported when called: compiling the patterns takes long, and a cached report needs none.
    from consistency.quotations.find import QuoteKind, quotes

    for quote in quotes(sentences, attributions):
        if quote.kind in (QuoteKind.NAME, QuoteKind.SCARE):
            continue
        for stretch in quote.stretches:
            sentence = sentences[stretch.sentence]
            if sentence.checkable and any(map(str.isalnum, stretch.inner.cut(sentence.text))):
                yield _claim(article, sentence, quote, stretch)


def _claim(article: Article, sentence: Sentence, quote: Quote, stretch: Stretch) -> Claim:
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
        context=context_of(sentence, stretch.outer),
        figure=text_span(sentence, stretch.inner),
        holder=speaker,
        attribution=speaker,
    )


def _reworded(left: Claim, right: Claim) -> bool:
    """Whether the words between the marks differ."""
    return bool(left.figure and right.figure and same_words(left.figure.text, right.figure.text) is False)


KIND = ClaimKindSpec(kind=ClaimKind.QUOTE, find_in_article=_find, apart=_reworded, quoted=False)
