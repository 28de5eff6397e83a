"""How words of a telling enter an alignment: as a phrase, as a statement, or as what the other telling lacks."""

from __future__ import annotations

from consistency.align.article_pair import ArticlePair
from consistency.types import Alignment, AlignmentKind, Claim, ClaimKind, ParsedArticle, Phrase, Side, Span, TextSpan
from consistency.types.extraction import context_of


def phrased(doc: ParsedArticle, sentence: int, first: int, last: int) -> Side:
    """The side of an article with its words ``[first, last)`` of a sentence."""
    told, words = doc.sentences[sentence], doc.words[sentence]
    span = told.raw(Span(words[first].start, words[last - 1].end))
    phrase = Phrase(sentence=told, words=words, first=first, last=last, span=span)
    return Side(article=doc.article.id, role=doc.article.role, phrase=phrase)


def stated(doc: ParsedArticle, sentence: int, place: tuple[int, int], *, modality: str, polarity: str) -> Side:
    """The side of an article with a statement: ``place`` are the words of its verb, which is its measure."""
    told, words = doc.sentences[sentence], doc.words[sentence]
    inner = Span(words[place[0]].start, words[place[1] - 1].end)
    span = told.raw(inner)
    claim = Claim(
        article=doc.article.id,
        sentence=told.index,
        kind=ClaimKind.STATEMENT,
        span=span,
        text=span.cut(doc.article.text),
        context=context_of(told, inner),
        measure=TextSpan(span=span, text=inner.cut(told.text)),
        modality=modality,
        polarity=polarity,
    )
    return Side(article=doc.article.id, role=doc.article.role, claims=(claim,))


def alone(
    pairing: ArticlePair,
    sentence: int,
    place: tuple[int, int],
    *,
    score: float,
    cover: float = 1.0,
    matter: AlignmentKind,
    dropped: bool,
) -> Alignment:
    """Words of a left sentence that the right telling lacks, and where they belong; ``dropped`` turns the sides."""
    links = pairing.links(sentence)
    best = max(links, key=lambda j: (links[j], -j), default=None)
    anchor = None if best is None else pairing.right.sentences[best].span
    silent = Side(article=pairing.right.article.id, role=pairing.right.article.role, anchor=anchor)
    said = phrased(pairing.left, sentence, *place)
    sides = (silent, said) if dropped else (said, silent)
    return Alignment(sides=sides, score=score, context_overlap=cover, same_event=pairing.related, kind=matter)
