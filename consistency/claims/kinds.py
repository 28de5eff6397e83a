"""The kinds of claims, each described by its concept. A new kind has its line here."""

from __future__ import annotations

from functools import cache

from consistency.dates.kind import KIND as DATE
from consistency.quantities.kind import KIND as QUANTITY
from consistency.quantities.ranks.kind import KIND as RANK
from consistency.quotations.kind import KIND as QUOTE
from consistency.statements.kind import KIND as STATEMENT
from consistency.types import Claim, ClaimKind
from consistency.types.claim_kind import ClaimKindSpec, Matching

#: Every kind, in the order of their keys in a JSON claim.
KINDS: tuple[ClaimKindSpec, ...] = (QUANTITY, RANK, DATE, QUOTE, STATEMENT)

_BY_KIND: dict[ClaimKind, ClaimKindSpec] = {spec.kind: spec for spec in KINDS}

if missing := set(ClaimKind) - _BY_KIND.keys():
    raise RuntimeError(f"no specification for claims of kind {', '.join(sorted(missing))}")

#: Kinds that are matched between articles by what they measure.
MATCHED = frozenset(spec.kind for spec in KINDS if spec.matching)


def spec_of(claim: Claim) -> ClaimKindSpec:
    """What the program knows of claims of this kind."""
    return _BY_KIND[claim.kind]


def matching_of(claim: Claim) -> Matching:
    """How claims of this kind are matched. Raises TypeError for a kind that is not ``MATCHED``."""
    matching = _BY_KIND[claim.kind].matching
    if matching is None:
        raise TypeError(f"claims of kind {claim.kind.value} are not matched by what they measure")
    return matching


@cache
def finders() -> tuple[ClaimKindSpec, ...]:
    """The kinds in the order in which they take their words in a sentence."""
    return tuple(sorted(KINDS, key=lambda spec: -spec.precedence))
