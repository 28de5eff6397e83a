"""How much of an article is compared with how much of another one, at the most, and what was left out for it.

Only texts that are made to be slow, lists and whole books come near: the limits keep the time of a check in
proportion to its text. What is cut depends on the articles alone, and stands in the report.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from consistency.types import ParsedArticle, Word
from consistency.types.limits import WORDS

T = TypeVar("T")

#: Sentences of an article that are compared: every two sentences of two articles have a score, some 50 MB of them at
#: this number. A book of 100 pages has as many; the longest of 400 news articles has 260.
SENTENCES = 2500

#: Words on each side of a figure that tell what it measures: the last ones of so many weigh a twentieth of the first.
AROUND = 100

#: Sentences of another article that one sentence is aligned with. A paragraph told in a summary is ten at most; more
#: are repetitions, each of which says what the first ones say.
LINKS = 16

#: To compare two sentences takes longer by the square of their length: from so many characters on, one of which is no
#: sentence but a list, it is aligned with fewer, at the least with so many.
USUAL, FEWEST_LINKS = 1500, 4

#: Pairs of sentences that are looked at for a second partner; beyond, each sentence has only its ``LIKEST``. Two
#: articles of 250 sentences have fewer, were they all alike.
PAIRS_OF_SENTENCES, LIKEST = 60_000, 40

#: Pairs of figures and dates, and of quotations, that are compared; beyond, each is compared with those of equal
#: value, of aligned sentences, and with the nearest ones. Two articles of 340 figures or 100 quotations
#: have fewer; news has 50 and 20.
PAIRS_OF_CLAIMS, PAIRS_OF_QUOTES = 120_000, 10_000

#: Comparing two quotations takes as long as the product of their words: so much in all pairs. Two articles of 75
#: quotations of 30 words each have less.
WORK_ON_QUOTES = 6_000_000

#: Sentences that are looked at for whether one has the words of a quotation, or all figures and names of a sentence,
#: in pairs. Two articles of 500 sentences have fewer.
PAIRS_OF_PASSAGES = 250_000

#: Fewer neighbours than this are never looked at, however many there are.
LEAST = 12

#: Claims of one article that contradict one of its claims: more are a list, in which every line has its figure.
CONTRADICTIONS = 24


#: Names of one sentence each of which is compared with each of another one: a sentence with more is a list of names.
NAMES = 40

#: Places of another article looked at for one word, shared by all words of an article: where the words around it
#: were copied from, where one like it fills its slot, or a rival of it stands.
PLACES, FEWEST_PLACES = 300_000, 30

#: Characters of a draft whose differences are looked up together when those of several sources are merged.
STRETCH = 64


def share(budget: int, *sizes: int, least: int = LEAST) -> int:
    """How many each of the many may be compared with, if all together may cost ``budget``."""
    return max(least, budget // max(*sizes, 1))


def room(text: str) -> int:
    """How many sentences of the other article a sentence may be aligned with: fewer for a very long one."""
    return max(FEWEST_LINKS, round(LINKS * min(USUAL / max(len(text), 1), 1.0) ** 2))


def nearest(many: Sequence[T], depth: float, most: int) -> Sequence[T]:
    """The ``most`` of many that stand nearest to a depth of their article, 0 to 1; all where they are no more."""
    if len(many) <= most:
        return many
    first = min(max(round(depth * len(many)) - most // 2, 0), len(many) - most)
    return many[first : first + most]


def limited(doc: ParsedArticle) -> ParsedArticle:
    """The part of a telling that is compared; the telling itself where it is within the limits."""
    if len(doc.sentences) > SENTENCES:
        doc = _opening(doc)
    if all(len(words) <= WORDS for words in doc.words):
        return doc
    return replace(doc, words=tuple(map(_first, doc.words)))


def _opening(doc: ParsedArticle) -> ParsedArticle:
    kept = tuple(
        tuple(one for one in said if at + one.sentence_offset < SENTENCES)
        for at, said in enumerate(doc.attributions[:SENTENCES])
    )
    return replace(
        doc,
        sentences=doc.sentences[:SENTENCES],
        claims=tuple(claim for claim in doc.claims if claim.sentence < SENTENCES),
        mentions=tuple(one for one in doc.mentions if one.sentence < SENTENCES),
        words=doc.words[:SENTENCES],
        attributions=kept,
    )


def _first(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The first words of a sentence; what depends on one that is gone depends on nothing."""
    if len(words) <= WORDS:
        return words
    return tuple(word if word.head < WORDS else replace(word, head=n) for n, word in enumerate(words[:WORDS]))
