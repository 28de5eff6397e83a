"""How words of a telling enter an alignment: as a phrase, as a statement, or as what the other telling lacks."""

from __future__ import annotations

from consistency.align.article_pair import Pairing
from consistency.types import Alignment, Claim, ClaimKind, Matter, Part, Phrase, Side, Span, Telling


def phrased(telling: Telling, sentence: int, first: int, last: int) -> Side:
    """The side of an article with its words ``[first, last)`` of a sentence."""
    told, words = telling.sentences[sentence], telling.words[sentence]
    span = told.raw(Span(words[first].start, words[last - 1].end))
    phrase = Phrase(sentence=told, words=words, first=first, last=last, span=span)
    return Side(article=telling.article.id, role=telling.article.role, phrase=phrase)


def stated(telling: Telling, sentence: int, place: tuple[int, int], *, modality: str, polarity: str) -> Side:
    """The side of an article with a statement: ``place`` are the words of its verb, which is its measure."""
    told, words = telling.sentences[sentence], telling.words[sentence]
    inner = Span(words[place[0]].start, words[place[1] - 1].end)
    span = told.raw(inner)
    claim = Claim(
        article=telling.article.id,
        sentence=told.index,
        kind=ClaimKind.STATEMENT,
        span=span,
        text=span.cut(telling.article.text),
        context=told.text[: inner.start] + "_" + told.text[inner.end :],
        measure=Part(span=span, text=inner.cut(told.text)),
        modality=modality,
        polarity=polarity,
    )
    return Side(article=telling.article.id, role=telling.article.role, claims=(claim,))


def alone(
    pairing: Pairing,
    sentence: int,
    place: tuple[int, int],
    *,
    score: float,
    cover: float = 1.0,
    matter: Matter,
    dropped: bool,
) -> Alignment:
    """Words of a left sentence that the right telling lacks, and where they belong; ``dropped`` turns the sides."""
    links = pairing.links(sentence)
    best = max(links, key=lambda j: (links[j], -j), default=None)
    anchor = None if best is None else pairing.right.sentences[best].span
    silent = Side(article=pairing.right.article.id, role=pairing.right.article.role, anchor=anchor)
    said = phrased(pairing.left, sentence, *place)
    sides = (silent, said) if dropped else (said, silent)
    return Alignment(sides=sides, score=score, cover=cover, related=pairing.related, matter=matter)
