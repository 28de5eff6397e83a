"""Stretches of a sentence that the aligned passage of another article has no words for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consistency.agree.lexicon import Kinship, kinship
from consistency.align.pairing import Pairing
from consistency.align.stopwords import STOPWORDS
from consistency.align.terms import stem
from consistency.types import CONTENT, Telling, Word

#: A word whose likest counterpart in context is at least this like it is told, in other words.
TOLD = 0.5

#: Words that the dictionary holds for the same, or for a kind of the same.
_NEAR = (Kinship.SYNONYM, Kinship.DERIVED, Kinship.KIND)

#: Told words that a stretch may run over: "to meet [the] minister in May".
BRIDGE = 1


def stretches(pairing: Pairing, sentence: int, least: int) -> Iterator[tuple[int, int, int]]:
    """Word ranges ``[first, last)`` of a left sentence with ``least`` or more new content words, and their number."""
    words = pairing.left.words[sentence]
    known = told(pairing, sentence)
    first = last = new = gap = 0
    for n, word in enumerate([*words, None]):
        if word is not None and not content(word):
            continue
        if word is not None and n not in known:
            first = n if new == 0 else first
            new, last, gap = new + 1, n + 1, 0
            continue
        gap += 1
        if word is None or (new and gap > BRIDGE):
            if new >= least:
                yield first, last, new
            new = gap = 0


def content(word: Word) -> bool:
    """Whether a word says something by itself."""
    return word.pos in CONTENT and word.text.lower() not in STOPWORDS and word.text[:1].isalnum()


def told(pairing: Pairing, sentence: int) -> set[int]:
    """The places of a left sentence's content words that the right sentences aligned with it, or beside them, tell."""
    near = {s + by for s in pairing.links(sentence) for by in (-1, 0, 1)}
    others = [s for s in sorted(near) if 0 <= s < len(pairing.right.sentences)]
    stems, lemmas = _vocabulary(pairing.right, others)
    paraphrased = _paraphrased(pairing, sentence, [s for s in others if (sentence, s) in pairing.linked])
    return {
        n
        for n, word in enumerate(pairing.left.words[sentence])
        if content(word)
        and (
            stem(word.text) in stems
            or not paraphrased.isdisjoint(range(word.start, word.end))
            or any(kinship(word.lemma.lower(), lemma) in _NEAR for lemma in lemmas)
        )
    }


def _vocabulary(telling: Telling, sentences: Sequence[int]) -> tuple[set[str], set[str]]:
    words = [word for s in sentences for word in telling.words[s]]
    return {stem(word.text) for word in words}, {word.lemma.lower() for word in words if content(word)}


def _paraphrased(pairing: Pairing, sentence: int, others: Sequence[int]) -> set[int]:
    """The characters of the left words that have a like one in another sentence."""
    seen = (one for other in others for one in pairing.likest(sentence, other))
    return {at for one in seen if one.best >= TOLD for at in range(*one.span)}
