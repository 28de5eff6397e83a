"""Words in the place of their rivals, however the rest is told: other things of a kind, other acts, opposites."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from consistency.align.article_pair import ArticlePair
from consistency.align.builders import aligned, words_side
from consistency.align.limits import nearest, share
from consistency.annotate.attached_figures import apart
from consistency.annotate.content_words import contents, stems
from consistency.annotate.syntax import Relation, relations
from consistency.language.contrasts import ContrastSet, are_exclusive, contrast_set, contrasting_words
from consistency.language.cues import negations
from consistency.language.memoize import memoize_by_identity
from consistency.language.opposites import opposites
from consistency.thresholds.words import CONTRAST_OVERLAP, CONTRAST_REACH, CONTRAST_SCORE, CONTRAST_SHARED
from consistency.types import EXCERPT, ONE_STORY, Alignment, AlignmentKind, ParsedArticle, Word
from consistency.types.limits import FEWEST_PLACES, PLACES

#: Parts of speech whose words stand in each other's place; taggers tell the names of things apart worst.
_SORTS = {"NOUN": "thing", "PROPN": "thing", "ADJ": "thing", "VERB": "act", "ADV": "way"}

#: What negations are to the word that they negate.
_HELPERS = frozenset({"neg", "aux", "det", "advmod", "prt", "preconj"})


#: What makes a time of a stretch of time before it.
_FROM = frozenset({"ago", "before", "earlier", "later"})


class Said(NamedTuple):
    """A lemma with what it is used for: a thing, an act, a way."""

    sort: str
    lemma: str


class Place(NamedTuple):
    """Where a telling has a word that has rivals."""

    said: Said
    sentence: int
    word: int


class _Rivalled:
    """The words of a telling that have rivals; what stands around one is looked at when it is asked for."""

    def __init__(self, doc: ParsedArticle) -> None:
        self.doc = doc
        self.places: dict[Said, list[Place]] = {}
        self._known: dict[Place, tuple[frozenset[Relation], frozenset[str]]] = {}
        for sentence, words in zip(doc.sentences, doc.words, strict=True):
            for n, said in _with_rivals(words) if sentence.checkable else ():
                self.places.setdefault(said, []).append(Place(said, sentence.index, n))

    def around(self, place: Place) -> tuple[frozenset[Relation], frozenset[str]]:
        """What a word is tied to, and the stems of the content words around it."""
        if place not in self._known:
            words = self.doc.words[place.sentence]
            tied = relations(words, place.word)
            self._known[place] = tied, _near(words, place.word) | {tie.stem for tie in tied}
        return self._known[place]


def contrasting(pairing: ArticlePair) -> Iterator[Alignment]:
    """Each word that the right telling never uses, where it has a rival of it that the left sentence lacks."""
    if pairing.related < ONE_STORY:
        return
    ours, theirs = _Rivalled(pairing.left), _Rivalled(pairing.right)
    most = share(PLACES, sum(map(len, ours.places.values())), least=FEWEST_PLACES)
    heard = frozenset().union(*map(_used, pairing.right.words))
    for said, places in ours.places.items():
        rest = frozenset() if said in heard else _rivals(said) & theirs.places.keys()
        for one in places if rest else ():
            told = rest - _used(pairing.left.words[one.sentence])
            likely = [
                (_likeness(pairing, (ours, one), (theirs, two)), -two.sentence, -two.word, two)
                for rival in told
                for two in nearest(theirs.places[rival], one.sentence / max(len(pairing.left.words), 1), most)
            ]
            best = max(likely, default=None)
            if best and best[0]:
                yield _alignment(pairing, one, best[-1])


@lru_cache(maxsize=5000)
def _rivals(said: Said) -> frozenset[Said]:
    return frozenset(Said(said.sort, other) for other in contrasting_words(said.lemma) | opposites(said.lemma))


@memoize_by_identity
def _used(words: tuple[Word, ...]) -> frozenset[Said]:
    """All that a sentence uses as a thing, an act or a way."""
    return frozenset([Said(_SORTS[word.pos], word.lemma.lower()) for word in words if word.pos in _SORTS])


@memoize_by_identity
def _with_rivals(words: tuple[Word, ...]) -> tuple[tuple[int, Said], ...]:
    """The words that have rivals, by their places; what is counted is told by its figure, "a year ago" by its date."""
    measured = {word.head for word in words if word.dep == "nummod"}
    measured |= {n - 1 for n, word in enumerate(words) if word.text.lower() in _FROM}
    says = [n for n in sorted(contents(words)) if n not in measured and words[n].pos in _SORTS]
    found = ((n, Said(_SORTS[words[n].pos], words[n].lemma.lower())) for n in says)
    return tuple([(n, said) for n, said in found if _rivals(said)])


def _near(words: tuple[Word, ...], n: int) -> frozenset[str]:
    forms, says = stems(words), contents(words)
    around = range(max(0, n - CONTRAST_REACH), min(len(words), n + CONTRAST_REACH + 1))
    return frozenset([forms[m] for m in around if m in says and m != n])


def _likeness(pairing: ArticlePair, left: tuple[_Rivalled, Place], right: tuple[_Rivalled, Place]) -> float:
    """How like the places of two words are, 0 where they need not speak of one matter."""
    (ours, one), (theirs, two) = left, right
    link = pairing.linked.get((one.sentence, two.sentence), 0.0)
    (mine, here), (other, there) = ours.around(one), theirs.around(two)
    tied, near = len(mine & other), len(here & there)
    if near < CONTRAST_SHARED or not (link or tied):
        return 0.0
    if apart(pairing.left.words[one.sentence], one.word, pairing.right.words[two.sentence], two.word):
        return 0.0
    exclusive = are_exclusive(one.said.lemma, two.said.lemma)
    if not exclusive and (_denied(pairing.left, one) - _denied(pairing.right, two)) % 2:
        return 0.0
    return tied + near + link if tied or (exclusive and _free(pairing, one, two)) else 0.0


def _denied(doc: ParsedArticle, one: Place) -> int:
    """How often what belongs to a word, or to the verb it belongs to, negates: "not included" is no "excluded"."""
    words = doc.words[one.sentence]
    word = words[one.word]
    owners = {one.word} if word.pos == "VERB" and word.dep != "xcomp" else {one.word, word.head}
    own = {n for n, other in enumerate(words) if other.head in owners and other.dep in _HELPERS}
    return negations([words[n] for n in sorted((own | owners) - {one.word})])


def _free(pairing: ArticlePair, one: Place, two: Place) -> bool:
    """Whether two words of one kind need no tie in common: things, in an article, and no people."""
    small = sum(s.checkable for s in pairing.right.sentences) < EXCERPT
    return (
        one.said.sort == "thing"
        and not small
        and contrast_set(one.said.lemma, two.said.lemma) is not ContrastSet.PEOPLE
    )


def _alignment(pairing: ArticlePair, left: Place, right: Place) -> Alignment:
    sides = (
        words_side(pairing.left, left.sentence, left.word, left.word + 1),
        words_side(pairing.right, right.sentence, right.word, right.word + 1),
    )
    kind = AlignmentKind.FRAME
    return aligned(
        pairing, kind, sides, producer="substitutions.by_contrast", score=CONTRAST_SCORE, overlap=CONTRAST_OVERLAP
    )
