"""Two tellings side by side, with all that is known of how they belong together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from consistency.align.embedded import Embedded
from consistency.align.match import Match, match
from consistency.align.words import Comparison, compare_words
from consistency.types import Role, Telling

Linked = Mapping[tuple[int, int], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Two tellings, the scores of their aligned sentences, and how surely they tell one story.

    In a check the left telling is the draft. ``one`` and ``two`` are the embeddings of their sentences.
    """

    left: Telling
    right: Telling
    linked: Linked
    related: float
    one: Sequence[Embedded]
    two: Sequence[Embedded]
    _words: dict[tuple[int, int], Comparison] = field(default_factory=dict, repr=False, compare=False)
    _matches: list[tuple[Match, ...]] = field(default_factory=list, repr=False, compare=False)
    _twin: Pairing | None = field(default=None, repr=False, compare=False)

    def flip(self) -> Pairing:
        """The same pairing seen from the right telling."""
        linked = {(b, a): score for (a, b), score in self.linked.items()}
        return replace(
            self,
            left=self.right,
            right=self.left,
            linked=linked,
            one=self.two,
            two=self.one,
            _words={},
            _matches=[],
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
        return {b: score for (a, b), score in self.linked.items() if a == sentence}

    def compare(self, left: int, right: int) -> Comparison:
        """The words of a left and a right sentence that stand for each other; computed once."""
        if self._twin:
            return self._twin.compare(right, left).flip()
        if (left, right) not in self._words:
            a, b = self.one[left], self.two[right]
            texts = self.left.sentences[left].text, self.right.sentences[right].text
            self._words[left, right] = compare_words(*texts, a.tokens, a.spans, b.tokens, b.spans)
        return self._words[left, right]
