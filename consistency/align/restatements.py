"""Does another article say a figure or date anywhere, though not where it was looked for?

A claim without a partner is only missing, or added, where nothing in the other article can stand for it.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from itertools import pairwise

from consistency.align.claim_candidates import candidates
from consistency.align.claim_similarity import context_similarity, stem, stems, words
from consistency.align.totals import completed, differs_by, left_over, summed, summed_anywhere
from consistency.claims.agreement import agrees, same_kind
from consistency.dates.labels import WEEKDAYS, facets
from consistency.types import Claim, Dimension, Grain, ParsedArticle

#: An agreeing figure anywhere in the other text is an echo, and no longer missing, from this kinship on.
ECHO = 0.15

#: What makes a difference of a figure.
_MORE = re.compile(r"_,? (?:[\w-]+ )?(?:more|fewer|less|higher|lower)\b", re.I)

#: Words after a number that tell what sort of place or share it is: "tenth" stands for ten, "third" for three.
_ORDINALS = {
    1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth",
    10: "tenth", 11: "eleventh", 12: "twelfth",
}  # fmt: skip

#: Words of a day told from the day of writing: they may be any weekday.
_TODAY = re.compile(r"\b(?:today|tonight|yesterday|tomorrow|this (?:morning|afternoon|evening)|last night)\b", re.I)
_WEEKEND = re.compile(r"\bweekends?\b", re.I)


def restated(claim: Claim, other: ParsedArticle, near: Collection[int], among: int = 1) -> bool:
    """Whether another telling says the same somewhere; ``near`` are its sentences that tell the same passage.

    Its own telling has ``among`` claims: of very many, each is looked for among the likely ones only.
    """
    if _printed(claim, other.article.text) or _dated_so(claim, other.article.text):
        return True
    likely = candidates(other.claims).likely(claim, among, near)
    if any(same_kind(claim, c) and agrees(claim, c) is True and context_similarity(claim, c) >= ECHO for c in likely):
        return True
    if completed(claim, other.claims) or compared(claim, other):
        return True
    if _day(claim) and any(_day(c) and agrees(claim, c) is True for c in likely):
        return True
    there = [c for s in sorted(near) for c in candidates(other.claims).of(s)]
    if _valued(claim, there) or summed(claim, there) or summed_anywhere(claim, other.claims):
        return True
    return any(_retold(claim, other.sentences[s].text) for s in near)


def unsupported(claim: Claim, other: ParsedArticle, among: int = 1) -> bool:
    """Whether nothing in another telling can be meant by a figure or date: neither its words nor its value.

    ``among`` is as in ``restated``.
    """
    likely = candidates(other.claims).likely(claim, among)
    if any(same_kind(claim, c) and agrees(claim, c) is True for c in likely):
        return False
    if completed(claim, other.claims) or summed_anywhere(claim, other.claims):
        return False
    if left_over(claim, other.claims) or compared(claim, other):
        return False
    if claim.quantity and any(c.quantity and c.quantity.value == claim.quantity.value for c in likely):
        return False
    if _worded(claim, other.article.text) or _ordinal(claim, other.article.text):
        return False
    return not (claim.moment and _anyday(claim, other))


def _printed(claim: Claim, text: str) -> bool:
    """Whether all numerals of a claim, of two digits or more, stand in a text, whatever they count there."""
    numerals = [n.replace(",", "") for n in re.findall(r"\d[\d.,]*\d", claim.text)]
    return bool(numerals) and _numerals(text).issuperset(numerals)


@lru_cache(maxsize=64)
def _numerals(text: str) -> frozenset[str]:
    """The numerals of a text in plain digits."""
    return frozenset(re.findall(r"(?<![\d.])\d+(?:\.\d+)*", _plain(text)))


@lru_cache(maxsize=4096)
def _numbers(text: str) -> frozenset[str]:
    """The numerals of a text as they are written."""
    return frozenset(re.findall(r"(?<![\d.,])\d+(?:[.,]\d+)*", text))


@lru_cache(maxsize=4096)
def _lowered(text: str) -> frozenset[str]:
    """The words of a text in small letters."""
    return frozenset(re.findall(r"\w+(?:\.\w+)?", text.lower())) | frozenset(re.findall(r"\w+", text.lower()))


@lru_cache(maxsize=64)
def _plain(text: str) -> str:
    """A text with its figures in plain digits; every claim is looked for in the whole article."""
    return re.sub(r"(?<=\d),(?=\d{3})", "", text)


def _worded(claim: Claim, text: str) -> bool:
    """Whether every word and numeral of the figure or date stands somewhere in a text, a number maybe in digits."""
    if _numbered(claim, text):
        return True
    core = words((claim.figure.text if claim.figure else claim.text).replace(",", ""))
    told = stems(_plain(text))
    return all(stem(word) in told for word in core)


def _dated_so(claim: Claim, text: str) -> bool:
    """Whether a day such as "April 8" is printed in a text, in whatever relation to the fact."""
    day = re.search(r"[A-Z][a-z]+\.? \d{1,2}\b|\b\d{1,2} [A-Z][a-z]+", claim.text) if claim.moment else None
    return day is not None and _stands(day[0], text)


@lru_cache(maxsize=4096)
def _stands(phrase: str, text: str) -> bool:
    return phrase in text and re.search(rf"\b{re.escape(phrase)}\b", text) is not None


def _ordinal(claim: Claim, text: str) -> bool:
    """Whether a small count stands in a text as a place: ten visits were made at "the tenth visit"."""
    if claim.quantity is None or claim.quantity.dimension is not Dimension.COUNT:
        return False
    word = _ORDINALS.get(round(claim.quantity.value), f"{claim.quantity.value:g}th")
    return word in _lowered(text)


def _anyday(claim: Claim, other: ParsedArticle) -> bool:
    """Whether a weekday may be what the other article tells as today, the weekend, or the day it appeared."""
    weekday = facets(claim.moment).weekday if claim.moment else None
    if weekday is None:
        return False
    text, published = other.article.text, other.article.published
    if _found(_TODAY, text) or (weekday in WEEKDAYS[5:] and _found(_WEEKEND, text)):
        return True
    if published is None:
        return False
    # Counted as numbers: before the first day of the calendar there is no date.
    return WEEKDAYS.index(weekday) in (published.weekday(), (published.weekday() - 1) % 7)


@lru_cache(maxsize=64)
def _found(pattern: re.Pattern[str], text: str) -> bool:
    return pattern.search(text) is not None


def _valued(claim: Claim, there: Collection[Claim]) -> bool:
    """Whether a figure of equal value stands there, in units that are not understood alike, or a time for a length."""
    if claim.quantity and any(c.quantity and c.quantity.value == claim.quantity.value for c in there):
        return True
    return any(_length(claim) and c.moment for c in there) or any(_dated(claim) and _length(c) for c in there)


def _day(claim: Claim) -> bool:
    """Whether a claim is a weekday, which an article tells once, wherever that fits, of all that happened on it."""
    return claim.moment is not None and claim.moment.grain is Grain.WEEKDAY


def _length(claim: Claim) -> bool:
    return claim.quantity is not None and claim.quantity.dimension is Dimension.DURATION


def _dated(claim: Claim) -> bool:
    """Whether a claim is a calendar time that a length of time can stand for: "by 2020", "within five years"."""
    return claim.moment is not None and claim.moment.grain in (Grain.MONTH, Grain.YEAR, Grain.DECADE)


def compared(claim: Claim, other: ParsedArticle) -> bool:
    """Whether a figure tells by how much two figures of one sentence differ: "8,500 fewer than in 2010"."""
    if claim.quantity is None or not _MORE.search(claim.context):
        return False
    return differs_by(claim.quantity.value, other.claims)


def _retold(claim: Claim, text: str) -> bool:
    return _beside(claim, text) or _ordinal(claim, text) or _numbered(claim, text)


def _numbered(claim: Claim, text: str) -> bool:
    """Whether a number stands in a text in digits, whatever is written around it: six in "voted 9-6"."""
    value = f"{claim.quantity.value:g}" if claim.quantity else ""
    return value.isdecimal() and value in _numbers(text)


def _beside(claim: Claim, text: str) -> bool:
    """Whether a sentence has the claim's first two words side by side: "8 years" of "8 years later"."""
    own = [stem(word) for word in words(claim.text)[:2]]
    return len(own) > 1 and (own[0], own[1]) in _pairs(text)


@lru_cache(maxsize=4096)
def _pairs(text: str) -> frozenset[tuple[str, str]]:
    """The stems of each two words of a text that stand side by side."""
    return frozenset(pairwise(map(stem, words(text))))
