"""Two tellings side by side, with all that is known of how they belong together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

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
from consistency.types import Alignment, ParsedArticle, Role

Linked = Mapping[tuple[int, int], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePair:
    """Two tellings, the scores of their aligned sentences, and how surely they tell one story.

    In a check the left telling is the draft. ``one`` and ``two`` are the embeddings of their sentences; ``made``
    keeps what several steps need.
    """

    left: ParsedArticle
    right: ParsedArticle
    linked: Linked
    related: float
    one: Sequence[Embedded]
    two: Sequence[Embedded]
    _words: dict[tuple[int, int], Comparison] = field(default_factory=dict, repr=False, compare=False)
    _links: dict[int, dict[int, float]] = field(default_factory=dict, repr=False, compare=False)
    _likest: dict[tuple[int, int], tuple[tuple[Seen, ...], tuple[Seen, ...]]] = field(
        default_factory=dict, repr=False, compare=False
    )
    _pools: tuple[dict[int, Pooled], dict[int, Pooled]] = field(
        default_factory=lambda: ({}, {}), repr=False, compare=False
    )
    _stands: dict[tuple[int, int], Counterparts] = field(default_factory=dict, repr=False, compare=False)
    made: dict[str, tuple[Alignment, ...]] = field(default_factory=dict, repr=False, compare=False)
    _matches: list[tuple[Match, ...]] = field(default_factory=list, repr=False, compare=False)
    _flipped: list[ArticlePair] = field(default_factory=list, repr=False, compare=False)
    _twin: ArticlePair | None = field(default=None, repr=False, compare=False)

    @property
    def crowded(self) -> int:
        """How many sentences of both tellings have as many aligned ones as a sentence may have."""
        sides = zip(*self.linked, strict=True) if self.linked else ()
        return sum(
            many >= room(doc.sentences[n].text)
            for doc, side in zip((self.left, self.right), sides, strict=False)
            for n, many in Counter(side).items()
        )

    def flip(self) -> ArticlePair:
        """The same pair seen from the right article; made once."""
        if self._twin:
            return self._twin
        if not self._flipped:
            self._flipped.append(self._flip())
        return self._flipped[0]

    def _flip(self) -> ArticlePair:
        linked = {(b, a): score for (a, b), score in self.linked.items()}
        return replace(
            self,
            left=self.right,
            right=self.left,
            linked=linked,
            one=self.two,
            two=self.one,
            _words={},
            _links={},
            _likest={},
            _stands={},
            _pools=self._pools[::-1],
            made={},
            _matches=[],
            _flipped=[],
            _twin=self,
        )

    @property
    def among_sources(self) -> bool:
        """Whether neither telling is the one that is checked."""
        return self.left.article.role is Role.SOURCE

    def matches(self) -> tuple[Match, ...]:
        """The claims of both tellings that speak of one thing; computed once."""
        if not self._matches:
            self._matches.append(match(self.left, self.right, self.linked))
        return self._matches[0]

    def links(self, sentence: int) -> dict[int, float]:
        """The right sentences that are aligned with a left one, with their scores."""
        if not self._links:
            for (a, b), score in self.linked.items():
                self._links.setdefault(a, {})[b] = score
        return self._links.get(sentence, {})

    def compare(self, left: int, right: int) -> Comparison:
        """The words of a left and a right sentence that stand for each other; computed once."""
        if self._twin:
            return self._twin.compare(right, left).flip()
        if (left, right) not in self._words:
            self._words[left, right] = compare_words(*self._pooled(left, right))
        return self._words[left, right]

    def counterparts(self, left: int, right: int) -> Counterparts:
        """For each parsed word of a left sentence, the places of the words of a right one for it; computed once."""
        if (left, right) not in self._stands:
            self._stands[left, right] = (
                turned(self._twin.counterparts(right, left))
                if self._twin
                else counterparts(self.left.words[left], self.right.words[right], self.compare(left, right).links)
            )
        return self._stands[left, right]

    def likest(self, left: int, right: int) -> tuple[Seen, ...]:
        """Each word of a left sentence, with how like it the likest word of a right one is; computed once."""
        return self._both(left, right)[0]

    def _both(self, left: int, right: int) -> tuple[tuple[Seen, ...], tuple[Seen, ...]]:
        if self._twin:
            return self._twin._both(right, left)[::-1]
        if (left, right) not in self._likest:
            known = self._words.get((left, right))
            self._likest[left, right] = (known.left, known.right) if known else likest(*self._pooled(left, right))
        return self._likest[left, right]

    def _pooled(self, left: int, right: int) -> tuple[Pooled, Pooled]:
        sides = (self.left, self.one, left), (self.right, self.two, right)
        for known, (doc, embedded, n) in zip(self._pools, sides, strict=True):
            if n not in known:
                known[n] = pooled(doc.sentences[n].text, embedded[n].tokens, embedded[n].spans)
        return self._pools[0][left], self._pools[1][right]
