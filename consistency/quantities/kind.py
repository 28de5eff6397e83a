"""Quantities as a kind of claim: figures, and lists that have a number of members."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from math import isfinite
from typing import Any

from consistency.quantities import compare
from consistency.quantities.restated import alluded, is_difference, restated
from consistency.quantities.totals import complements
from consistency.thresholds.claims import GREATEST_RATIO
from consistency.thresholds.verdicts import POINTING_NUMBER
from consistency.types import Bound, Claim, ClaimKind, Dimension, Severity, Span
from consistency.types.claim_kind import ClaimKindSpec, Matching
from consistency.types.extraction import Extraction

#: Ages, and numbers that may be ages ("dies at 94").
_BARE = frozenset({Dimension.AGE, Dimension.NUMBER})

#: The unit of a dimension that has but one.
_UNIT = {Dimension.PERCENT: "percent", Dimension.POINTS: "percentage point"}

_FLOOR = {Bound.MORE_THAN, Bound.AT_LEAST}
_CEILING = {Bound.LESS_THAN, Bound.AT_MOST, Bound.JUST_UNDER}


def _find(text: str, published: date | None, taken: Sequence[Span]) -> list[Extraction]:
    # Imported when called: compiling the patterns takes long, and a cached report needs none.
    from consistency.quantities.find import quantities
    from consistency.quantities.lists import lists

    found = quantities(text, taken)
    return [*found, *lists(text, [*taken, *(one.span for one in found)])]


def _comparable(left: Claim, right: Claim) -> bool:
    if not (left.quantity and right.quantity):
        return True
    return compare.comparable(left.quantity, right.quantity) or same_digits(left, right)


def _agrees(left: Claim, right: Claim) -> bool | None:
    if not (left.quantity and right.quantity):
        return None
    same = compare.agrees(left.quantity, right.quantity)
    return None if same is False and complements(left, right) else same


def same_digits(left: Claim, right: Claim) -> bool:
    """Whether the printed figures are equal to the letter, so that only unit or scale can differ."""
    if not (left.figure and right.figure):
        return False
    return digits(left.figure.text) == digits(right.figure.text) != ""


@lru_cache(maxsize=4096)
def digits(text: str) -> str:
    """The digits of a printed figure: "7" of "$7 billion" and of "7 percent"."""
    return "".join(c for c in text if c.isdigit() or c == ".").strip(".")


def _apart(left: Claim, right: Claim) -> bool:
    """Whether one gives the figure as a floor and the other as a ceiling."""
    bounds = {claim.quantity.bound for claim in (left, right) if claim.quantity}
    return bool(bounds & _FLOOR) and bool(bounds & _CEILING)


def _vaguer(exact: Claim, vague: Claim) -> bool:
    return _is_vague(vague) and not _is_vague(exact)


def _is_vague(claim: Claim) -> bool:
    return claim.quantity is not None and claim.quantity.vague


def _may_be_slip(left: Claim, right: Claim) -> bool:
    if not (left.quantity and right.quantity):
        return True
    small, large = sorted((abs(left.quantity.value), abs(right.quantity.value)))
    return left.quantity.full_unit == right.quantity.full_unit and large <= GREATEST_RATIO * small


def _answers(left: Claim, right: Claim, agreed: bool) -> bool:
    """Whether one may be a slip for the other in sentences that agree otherwise, or is its figure in another unit."""
    if agreed and _may_be_slip(left, right):
        return True
    return same_digits(left, right) and left.figure is not None and len(digits(left.figure.text)) > 1


def _weight(claim: Claim) -> Severity | None:
    quantity = claim.quantity
    if quantity is None or quantity.vague or quantity.dimension is Dimension.LIST:
        return None
    spelled = not re.search(r"\d", claim.figure.text if claim.figure else claim.text)
    return None if spelled and quantity.value <= POINTING_NUMBER else Severity.WARNING


def _added_weight(claim: Claim, weight: Severity, unsupported: bool, excerpt: bool) -> Severity:
    """An excerpt often leaves out how old somebody is."""
    age = claim.quantity is not None and claim.quantity.dimension in _BARE
    return Severity.NOTE if excerpt and age else weight


def _as_dict(claim: Claim) -> dict[str, Any]:
    quantity = claim.quantity
    # "Several" and "many" name no number; "dozens" and "hundreds" name the least they can be.
    known = quantity is not None and not (quantity.vague and quantity.bound is Bound.APPROX)
    return {
        "value": _finite(quantity.value) if quantity and known else None,
        "high": _finite(quantity.high) if quantity and known else None,
        "unit": quantity.full_unit or _UNIT.get(quantity.dimension) if quantity else None,
        "bound": quantity.bound.value if quantity else None,
        "change": quantity.change.value if quantity and quantity.change else None,
    }


def _finite(value: float | None) -> float | None:
    """The number, or None for one too large for JSON."""
    return value if value is not None and isfinite(value) else None


def _variety(claim: Claim) -> str:
    return claim.quantity.dimension if claim.quantity else ClaimKind.QUANTITY


def _value(claim: Claim) -> float | None:
    return claim.quantity.value if claim.quantity else None


def _is_no_list(claim: Claim) -> bool:
    """Whether a claim is a figure: an article has several lists, each with its own number of members."""
    return claim.quantity is None or claim.quantity.dimension is not Dimension.LIST


KIND = ClaimKindSpec(
    kind=ClaimKind.QUANTITY,
    find=_find,
    comparable=_comparable,
    agrees=_agrees,
    apart=_apart,
    vaguer=_vaguer,
    matching=Matching(
        value=_value,
        variety=_variety,
        may_be_slip=_may_be_slip,
        answers=_answers,
        is_vague=_is_vague,
        contradictable=_is_no_list,
        restated=restated,
        derivable=lambda claim, own, other: is_difference(claim, other),
        alluded=alluded,
        # Few figures follow from others: one that has a partner in one source can still be invented.
        unsupported_if_matched=True,
    ),
    weight=_weight,
    added_weight=_added_weight,
    as_dict=_as_dict,
    shown=("value", "high", "unit", "counted", "bound", "change"),
)
