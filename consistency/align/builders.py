"""How alignments and their sides are made: an article's claims, words or statement, or the place where they lack."""

from __future__ import annotations

from collections.abc import Mapping

from consistency.align.article_pair import ArticlePair
from consistency.types import (
    Alignment,
    AlignmentKind,
    Claim,
    ClaimKind,
    Mention,
    ParsedArticle,
    Phrase,
    Side,
    Span,
    TextSpan,
)
from consistency.types.extraction import context_of


def best_link(links: Mapping[int, float]) -> int:
    """The sentence with the highest link score, of equal ones the first. Raises ValueError without links."""
    return max(links, key=lambda sentence: (links[sentence], -sentence))


def aligned(
    pairing: ArticlePair,
    kind: AlignmentKind,
    sides: tuple[Side, Side],
    *,
    producer: str,
    score: float,
    overlap: float = 1.0,
    similarity: float | None = None,
) -> Alignment:
    """An alignment of two articles; ``producer`` names the function that found it, for whoever debugs a finding."""
    return Alignment(
        sides=sides,
        score=score,
        context_overlap=overlap,
        same_event=pairing.related,
        kind=kind,
        similarity=similarity,
        producer=producer,
    )


def one_sided(
    pairing: ArticlePair,
    kind: AlignmentKind,
    sentence: int,
    place: tuple[int, int],
    *,
    producer: str,
    score: float,
    overlap: float = 1.0,
    dropped: bool,
) -> Alignment:
    """Words ``place`` of a left sentence that the right article lacks; ``dropped`` puts the right article first."""
    silent = silent_side(pairing.right, pairing.links(sentence))
    speaking = words_side(pairing.left, sentence, *place)
    sides = (silent, speaking) if dropped else (speaking, silent)
    return aligned(pairing, kind, sides, producer=producer, score=score, overlap=overlap)


def claims_side(doc: ParsedArticle, *claims: Claim) -> Side:
    """The side of an article that makes these claims."""
    return Side(article=doc.article.id, role=doc.article.role, claims=claims)


def silent_side(doc: ParsedArticle, links: Mapping[int, float]) -> Side:
    """The side of an article that lacks something: its anchor is the sentence with the best of these links."""
    anchor = doc.sentences[best_link(links)].span if links else None
    return Side(article=doc.article.id, role=doc.article.role, anchor=anchor)


def words_side(doc: ParsedArticle, sentence: int, first: int, last: int) -> Side:
    """The side of an article with the words ``[first, last)`` of a sentence."""
    phrase = _phrase(doc, sentence, first, last, _span(doc, sentence, first, last))
    return Side(article=doc.article.id, role=doc.article.role, phrase=phrase)


def gap_side(doc: ParsedArticle, sentence: int, at: int, around: Span | None) -> Side:
    """The side of an article that lacks words before word ``at`` of a sentence.

    ``around`` is what its anchor covers, in characters of the sentence; without it the anchor is the whole sentence.
    """
    own = doc.sentences[sentence]
    span = own.raw(around) if around else own.span
    gap = _phrase(doc, sentence, at, at, span)
    return Side(article=doc.article.id, role=doc.article.role, anchor=span, gap=gap)


def name_side(doc: ParsedArticle, name: Mention) -> Side:
    """The side of an article that has a name."""
    sentence, words = doc.sentences[name.sentence], doc.words[name.sentence]
    inside = [n for n, word in enumerate(words) if word.span.overlaps(name.span)]
    phrase = _phrase(doc, name.sentence, inside[0], inside[-1] + 1, sentence.raw(name.span))
    return Side(article=doc.article.id, role=doc.article.role, phrase=phrase, mention=name)


def statement_side(doc: ParsedArticle, sentence: int, place: tuple[int, int], *, modality: str, polarity: str) -> Side:
    """The side of an article with a statement: ``place`` are the words of its verb, which is its measure."""
    own, words = doc.sentences[sentence], doc.words[sentence]
    inner = Span(words[place[0]].start, words[place[1] - 1].end)
    span = own.raw(inner)
    claim = Claim(
        article=doc.article.id,
        sentence=own.index,
        kind=ClaimKind.STATEMENT,
        span=span,
        text=span.cut(doc.article.text),
        context=context_of(own, inner),
        measure=TextSpan(span=span, text=inner.cut(own.text)),
        modality=modality,
        polarity=polarity,
    )
    return claims_side(doc, claim)


def _span(doc: ParsedArticle, sentence: int, first: int, last: int) -> Span:
    words = doc.words[sentence]
    return doc.sentences[sentence].raw(Span(words[first].start, words[last - 1].end))


def _phrase(doc: ParsedArticle, sentence: int, first: int, last: int, span: Span) -> Phrase:
    return Phrase(sentence=doc.sentences[sentence], words=doc.words[sentence], first=first, last=last, span=span)
