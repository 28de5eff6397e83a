"""Words in one place by grammar, however the rest is told: "knee surgery", "surgery on her shoulder"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from consistency.align.article_pair import ArticlePair
from consistency.align.builders import aligned, words_side
from consistency.align.limits import nearest, share
from consistency.annotate.content_words import contents, stems
from consistency.language.inflection import prefix_stem
from consistency.language.opposites import are_opposites
from consistency.language.word_relations import COMPATIBLE, LexicalRelation, relation
from consistency.thresholds.words import (
    REWRITE_SHARE,
    SLOT_OVERLAP,
    SLOT_REACH,
    SLOT_SCORE,
    SLOT_SHARE,
    SLOT_SHARED_OPPOSITES,
    SLOT_SHARED_OTHERS,
)
from consistency.types import ONE_STORY, Alignment, AlignmentKind, ParsedArticle, Word
from consistency.types.limits import FEWEST_PLACES, PLACES

#: What modifies a noun, and what a verb acts on, by the parser's names (CLEAR style, as in spaCy's English models).
_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss", "appos"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "attr", "oprd", "acomp"})
_NOUNS = ("NOUN", "PROPN")
_OF = frozenset({"of", "on", "in", "to", "from"})


class Slot(NamedTuple):
    """A place by grammar: how a word is tied to another one, and the stem of that."""

    tie: str
    stem: str


class Place(NamedTuple):
    """A word of a telling, by sentence and number."""

    sentence: int
    word: int


Stems = Sequence[Sequence[str | None]]


@dataclass(frozen=True, slots=True)
class _Index:
    """What fills each slot of a telling, and all its words, those of each sentence as ``_stems`` has them."""

    around: Stems
    fillers: Mapping[Slot, list[Place]] = field(default_factory=lambda: defaultdict(list))
    stems: set[str] = field(default_factory=set)
    lemmas: set[str] = field(default_factory=set)


def slotted(pairing: ArticlePair) -> Iterator[Alignment]:
    """Each left word whose slot the right telling fills with an opposite, or, in a summary, with another word."""
    if pairing.related < ONE_STORY:
        return
    index, here, ours = _index(pairing.right), _stems(pairing.left), list(_places(pairing.left))
    most, size = share(PLACES, len(ours), least=FEWEST_PLACES), max(len(pairing.left.sentences), 1)
    spoken = sum(1 for s in pairing.right.sentences if s.checkable)
    rewrite = len({b for _, b in pairing.linked}) >= REWRITE_SHARE * spoken
    for place, slots in ours:
        depth = place.sentence / size
        fillers = [filler for slot in slots for filler in nearest(index.fillers.get(slot, ()), depth, most)]
        other = _other(pairing, place, fillers, _around(pairing.left, here, place), index, rewrite)
        if other:
            yield _alignment(pairing, place, other)


def _index(doc: ParsedArticle) -> _Index:
    index = _Index(around=_stems(doc))
    for place, slots in _places(doc):
        for slot in slots:
            index.fillers[slot].append(place)
    for words in doc.words:
        index.stems.update(stems(words))
        index.lemmas.update(words[n].lemma.lower() for n in contents(words))
    return index


def _places(doc: ParsedArticle) -> Iterator[tuple[Place, list[Slot]]]:
    for sentence, words in zip(doc.sentences, doc.words, strict=True):
        if sentence.checkable:
            for n in range(len(words)):
                slots = list(_slots(words, n))
                if slots:
                    yield Place(sentence.index, n), slots


def _slots(words: tuple[Word, ...], n: int) -> Iterator[Slot]:
    """The slots that a word fills; a preposition fills the one before its object."""
    word = words[n]
    if word.dep == "prep":
        yield from (
            Slot("before", prefix_stem(other.text)) for other in words if other.head == n and other.dep == "pobj"
        )
    elif word.head != n and n in (says := contents(words)):
        tie, head = _tie(words, n)
        if tie and head in says:
            yield Slot(tie, prefix_stem(words[head].text))


def _tie(words: Sequence[Word], n: int) -> tuple[str, int]:
    """How a word is tied to which other one: "shoulder" to "surgery" in "surgery on her shoulder" as before it."""
    word, head = words[n], words[words[n].head]
    if word.dep in _MODIFIERS:
        return "of", word.head
    if word.dep in _OBJECTS:
        return "object", word.head
    if word.dep == "advmod":
        return "how", word.head
    if word.dep == "pobj" and head.dep == "prep" and head.text.lower() in _OF:
        # whether a phrase belongs to the verb or to the noun before it is what parsers guess worst
        owner = head.head if words[head.head].pos in _NOUNS else max(word.head - 1, 0)
        return ("of", owner) if words[owner].pos in _NOUNS else ("", n)
    return "", n


def _other(
    pairing: ArticlePair, place: Place, fillers: Sequence[Place], here: set[str | None], index: _Index, rewrite: bool
) -> Place | None:
    """The right word in the same slot, in the likest surroundings, if it says something else."""
    word = pairing.left.words[place.sentence][place.word]
    best, most, same = None, 0, 0
    for filler in fillers:
        other = pairing.right.words[filler.sentence][filler.word]
        shared = len(here & _around(pairing.right, index.around, filler))
        if _one(word, other):
            same = max(same, shared)
        elif (
            prefix_stem(other.text) not in here
            and shared > most
            and _told_otherwise(word, other, shared, len(here), index, rewrite)
        ):
            best, most = filler, shared
    return best if most > same else None


def _stems(doc: ParsedArticle) -> Stems:
    """For each word of each sentence its stem, None where it says nothing by itself."""
    known = ((contents(words), stems(words)) for words in doc.words)
    return [[form if n in says else None for n, form in enumerate(forms)] for says, forms in known]


def _around(doc: ParsedArticle, stems: Stems, place: Place) -> set[str | None]:
    """The stems of the content words near a word, its own left out."""
    near = set(stems[place.sentence][max(0, place.word - SLOT_REACH) : place.word + SLOT_REACH + 1])
    return near - {None, prefix_stem(doc.words[place.sentence][place.word].text)}


def _one(word: Word, other: Word) -> bool:
    return (
        prefix_stem(word.text) == prefix_stem(other.text)
        or relation(word.lemma.lower(), other.lemma.lower()) in COMPATIBLE
    )


def _told_otherwise(word: Word, other: Word, shared: int, of: int, index: _Index, rewrite: bool) -> bool:
    """Whether the one word cannot be meant by the other."""
    one, two = word.lemma.lower(), other.lemma.lower()
    if word.pos == other.pos == "ADP":
        return shared >= SLOT_SHARED_OPPOSITES and are_opposites(one, two)
    if word.pos != other.pos or prefix_stem(word.text) in index.stems:
        return False
    if word.pos in ("ADJ", "ADV") and shared >= SLOT_SHARED_OPPOSITES and are_opposites(one, two):
        return True
    if rewrite or word.pos not in ("NOUN", "ADJ") or shared < max(SLOT_SHARED_OTHERS, SLOT_SHARE * of):
        return False
    return relation(one, two) is LexicalRelation.FAR and not any(
        relation(one, known) in COMPATIBLE for known in index.lemmas
    )


def _alignment(pairing: ArticlePair, left: Place, right: Place) -> Alignment:
    sides = (
        words_side(pairing.left, left.sentence, left.word, left.word + 1),
        words_side(pairing.right, right.sentence, right.word, right.word + 1),
    )
    kind = AlignmentKind.FRAME
    return aligned(pairing, kind, sides, producer="substitutions.by_syntax", score=SLOT_SCORE, overlap=SLOT_OVERLAP)
