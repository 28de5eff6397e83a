"""Stretches of a sentence that the aligned passage of another article has no words for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consistency.agree.lexicon import Kinship, kinship
from consistency.align.pairing import Pairing
from consistency.align.stopwords import STOPWORDS
from consistency.align.terms import stem
from consistency.types import Alignment, Matter, Phrase, Sentence, SentenceKind, Side, Span, Telling, Word

#: Parts of speech whose words say something.
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})

#: A word whose likest counterpart in context is at least this like it is told, in other words.
TOLD = 0.5

#: Words that the dictionary holds for the same, or for a kind of the same.
_NEAR = frozenset({Kinship.SYNONYM, Kinship.DERIVED, Kinship.KIND})

#: Told words that a stretch may run over: "to meet [the] minister in May".
BRIDGE = 1


def stretches(pairing: Pairing, sentence: int, least: int) -> Iterator[tuple[int, int, int]]:
    """Word ranges ``[first, last)`` of a left sentence with ``least`` or more new content words, and their number."""
    words = pairing.left.words[sentence]
    told = _told(pairing, sentence)
    first = last = new = gap = 0
    for n, word in enumerate([*words, None]):
        if word is not None and not _content(word):
            continue
        if word is not None and n not in told:
            first = n if new == 0 else first
            new, last, gap = new + 1, n + 1, 0
            continue
        gap += 1
        if word is None or (new and gap > BRIDGE):
            if new >= least:
                yield first, last, new
            new = gap = 0


def _content(word: Word) -> bool:
    return word.pos in CONTENT and word.text.lower() not in STOPWORDS and word.text[:1].isalnum()


def _told(pairing: Pairing, sentence: int) -> set[int]:
    """Which words of a left sentence have a counterpart in the right sentences aligned with it, or beside them."""
    near = {s + by for s in pairing.links(sentence) for by in (-1, 0, 1)}
    others = [s for s in sorted(near) if 0 <= s < len(pairing.right.sentences)]
    stems, lemmas = _vocabulary(pairing.right, others)
    likest = _likest(pairing, sentence, [s for s in others if (sentence, s) in pairing.linked])
    return {
        n
        for n, word in enumerate(pairing.left.words[sentence])
        if stem(word.text) in stems
        or any(span.overlaps(word.span) and best >= TOLD for span, best in likest)
        or any(kinship(word.lemma.lower(), lemma) in _NEAR for lemma in lemmas if _content(word))
    }


def _vocabulary(telling: Telling, sentences: Sequence[int]) -> tuple[set[str], set[str]]:
    words = [word for s in sentences for word in telling.words[s]]
    return {stem(word.text) for word in words}, {word.lemma.lower() for word in words if _content(word)}


def _likest(pairing: Pairing, sentence: int, others: Sequence[int]) -> list[tuple[Span, float]]:
    return [(seen.span, seen.best) for other in others for seen in pairing.compare(sentence, other).left]


#: New content words that make a stretch worth a look.
LEAST = 3

#: How sure a stretch is new by its number of new words; measured on sentence pairs of equal meaning, of
#: which 1.5 % have a stretch of three or more, and on pairs labelled neutral, of which 35 % have one.
SURE = {3: 0.62, 4: 0.72}
SURE_LONG = 0.8

#: A sentence that nothing is aligned with is new, if it has so many content words.
SENTENCE = 4

#: A draft that tells this share of a source's sentences is a retelling, and what it leaves out is dropped.
RETELLS = 0.5


def passages(pairing: Pairing) -> Iterator[Alignment]:
    """What the left telling says that the right one has no words for, then what it leaves out."""
    if pairing.related < RETELLS:
        return
    yield from _new(pairing, dropped=False)
    yield from _new(pairing.flip(), dropped=True)


def _new(pairing: Pairing, *, dropped: bool) -> Iterator[Alignment]:
    retold = _retold(pairing)
    for sentence in pairing.left.sentences:
        if not sentence.checkable or sentence.kind is SentenceKind.HEADLINE:
            continue
        if pairing.links(sentence.index):
            for first, last, new in stretches(pairing, sentence.index, LEAST):
                whole = _whole(pairing.left.words[sentence.index], first, last)
                yield _alignment(pairing, sentence, *whole, SURE.get(new, SURE_LONG), dropped=dropped)
        elif not dropped or retold:
            words = pairing.left.words[sentence.index]
            if sum(map(_content, words)) >= SENTENCE:
                yield _alignment(pairing, sentence, 0, len(words), SURE[3], dropped=dropped)


def _whole(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """A stretch with the words beside it that depend on its own: "last week joined" for "week joined"."""
    while first > 0 and first <= words[first - 1].head < last and words[first - 1].pos != "PUNCT":
        first -= 1
    while last < len(words) and first <= words[last].head < last and words[last].pos != "PUNCT":
        last += 1
    return first, last


def _retold(pairing: Pairing) -> bool:
    told = {a for a, _ in pairing.linked}
    checkable = [s for s in pairing.left.sentences if s.checkable]
    return len(told) >= RETELLS * len(checkable)


def _alignment(
    pairing: Pairing, sentence: Sentence, first: int, last: int, score: float, *, dropped: bool
) -> Alignment:
    words = pairing.left.words[sentence.index]
    raw = sentence.raw(Span(words[first].start, words[last - 1].end))
    phrase = Phrase(sentence=sentence, words=words, first=first, last=last, span=raw)
    said = Side(article=pairing.left.article.id, role=pairing.left.article.role, phrase=phrase)
    links = pairing.links(sentence.index)
    best = max(links, key=lambda s: (links[s], -s), default=None)
    anchor = None if best is None else pairing.right.sentences[best].span
    silent = Side(article=pairing.right.article.id, role=pairing.right.article.role, anchor=anchor)
    sides = (silent, said) if dropped else (said, silent)
    return Alignment(sides=sides, score=score, related=pairing.related, matter=Matter.SENTENCE)
