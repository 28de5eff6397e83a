"""Which claims may be about the same thing, and how similar the words around them are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import takewhile

from consistency.align.limits import nearest, share
from consistency.claims.kinds import MATCHED, matching_of
from consistency.language.inflection import content_stems, suffix_stem, words
from consistency.language.memoize import memoize_by_identity
from consistency.language.stopwords import STOPWORDS
from consistency.thresholds.claims import (
    CONTEXT_COUNTED_SHARE,
    CONTEXT_FUNCTION_WORD,
    CONTEXT_HALF_LIFE,
    CONTEXT_WORDS_SHARE,
    COPIED_FUNCTION_WORD,
    COPIED_REACH,
)
from consistency.types import Claim, Context
from consistency.types.limits import CONTEXT_WORDS, PAIRS_OF_CLAIMS


@lru_cache(maxsize=4096)
def surroundings(context: Context) -> dict[str, float]:
    """The words around a claim, each with a weight that falls with its distance."""
    before, after = words(context.before)[-CONTEXT_WORDS:], words(context.after)[:CONTEXT_WORDS]
    weights: dict[str, float] = {}
    # In the order of the text: sums of these weights must not depend on anything else.
    for distance, word in (*zip(range(len(before))[::-1], before, strict=True), *enumerate(after)):
        weight = 1.0 / (1.0 + distance / CONTEXT_HALF_LIFE)
        if word.lower() in STOPWORDS:
            weight *= CONTEXT_FUNCTION_WORD
        key = suffix_stem(word)
        weights[key] = max(weights.get(key, 0.0), weight)
    return weights


def overlap(left: dict[str, float], right: dict[str, float]) -> float:
    """Dice overlap, 0 to 1, of two weighted bags of words."""
    total = sum(left.values()) + sum(right.values())
    shared = sum(min(weight, right[word]) for word, weight in left.items() if word in right)
    return 2 * shared / total if total else 1.0


def heads(claim: Claim) -> frozenset[str]:
    """The content words of what a claim counts; empty where nothing is counted."""
    return content_stems(claim.counted.text) if claim.counted else frozenset()


@lru_cache(maxsize=50_000)
def copied_context(left: Context, right: Context) -> float:
    """How many words right before and after two claims are the same; 0 unless some are on both sides.

    A content word counts 1, a function word half; up to ``COPIED_REACH`` words on each side.
    """
    (before, after), (ahead, behind) = _around(left), _around(right)
    runs = _run(before, ahead), _run(after, behind)
    return sum(runs) if all(runs) else 0.0


@lru_cache(maxsize=4096)
def _around(context: Context) -> tuple[list[str], list[str]]:
    """The words before and after a claim in small letters, the nearest first."""
    before, after = ([word.lower() for word in words(text)] for text in (context.before, context.after))
    return before[::-1][:COPIED_REACH], after[:COPIED_REACH]


def _run(ours: Sequence[str], theirs: Sequence[str]) -> float:
    equal = takewhile(lambda pair: pair[0] == pair[1], zip(ours, theirs, strict=False))
    return sum(COPIED_FUNCTION_WORD if word in STOPWORDS else 1.0 for word, _ in equal)


def context_similarity(left: Claim, right: Claim) -> float:
    """0 to 1: how sure it is that both claims measure the same thing, judged by the words around them."""
    near = overlap(surroundings(left.context), surroundings(right.context))
    one, two = heads(left), heads(right)
    if one and two:
        same = len(one & two) / min(len(one), len(two))
        return CONTEXT_WORDS_SHARE * near + CONTEXT_COUNTED_SHARE * same
    return near


class Candidates:
    """The claims of a telling, to be found by what they say and where."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.claims = claims
        self._by_value: dict[object, list[int]] = {}
        self._by_sentence: dict[int, list[int]] = {}
        for n, claim in enumerate(claims):
            self._by_value.setdefault(_value(claim), []).append(n)
            self._by_sentence.setdefault(claim.sentence, []).append(n)
        self._last = max((claim.span.end for claim in claims), default=0)

    def places(self, claim: Claim, others: int, near: Iterable[int] = ()) -> Collection[int]:
        """The numbers of the claims to compare with one of ``others``; ``near`` are sentences that may tell the same.

        All of them, unless these are more pairs than the limit.
        """
        if others * len(self.claims) <= PAIRS_OF_CLAIMS:
            return range(len(self.claims))
        most, depth = share(PAIRS_OF_CLAIMS, others, len(self.claims)), claim.span.start / max(self._last, 1)
        linked = [n for s in near for n in nearest(self._by_sentence.get(s, ()), depth, most)]
        equal = self._by_value.get(_value(claim), ())
        around = range(len(self.claims))
        return sorted({n for some in (linked, equal, around) for n in nearest(some, depth, most)})

    def of(self, sentence: int) -> list[Claim]:
        """The claims of a sentence."""
        return [self.claims[n] for n in self._by_sentence.get(sentence, ())]

    def likely(self, claim: Claim, others: int, near: Iterable[int] = ()) -> Sequence[Claim]:
        """The claims themselves."""
        places = self.places(claim, others, near)
        return self.claims if len(places) == len(self.claims) else [self.claims[n] for n in places]


@memoize_by_identity
def candidates(claims: tuple[Claim, ...]) -> Candidates:
    """The claims of a telling, indexed once."""
    return Candidates(claims)


def _value(claim: Claim) -> object:
    """What equal claims have in common."""
    return matching_of(claim).value(claim) if claim.kind in MATCHED else None
