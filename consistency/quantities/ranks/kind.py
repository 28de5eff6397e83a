"""Ranks as a kind of claim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from consistency.types import Claim, ClaimKind, Severity, Span
from consistency.types.claim_kind import ClaimKindSpec, Matching
from consistency.types.extraction import Extraction

#: Scales whose ends may be one place: the highest finish is the best one.
_TOP, _BOTTOM = frozenset({"high", "good", "large"}), frozenset({"low", "bad", "small"})


def agrees(left: Claim, right: Claim) -> bool | None:
    """Equal place on one scale; a plain ordinal has no scale and is compared with ordinals only."""
    if left.rank is None or right.rank is None or (left.rank_scale is None) != (right.rank_scale is None):
        return None
    if left.rank_scale != right.rank_scale and left.rank == right.rank:
        ends = {left.rank_scale, right.rank_scale}
        if ends <= _TOP or ends <= _BOTTOM or _also(left, right) or _also(right, left):
            return None
    return left.rank == right.rank and left.rank_scale == right.rank_scale


def _also(one: Claim, two: Claim) -> bool:
    """Whether the sentence of one claim gives the other's rank as well: "the longest, and the deepest cave"."""
    words = set(re.findall(r"[\w-]+", f"{one.context.before} {one.context.after}".lower()))
    return any(word in words for word in two.text.lower().split() if word.endswith("est"))


def _find(text: str, published: date | None, taken: Sequence[Span]) -> list[Extraction]:
    # Imported when called: compiling the patterns takes long, and a cached report needs none.
    from consistency.quantities.ranks.find import ranks

    return ranks(text, taken)


def _weight(claim: Claim) -> Severity | None:
    return Severity.NOTE if claim.rank and re.search(r"\d", claim.text) else None


def _as_dict(claim: Claim) -> dict[str, Any]:
    return {"rank": claim.rank}


KIND = ClaimKindSpec(
    kind=ClaimKind.RANK,
    find=_find,
    precedence=1,
    agrees=agrees,
    matching=Matching(value=lambda claim: (claim.rank, claim.rank_scale), known_by_context=True),
    weight=_weight,
    as_dict=_as_dict,
    shown=("rank",),
)
