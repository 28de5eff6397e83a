"""What the other article has of a sentence: which of its words, which figures and names, or a similar sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consistency.align.article_pair import ArticlePair
from consistency.align.claim_similarity import candidates
from consistency.align.diff_tokens import hyphenated
from consistency.align.limits import nearest, share
from consistency.align.restatements import unsupported
from consistency.annotate.content_words import contents, stems
from consistency.claims.agreement import agrees
from consistency.language.inflection import prefix_stem
from consistency.language.memoize import memoize_by_identity
from consistency.language.word_relations import REWORDING, relation
from consistency.thresholds.claims import SMALL_COUNT
from consistency.thresholds.words import SIMILAR_SENTENCE, SPAN_BRIDGE, SPECIFICS_REPORTED, WORD_COUNTERPART
from consistency.types import EXCERPT, Claim, Dimension, Mention, ParsedArticle, Sentence, Span, Word
from consistency.types.limits import PAIRS_OF_PASSAGES


def stretches(pairing: ArticlePair, sentence: int, least: int) -> Iterator[tuple[int, int, int]]:
    """Word ranges ``[first, last)`` of a left sentence with ``least`` or more new content words, and their number."""
    words = pairing.left.words[sentence]
    says, unsaid = contents(words), _unsaid(pairing, sentence)
    if len(unsaid) < least:
        return
    new_words = unsaid - _meant(pairing, sentence, unsaid)
    first = last = new = gap = 0
    for n, word in enumerate([*words, None]):
        if word is not None and n not in says:
            continue
        if n in new_words:
            first = n if new == 0 else first
            new, last, gap = new + 1, n + 1, 0
            continue
        gap += 1
        if word is None or (new and gap > SPAN_BRIDGE):
            if new >= least:
                yield first, last, new
            new = gap = 0


@memoize_by_identity
def _joined(words: tuple[Word, ...]) -> dict[int, str]:
    """The stem of each hyphenated word as it is written in one, at the places of its parts: "in-door", "indoor"."""
    found: dict[int, str] = {}
    for n in range(len(words) - 2):
        if words[n + 1].text == "-":
            last = hyphenated(words, n)
            joined = prefix_stem("".join(word.text for word in words[n:last:2]))
            found.update(dict.fromkeys(range(n, last), joined))
    return found


def told(pairing: ArticlePair, sentence: int) -> frozenset[int]:
    """The places of a left sentence's content words that the right sentences aligned with it, or beside them, tell."""
    unsaid = _unsaid(pairing, sentence)
    return contents(pairing.left.words[sentence]) - unsaid | _meant(pairing, sentence, unsaid)


def _meant(pairing: ArticlePair, sentence: int, unsaid: set[int]) -> set[int]:
    """The places of unsaid words that stand there in other words."""
    if not unsaid:
        return set()
    words = pairing.left.words[sentence]
    near = _near(pairing, sentence)
    paraphrased = _paraphrased(pairing, sentence, [s for s in near if (sentence, s) in pairing.linked])
    lemmas = {words[n].lemma.lower() for words in map(pairing.right.words.__getitem__, near) for n in contents(words)}
    return {
        n
        for n in unsaid
        if not paraphrased.isdisjoint(range(words[n].start, words[n].end))
        or any(relation(words[n].lemma.lower(), lemma) in REWORDING for lemma in lemmas)
    }


def _unsaid(pairing: ArticlePair, sentence: int) -> set[int]:
    """The places of a left sentence's content words whose stems the right sentences do not have."""
    near = [pairing.right.words[s] for s in _near(pairing, sentence)]
    told = {form for words in near for form in (*stems(words), *_joined(words).values())}
    words = pairing.left.words[sentence]
    forms, joined = stems(words), _joined(words)
    new = (n for n in contents(words) if forms[n] not in told and joined.get(n) not in told)
    return {n for n in new if words[n].pos != "PROPN" or not _named(words[n].text.lower(), pairing.right)}


def _named(word: str, doc: ParsedArticle) -> bool:
    """Whether a word is part of a name anywhere in a telling: who is named once is nobody new."""
    return word in _names(doc.words)


@memoize_by_identity
def _names(told: tuple[tuple[Word, ...], ...]) -> frozenset[str]:
    """All words of names of a telling."""
    return frozenset([word.text.lower() for words in told for word in words if word.pos == "PROPN"])


def _near(pairing: ArticlePair, sentence: int) -> list[int]:
    """The right sentences that are aligned with a left one, and those beside them."""
    near = {s + by for s in pairing.links(sentence) for by in (-1, 0, 1)}
    return [s for s in sorted(near) if 0 <= s < len(pairing.right.sentences)]


def _paraphrased(pairing: ArticlePair, sentence: int, others: Sequence[int]) -> set[int]:
    """The characters of the left words that have a like one in another sentence."""
    seen = (one for other in others for one in pairing.likest(sentence, other))
    return {at for one in seen if one.best >= WORD_COUNTERPART for at in range(*one.span)}


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
    return figure.full_unit is not None or figure.value > SMALL_COUNT


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
