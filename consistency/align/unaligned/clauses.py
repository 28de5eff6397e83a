"""Clauses and appositions that one telling of a passage has and the other lacks: conditions, threats, reasons.

A sentence told in other words keeps what it says part by part: where no word of a part has a counterpart, and
the rest of the sentence has, the part itself was left out or put in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from consistency.align.article_pair import ArticlePair
from consistency.align.builders import one_sided
from consistency.annotate.content_words import contents, stems
from consistency.language.cues import labels
from consistency.language.inflection import prefix_stem
from consistency.language.word_relations import EQUIVALENT, relation
from consistency.thresholds.words import (
    CLAUSE_CONTEXT,
    CLAUSE_COUNTERPARTS,
    CLAUSE_LINK,
    CLAUSE_NEARBY,
    CLAUSE_SCORE,
    CLAUSE_WORDS,
    CONNECTIVE_WORDS,
    REASON_WORDS,
)
from consistency.types import ONE_STORY, Alignment, AlignmentKind, Sentence, SentenceKind, Word

#: Dependents that open a part of a sentence: clauses, joined verbs, appositions.
PARTS = frozenset({"advcl", "relcl", "acl", "conj", "appos", "pcomp"})

#: Punctuation that shows that words are quoted: quotations are compared as such.
_MARKS = frozenset({'"', "''", "``"})


def clauses(pairing: ArticlePair) -> Iterator[Alignment]:
    """The parts that the left telling adds to what the right one tells, then those that it leaves out."""
    if pairing.related >= ONE_STORY and pairing.right.words:
        yield from _alone(pairing, dropped=False)
        yield from _alone(pairing.flip(), dropped=True)


def _alone(pairing: ArticlePair, *, dropped: bool) -> Iterator[Alignment]:
    for sentence in pairing.left.sentences:
        links = pairing.links(sentence.index)
        body = sentence.checkable and sentence.kind is not SentenceKind.HEADLINE
        if body and max(links.values(), default=0.0) >= CLAUSE_LINK:
            yield from _parts(pairing, sentence, links, dropped=dropped)
            yield from () if dropped else _effect(pairing, sentence, links)


def _effect(pairing: ArticlePair, sentence: Sentence, links: dict[int, float]) -> Iterator[Alignment]:
    """Words by which a sentence opens as the effect of something, where nothing there gives a cause."""
    words = pairing.left.words[sentence.index]
    last = _tied(words) or _reasoned(words)
    if not last:
        return
    near = {j + by for j in links for by in (-1, 0, 1)} & set(range(len(pairing.right.words)))
    if not any(labels(pairing.right.words[j], section) for j in near for section in ("cause", "link")):
        yield _lacking(pairing, sentence, (0, last), max(links.values()), "unaligned.effect", dropped=False)


def _tied(words: Sequence[Word]) -> int:
    """The end of an opening such as "In response,"; 0 where there is none."""
    last = next((n for n, word in enumerate(words[:CONNECTIVE_WORDS]) if word.text == ","), 0)
    return last if labels(words[:last], "link") else 0


def _reasoned(words: Sequence[Word]) -> int:
    """The end of an opening such as "Thanks to the recall"; 0 where there is none."""
    here, next_to_it = (labels(words[n : n + REASON_WORDS], "cause") for n in (0, 1))
    opens = "reason" in here and "reason" not in next_to_it
    return _extents(words)[0][1] if opens else 0


def _parts(pairing: ArticlePair, sentence: Sentence, links: dict[int, float], *, dropped: bool) -> Iterator[Alignment]:
    words = pairing.left.words[sentence.index]
    says, done = contents(words), 0
    places = [(first, last, {n for n in says if first <= n < last}) for first, last in parts(words)]
    told = [place for place in places if len(place[2]) >= CLAUSE_WORDS]
    linked = {n for j in links for n in pairing.counterparts(sentence.index, j)} if told else set()
    around = _Around(pairing, links)
    for first, last, inner in told:
        rest = says - inner
        kept = len(rest & linked) / len(rest) if rest else 0.0
        if first >= done and kept >= CLAUSE_CONTEXT and _missing(words, inner, linked, around):
            yield _lacking(pairing, sentence, (first, last), kept, "unaligned.clauses", dropped=dropped)
            done = last


def _missing(words: Sequence[Word], inner: set[int], linked: set[int], around: _Around) -> bool:
    """Whether next to no word of a part has a counterpart, and most have none near it either."""
    stray = inner & linked
    if len(stray) >= CLAUSE_COUNTERPARTS * len(inner):
        return False
    elsewhere = {n for n in inner - linked if around.has(words[n])}
    return len(stray | elsewhere) <= CLAUSE_NEARBY * len(inner)


class _Around:
    """The words of the sentences aligned with one, and of those beside them: a part may have moved there."""

    def __init__(self, pairing: ArticlePair, links: dict[int, float]) -> None:
        self.words, self.links = pairing.right.words, links

    @cached_property
    def stems(self) -> set[str]:
        """The stems of all words there."""
        near = {j + by for j in self.links for by in (-1, 0, 1)} & set(range(len(self.words)))
        return {form for j in near for form in stems(self.words[j])}

    @cached_property
    def lemmas(self) -> set[str]:
        """The words of the aligned sentences that say something by themselves."""
        return {self.words[j][n].lemma.lower() for j in self.links for n in contents(self.words[j])}

    def has(self, word: Word) -> bool:
        """Whether a word, or one that means the same, stands there; names recur whatever is told of them."""
        if word.pos == "PROPN":
            return False
        return prefix_stem(word.text) in self.stems or any(
            relation(word.lemma.lower(), lemma) in EQUIVALENT for lemma in self.lemmas
        )


def parts(words: Sequence[Word]) -> list[tuple[int, int]]:
    """The ranges ``[first, last)`` of clauses, joined verbs and appositions, the outermost first; no quotations."""
    marks = [n for n, word in enumerate(words) if word.text in _MARKS]
    found = (place for place in {*_clauses(words), *_set_off(words)} if not _quoted(place, marks))
    return sorted(found, key=lambda place: (place[0], -place[1]))


def _quoted(place: tuple[int, int], marks: Sequence[int]) -> bool:
    """Whether a quotation begins or ends in a place, or is open where it begins."""
    return any(place[0] <= n < place[1] for n in marks) or sum(n < place[0] for n in marks) % 2 == 1


def _clauses(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    extents = _extents(words)
    for head, word in enumerate(words):
        if word.dep in PARTS and (word.dep != "conj" or word.pos == "VERB"):
            first, last = _trimmed(words, *extents[head])
            yield _opened(words, head, first), last


def _set_off(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """What stands between two commas, whatever the parser makes of it."""
    commas = [n for n, word in enumerate(words) if word.text == ","]
    yield from ((a + 1, b) for a, b in pairwise(commas) if b - a > CLAUSE_WORDS)


def _extents(words: Sequence[Word]) -> list[tuple[int, int]]:
    """For each word, the range from the first to the last word that it governs, itself included."""
    first, last = list(range(len(words))), list(range(len(words)))
    for n in range(len(words)):
        top = n
        while words[top].head != top and not first[words[top].head] <= n <= last[words[top].head]:
            top = words[top].head
            first[top], last[top] = min(first[top], n), max(last[top], n)
    return [(a, b + 1) for a, b in zip(first, last, strict=True)]


def _trimmed(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """A range without the punctuation at its ends."""
    while last - first > 1 and words[last - 1].pos in ("PUNCT", "SPACE"):
        last -= 1
    while last - first > 1 and words[first].pos in ("PUNCT", "SPACE"):
        first += 1
    return first, last


def _opened(words: Sequence[Word], head: int, first: int) -> int:
    """A joined verb with an "or" before it: "or face"."""
    before = [n for n in range(words[head].head, first) if words[n].dep == "cc" and words[n].head == words[head].head]
    joined = words[head].dep == "conj" and before and words[before[-1]].lemma.lower() == "or"
    return before[-1] if joined else first


def _lacking(
    pairing: ArticlePair, sentence: Sentence, place: tuple[int, int], kept: float, producer: str, *, dropped: bool
) -> Alignment:
    return one_sided(
        pairing,
        AlignmentKind.CLAUSE,
        sentence.index,
        place,
        producer=producer,
        score=CLAUSE_SCORE,
        overlap=round(kept, 4),
        dropped=dropped,
    )
