"""Whether an article tells a sentence that none of its own is aligned with: by figures, names and likeness."""

from __future__ import annotations

from consistency.align.article_pair import ArticlePair
from consistency.align.claim_candidates import candidates
from consistency.align.limits import PAIRS_OF_PASSAGES, nearest, share
from consistency.align.restatements import unsupported
from consistency.claims.agreement import agrees
from consistency.language.memoize import memoize_by_identity
from consistency.thresholds.claims import SMALL_COUNT
from consistency.thresholds.words import SIMILAR_SENTENCE, SPECIFICS_REPORTED
from consistency.types import EXCERPT, Claim, Dimension, Mention, ParsedArticle, Sentence, Span


def recorded(
    pairing: ArticlePair, sentence: Sentence, place: tuple[int, int] | None = None, least: int = SPECIFICS_REPORTED
) -> bool:
    """Whether all figures and names of a sentence, or of a stretch of it, stand in one sentence there.

    Several figures that are more than small numbers may stand anywhere: nobody invents a sentence around them.
    """
    figures, names = _specifics(pairing.left, sentence.index)
    if place:
        words = pairing.left.words[sentence.index][slice(*place)]
        span = sentence.raw(Span(words[0].start, words[-1].end))
        figures, names = [claim for claim in figures if claim.span.overlaps(span)], set()
    if not figures or len(figures) + len(names) < least:
        return False
    if sum(map(_telling_much, figures)) >= SPECIFICS_REPORTED and all(_told(pairing, figure) for figure in figures):
        return True
    near = (
        sentence.index / max(len(pairing.left.sentences), 1),
        share(PAIRS_OF_PASSAGES, len(pairing.left.sentences)),
    )
    for other in nearest(pairing.right.sentences, *near):
        there, known = _specifics(pairing.right, other.index)
        if names <= known and all(any(agrees(one, two) is True for two in there) for one in figures):
            return True
    return False


def like(pairing: ArticlePair, sentence: Sentence) -> bool:
    """Whether an article has what may be told here, though none is aligned: figures or times, or a like sentence."""
    theirs = [other for other in pairing.right.sentences if other.checkable]
    told = candidates(pairing.left.claims).of(sentence.index)
    claims = [claim for claim in told if claim.quantity or claim.moment]
    new = [claim for claim in claims if unsupported(claim, pairing.right, len(pairing.left.claims))]
    if len(theirs) < EXCERPT or any(map(_telling_much, new)):
        return False
    if len(claims) > len(new):
        return True
    own = pairing.one[sentence.index].vector
    return any(float(own @ pairing.two[other.index].vector) >= SIMILAR_SENTENCE for other in theirs)


def _told(pairing: ArticlePair, figure: Claim) -> bool:
    """Whether a figure stands anywhere in the right telling."""
    likely = candidates(pairing.right.claims).likely(figure, len(pairing.left.claims))
    return any(agrees(figure, claim) is True for claim in likely)


def _telling_much(claim: Claim) -> bool:
    """Whether a figure is more than a small number or a length of time, which are told of anything."""
    figure = claim.quantity
    if figure is None or figure.dimension is Dimension.DURATION:
        return False
    return figure.unit is not None or figure.value > SMALL_COUNT


def _specifics(doc: ParsedArticle, sentence: int) -> tuple[list[Claim], set[str]]:
    """The figures of a sentence, and whom and what it names."""
    figures = [claim for claim in candidates(doc.claims).of(sentence) if claim.quantity]
    return figures, _heads(doc.mentions).get(sentence, set())


@memoize_by_identity
def _heads(mentions: tuple[Mention, ...]) -> dict[int, set[str]]:
    """Whom and what each sentence names."""
    found: dict[int, set[str]] = {}
    for mention in mentions:
        found.setdefault(mention.sentence, set()).add(mention.head)
    return found
