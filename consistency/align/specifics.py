"""Whether an article tells a sentence that none of its own is aligned with: by figures, names and likeness."""

from __future__ import annotations

from consistency.agree.claims import agrees
from consistency.align.echo import SMALL, unheard
from consistency.align.pairing import Pairing
from consistency.types import EXCERPT, Claim, Dimension, Sentence, Span, Telling

#: Figures and names that are all told in one sentence, where it tells the same in other words.
SPECIFIC = 2

#: A sentence that is so like one of an article may be a free way to tell it. Of sentences of drafts with which nothing
#: is aligned, as many that are this like are faithful as not.
LIKE = 0.46


def recorded(pairing: Pairing, sentence: Sentence, place: tuple[int, int] | None = None, least: int = SPECIFIC) -> bool:
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
    told = pairing.right.claims
    if sum(map(_telling_much, figures)) >= SPECIFIC and all(any(agrees(f, c) is True for c in told) for f in figures):
        return True
    for other in pairing.right.sentences:
        there, known = _specifics(pairing.right, other.index)
        if names <= known and all(any(agrees(one, two) is True for two in there) for one in figures):
            return True
    return False


def like(pairing: Pairing, sentence: Sentence) -> bool:
    """Whether an article has what may be told here, though none is aligned: figures or times, or a like sentence."""
    theirs = [other for other in pairing.right.sentences if other.checkable]
    told = (claim for claim in pairing.left.claims if claim.sentence == sentence.index)
    claims = [claim for claim in told if claim.quantity or claim.moment]
    new = [claim for claim in claims if unheard(claim, pairing.right)]
    if len(theirs) < EXCERPT or any(map(_telling_much, new)):
        return False
    if len(claims) > len(new):
        return True
    own = pairing.one[sentence.index].vector
    best = max((float(own @ pairing.two[other.index].vector) for other in theirs), default=0.0)
    return best >= LIKE


def _telling_much(claim: Claim) -> bool:
    """Whether a figure is more than a small number or a length of time, which are told of anything."""
    figure = claim.quantity
    if figure is None or figure.dimension is Dimension.DURATION:
        return False
    return figure.unit is not None or figure.value > SMALL


def _specifics(telling: Telling, sentence: int) -> tuple[list[Claim], set[str]]:
    """The figures of a sentence, and whom and what it names."""
    figures = [claim for claim in telling.claims if claim.sentence == sentence and claim.quantity]
    return figures, {mention.head for mention in telling.mentions if mention.sentence == sentence}
