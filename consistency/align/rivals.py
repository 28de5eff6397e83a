"""Words in the place of their rivals, however the rest is told: other things of a kind, other acts, opposites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from consistency.agree.kinds import Sort, excluded, rivals, sort_of
from consistency.agree.once import once
from consistency.agree.opposites import opposites
from consistency.agree.stance import negations
from consistency.align.novelty import contents, stems
from consistency.align.pairing import Pairing
from consistency.align.sides import phrased
from consistency.align.ties import Tie, ties
from consistency.types import EXCERPT, ONE_STORY, Alignment, Matter, Telling, Word

#: Content words on each side of a word that tell whether two places speak of one matter, and how many must be shared.
NEAR, SHARED = 8, 2

#: How sure a thing is meant for the other one, and how closely its frame counts as kept.
SCORE, COVER = 0.7, 0.6

#: Parts of speech whose words stand in each other's place; taggers tell the names of things apart worst.
_SORTS = {"NOUN": "thing", "PROPN": "thing", "ADJ": "thing", "VERB": "act", "ADV": "way"}

#: What negations are to the word that they negate.
_HELPERS = frozenset({"neg", "aux", "det", "advmod", "prt", "preconj"})


class Said(NamedTuple):
    """A lemma with what it is used for: a thing, an act, a way."""

    sort: str
    lemma: str


class Found(NamedTuple):
    """A word that has rivals at its place, what it is tied to, and the stems of the content words around it."""

    said: Said
    sentence: int
    word: int
    ties: frozenset[Tie]
    around: frozenset[str]


def rivalling(pairing: Pairing) -> Iterator[Alignment]:
    """Each word that the right telling never uses, where it has a rival of it that the left sentence lacks."""
    if pairing.related < ONE_STORY:
        return
    heard, theirs = _all(pairing.right.words), _places(pairing.right)
    for said, places in _places(pairing.left).items():
        rest = frozenset() if said in heard else _rivals(said) & theirs.keys()
        for one in places if rest else ():
            here = _all([pairing.left.words[one.sentence]])
            others = [two for rival in sorted(rest - here) for two in theirs[rival]]
            best = max(others, key=lambda two: (_likeness(pairing, one, two), -two.sentence, -two.word), default=None)
            if best and _likeness(pairing, one, best):
                yield _alignment(pairing, one, best)


@lru_cache(maxsize=5000)
def _rivals(said: Said) -> frozenset[Said]:
    return frozenset(Said(said.sort, other) for other in rivals(said.lemma) | opposites(said.lemma))


def _all(sentences: Iterable[Sequence[Word]]) -> set[Said]:
    """All that sentences use as a thing, an act or a way."""
    return {_said(word) for words in sentences for word in words if word.pos in _SORTS}


def _said(word: Word) -> Said:
    return Said(_SORTS[word.pos], word.lemma.lower())


def _places(telling: Telling) -> Mapping[Said, Sequence[Found]]:
    """Where an article's sentences have words with rivals."""
    found: dict[Said, list[Found]] = {}
    for sentence, words in zip(telling.sentences, telling.words, strict=True):
        for n in _rivalled(words) if sentence.checkable else ():
            tied = ties(words, n)
            around = _around(words, n) | {tie.stem for tie in tied}
            one = Found(_said(words[n]), sentence.index, n, tied, around)
            found.setdefault(one.said, []).append(one)
    return found


@once
def _rivalled(words: tuple[Word, ...]) -> tuple[int, ...]:
    """The places of the words with rivals; what is counted is compared by its figure."""
    counted = {word.head for word in words if word.dep == "nummod"}
    return tuple(
        n for n in sorted(contents(words)) if n not in counted and words[n].pos in _SORTS and _rivals(_said(words[n]))
    )


def _around(words: tuple[Word, ...], n: int) -> frozenset[str]:
    forms, says = stems(words), contents(words)
    return frozenset(forms[m] for m in range(max(0, n - NEAR), min(len(words), n + NEAR + 1)) if m in says and m != n)


def _likeness(pairing: Pairing, one: Found, two: Found) -> float:
    """How like the places of two words are, 0 where they need not speak of one matter."""
    link = pairing.linked.get((one.sentence, two.sentence), 0.0)
    tied, near = len(one.ties & two.ties), len(one.around & two.around)
    if near < SHARED or not (link or tied):
        return 0.0
    exclusive = excluded(one.said.lemma, two.said.lemma)
    if not exclusive and (_denied(pairing.left, one) - _denied(pairing.right, two)) % 2:
        return 0.0
    return tied + near + link if tied or (exclusive and _free(pairing, one, two)) else 0.0


def _denied(telling: Telling, one: Found) -> int:
    """How often what belongs to a word, or to the verb it belongs to, negates: "not included" is no "excluded"."""
    words = telling.words[one.sentence]
    word = words[one.word]
    owners = {one.word} if word.pos == "VERB" and word.dep != "xcomp" else {one.word, word.head}
    own = {n for n, other in enumerate(words) if other.head in owners and other.dep in _HELPERS}
    return negations([words[n] for n in sorted((own | owners) - {one.word})])


def _free(pairing: Pairing, one: Found, two: Found) -> bool:
    """Whether two words of one kind need no tie in common: things, in an article, and no people."""
    small = sum(s.checkable for s in pairing.right.sentences) < EXCERPT
    return one.said.sort == "thing" and not small and sort_of(one.said.lemma, two.said.lemma) is not Sort.PEOPLE


def _alignment(pairing: Pairing, left: Found, right: Found) -> Alignment:
    sides = (
        phrased(pairing.left, left.sentence, left.word, left.word + 1),
        phrased(pairing.right, right.sentence, right.word, right.word + 1),
    )
    return Alignment(sides=sides, score=SCORE, cover=COVER, related=pairing.related, matter=Matter.FRAME)
