"""Do two claims agree, whatever their kind?"""

from __future__ import annotations

import re
from functools import lru_cache

from consistency.dates import compare as moments
from consistency.language.number_words import ONES, TENS
from consistency.quantities import compare as quantities
from consistency.types import Claim, ClaimKind


def same_kind(left: Claim, right: Claim) -> bool:
    """Whether the two claims are of kinds that can say the same thing."""
    if left.kind is not right.kind:
        return False
    if left.quantity and right.quantity:
        return quantities.comparable(left.quantity, right.quantity) or same_digits(left, right)
    return True


def agrees(left: Claim, right: Claim) -> bool | None:
    """True if both can hold of one thing, False if they cannot, None if they cannot be compared."""
    if left.quantity and right.quantity:
        same = quantities.agrees(left.quantity, right.quantity)
        return None if same is False and complements(left, right) else same
    if left.moment and right.moment:
        return moments.agrees(left.moment, right.moment)
    if left.kind is ClaimKind.RANK and right.kind is ClaimKind.RANK:
        return _same_rank(left, right)
    return None


#: "five of the seven board members", the figure masked.
_OF = re.compile(r"_ (?:out )?of (?:the |its |their |his |her |all )?([\w,]+)")


def complements(left: Claim, right: Claim) -> bool:
    """Whether two parts make up one whole: five of seven members for it are two of seven against."""
    one, two, whole = left.quantity, right.quantity, whole_of(left.context)
    if whole is None or one is None or two is None:
        return False
    return whole == whole_of(right.context) == one.value + two.value


@lru_cache(maxsize=4096)
def whole_of(context: str) -> float | None:
    """What a figure is told to be a part of."""
    found = _OF.search(context)
    told = found.group(1).lower().replace(",", "") if found else ""
    return float(told) if told.isdecimal() else ONES.get(told, TENS.get(told))


def within(left: Claim, right: Claim, share: float) -> bool:
    """Whether two figures differ by no more than a share of the greater one; other claims have no such measure."""
    return bool(left.quantity and right.quantity and quantities.within(left.quantity, right.quantity, share))


#: Scales whose ends may be one place: the highest finish is the best one.
_TOP, _BOTTOM = frozenset({"high", "good", "large"}), frozenset({"low", "bad", "small"})


def _same_rank(left: Claim, right: Claim) -> bool | None:
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
    words = set(re.findall(r"[\w-]+", one.context.lower()))
    return any(word in words for word in two.text.lower().split() if word.endswith("est"))


def same_digits(left: Claim, right: Claim) -> bool:
    """Whether the printed figures are equal to the letter, so that only unit or scale can differ."""
    if not (left.figure and right.figure):
        return False
    return digits(left.figure.text) == digits(right.figure.text) != ""


@lru_cache(maxsize=4096)
def digits(text: str) -> str:
    """The digits of a printed figure: "7" of "$7 billion" and of "7 percent"."""
    return "".join(c for c in text if c.isdigit() or c == ".").strip(".")
