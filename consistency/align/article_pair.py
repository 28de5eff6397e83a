"""Two articles side by side: which sentences are aligned, and the words of any two sentences that correspond."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TypeVar, cast

from consistency.align.claim_matching import Match, match
from consistency.align.limits import room
from consistency.align.word_alignment import (
    Comparison,
    Counterparts,
    Embedded,
    Pooled,
    Seen,
    compare_words,
    counterparts,
    likest,
    pooled,
    turned,
)
from consistency.types import ParsedArticle, Role

T = TypeVar("T")

#: Scores of aligned sentences by their numbers in the left and the right article.
Linked = Mapping[tuple[int, int], float]

#: The words of two sentences, each with its similarity to the most similar word of the other sentence.
SeenWords = tuple[tuple[Seen, ...], tuple[Seen, ...]]


class SentencePairs:
    """Word alignments of the sentences of two articles, each computed when first asked for, and then remembered.

    A left and a right sentence are named by their numbers.
    """

    def __init__(
        self, left: ParsedArticle, right: ParsedArticle, one: Sequence[Embedded], two: Sequence[Embedded]
    ) -> None:
        self._sides = (left, one), (right, two)
        self._pooled: tuple[dict[int, Pooled], dict[int, Pooled]] = ({}, {})
        self._comparisons: dict[tuple[int, int], Comparison] = {}
        self._counterparts: dict[tuple[int, int], Counterparts] = {}
        self._likest: dict[tuple[int, int], SeenWords] = {}

    def compare(self, left: int, right: int) -> Comparison:
        """The word alignment of two sentences."""
        if (left, right) not in self._comparisons:
            self._comparisons[left, right] = compare_words(*self._vectors(left, right))
        return self._comparisons[left, right]

    def counterparts(self, left: int, right: int) -> Counterparts:
        """The same for parsed words: for each left one, the places of its counterparts."""
        if (left, right) not in self._counterparts:
            (ours, _), (theirs, _) = self._sides
            links = self.compare(left, right).links
            self._counterparts[left, right] = counterparts(ours.words[left], theirs.words[right], links)
        return self._counterparts[left, right]

    def likest(self, left: int, right: int) -> SeenWords:
        """The words of both sentences with their similarities; cheaper than an alignment."""
        if (left, right) not in self._likest:
            made = self._comparisons.get((left, right))
            self._likest[left, right] = (made.left, made.right) if made else likest(*self._vectors(left, right))
        return self._likest[left, right]

    def _vectors(self, left: int, right: int) -> tuple[Pooled, Pooled]:
        for n, side, known in zip((left, right), self._sides, self._pooled, strict=True):
            if n not in known:
                doc, embedded = side
                known[n] = pooled(doc.sentences[n].text, embedded[n].tokens, embedded[n].spans)
        return self._pooled[0][left], self._pooled[1][right]

    def flip(self) -> FlippedSentencePairs:
        """The same alignments seen from the right article."""
        return FlippedSentencePairs(self)


class FlippedSentencePairs:
    """The alignments of ``SentencePairs`` with left and right exchanged; nothing is aligned again."""

    def __init__(self, original: SentencePairs) -> None:
        self._original = original
        self._counterparts: dict[tuple[int, int], Counterparts] = {}

    def compare(self, left: int, right: int) -> Comparison:
        """The word alignment of two sentences."""
        return self._original.compare(right, left).flip()

    def counterparts(self, left: int, right: int) -> Counterparts:
        """The same for parsed words: for each left one, the places of its counterparts."""
        if (left, right) not in self._counterparts:
            self._counterparts[left, right] = turned(self._original.counterparts(right, left))
        return self._counterparts[left, right]

    def likest(self, left: int, right: int) -> SeenWords:
        """The words of both sentences with their similarities; cheaper than an alignment."""
        return self._original.likest(right, left)[::-1]

    def flip(self) -> SentencePairs:
        """The original."""
        return self._original


class ArticlePair:
    """Two parsed articles, the scores of their aligned sentences, and how surely they report the same event.

    In a check the left article is the draft. ``one`` and ``two`` are the embeddings of their sentences. Everything
    else is computed once, when first asked for, and is freed together with the pair; ``flip`` shares it.
    """

    def __init__(
        self, *, left: ParsedArticle, right: ParsedArticle, linked: Linked, related: float,
        one: Sequence[Embedded], two: Sequence[Embedded], words: SentencePairs | FlippedSentencePairs | None = None,
    ) -> None:  # fmt: skip
        self.left = left
        self.right = right
        self.linked = linked
        self.related = related
        self.one = one
        self.two = two
        self._words = words or SentencePairs(left, right, one, two)
        self._flipped: ArticlePair | None = None
        self._results: dict[Callable[[ArticlePair], object], object] = {}

    @property
    def crowded(self) -> int:
        """How many sentences of both articles have as many aligned ones as a sentence may have."""
        sides = zip(*self.linked, strict=True) if self.linked else ()
        return sum(
            many >= room(doc.sentences[n].text)
            for doc, side in zip((self.left, self.right), sides, strict=False)
            for n, many in Counter(side).items()
        )

    @property
    def among_sources(self) -> bool:
        """Whether neither article is the one that is checked."""
        return self.left.article.role is Role.SOURCE

    def flip(self) -> ArticlePair:
        """The same pair seen from the right article; its ``flip`` is this pair."""
        if self._flipped is None:
            self._flipped = ArticlePair(
                left=self.right,
                right=self.left,
                linked={(b, a): score for (a, b), score in self.linked.items()},
                related=self.related,
                one=self.two,
                two=self.one,
                words=self._words.flip(),
            )
            self._flipped._flipped = self
        return self._flipped

    def once(self, compute: Callable[[ArticlePair], T]) -> T:
        """The value that the function returns for this pair; the function is called once."""
        if compute not in self._results:
            self._results[compute] = compute(self)
        return cast("T", self._results[compute])

    @cached_property
    def _matches(self) -> tuple[Match, ...]:
        return match(self.left, self.right, self.linked)

    def matches(self) -> tuple[Match, ...]:
        """The claims of both articles that concern the same fact."""
        return self._matches

    @cached_property
    def _links(self) -> dict[int, dict[int, float]]:
        links: dict[int, dict[int, float]] = {}
        for (a, b), score in self.linked.items():
            links.setdefault(a, {})[b] = score
        return links

    def links(self, sentence: int) -> dict[int, float]:
        """The right sentences that are aligned with a left one, with their scores."""
        return self._links.get(sentence, {})

    def compare(self, left: int, right: int) -> Comparison:
        """The word alignment of a left and a right sentence."""
        return self._words.compare(left, right)

    def counterparts(self, left: int, right: int) -> Counterparts:
        """For each parsed word of a left sentence, the places of its counterparts in a right sentence."""
        return self._words.counterparts(left, right)

    def likest(self, left: int, right: int) -> tuple[Seen, ...]:
        """Each word of a left sentence, with its similarity to the most similar word of a right sentence."""
        return self._words.likest(left, right)[0]
