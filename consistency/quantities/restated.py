"""Figures that another article gives in other words: as a sum or difference of its own, in digits, as an ordinal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from consistency.language.number_words import ordinal_forms
from consistency.quantities.totals import completed, differs_by, left_over, summed, summed_anywhere
from consistency.types import Claim, Dimension, ParsedArticle
from consistency.types.claim_kind import Elsewhere

#: After a difference: "8,500 fewer".
_MORE = re.compile(r",? (?:[\w-]+ )?(?:more|fewer|less|higher|lower)\b", re.I)


def restated(claim: Claim, other: Elsewhere) -> bool:
    """Whether another article gives a figure in other words: as a sum, a difference, a remainder or an ordinal."""
    claims = other.article.claims
    if completed(claim, claims) or is_difference(claim, other.article) or _valued(claim, other.near):
        return True
    if summed(claim, other.near) or summed_anywhere(claim, claims):
        return True
    return any(_as_ordinal(claim, s.text) or _in_digits(claim, s.text) for s in other.sentences)


def alluded(claim: Claim, other: Elsewhere) -> bool:
    """Whether anything in another article might mean a figure: its value, its digits, or figures that yield it."""
    claims, text = other.article.claims, other.article.article.text
    if completed(claim, claims) or summed_anywhere(claim, claims) or left_over(claim, claims):
        return True
    if is_difference(claim, other.article) or _equal(claim, other.likely):
        return True
    return _in_digits(claim, text) or _as_ordinal(claim, text)


def _valued(claim: Claim, near: Sequence[Claim]) -> bool:
    """Whether a figure of equal value is there, in units that are not understood alike, or a date for a duration."""
    if _equal(claim, near):
        return True
    duration = claim.quantity is not None and claim.quantity.dimension is Dimension.DURATION
    return duration and any(c.moment for c in near)


def _equal(claim: Claim, others: Sequence[Claim]) -> bool:
    value = claim.quantity.value if claim.quantity else None
    return any(c.quantity and c.quantity.value == value for c in others)


def is_difference(claim: Claim, other: ParsedArticle) -> bool:
    """Whether a figure is by how much two figures of one sentence differ: "8,500 fewer than in 2010"."""
    if claim.quantity is None or not _MORE.match(claim.context.after):
        return False
    return differs_by(claim.quantity.value, other.claims)


def _as_ordinal(claim: Claim, text: str) -> bool:
    """Whether a small count appears in a text as a place: ten visits were made at "the tenth visit"."""
    if claim.quantity is None or claim.quantity.dimension is not Dimension.COUNT:
        return False
    value = claim.quantity.value
    return value == round(value) and not ordinal_forms(round(value)).isdisjoint(_lowered(text))


@lru_cache(maxsize=4096)
def _lowered(text: str) -> frozenset[str]:
    """The words of a text in small letters."""
    return frozenset(re.findall(r"\w+(?:\.\w+)?", text.lower())) | frozenset(re.findall(r"\w+", text.lower()))


def _in_digits(claim: Claim, text: str) -> bool:
    """Whether a number is written in a text in digits, whatever is around it: six in "voted 9-6"."""
    value = f"{claim.quantity.value:g}" if claim.quantity else ""
    return value.isdecimal() and value in _numbers(text)


@lru_cache(maxsize=4096)
def _numbers(text: str) -> frozenset[str]:
    """The numerals of a text as they are written."""
    return frozenset(re.findall(r"(?<![\d.,])\d+(?:[.,]\d+)*", text))
