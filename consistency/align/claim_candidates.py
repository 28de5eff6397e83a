"""Which claims of another article one claim is compared with: all of them, or the likely ones where there are many."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from consistency.align.limits import PAIRS_OF_CLAIMS, nearest, share
from consistency.claims.kinds import MATCHED, matching_of
from consistency.language.memoize import memoize_by_identity
from consistency.types import Claim


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
