"""Does another article say a figure or date anywhere, though not where it was looked for?

A claim without a partner is only missing, or added, where nothing in the other article can stand for it.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from functools import lru_cache
from itertools import combinations
from math import isclose

from consistency.agree import quantities
from consistency.agree.claims import agrees, complements, same_kind
from consistency.agree.facets import WEEKDAYS, facets
from consistency.agree.once import once
from consistency.align.kin import heads, kinship, stem, stems, words
from consistency.types import Bound, Claim, Dimension, Grain, Quantity, Telling

#: An agreeing figure anywhere in the other text is an echo, and no longer missing, from this kinship on.
ECHO = 0.15

#: A sum is told roundly by a figure that differs from it by no more than this share.
ROUNDED = 0.03

#: Most figures of one sentence that are tried as parts of a sum.
PARTS = 6

#: Counts up to this are told of what is left when some are taken away.
SMALL = 20
_COUNTS = (Dimension.COUNT, Dimension.NUMBER, Dimension.LIST)

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


def echoed(claim: Claim, other: Telling, near: Collection[int]) -> bool:
    """Whether another telling says the same somewhere; ``near`` are its sentences that tell the same passage."""
    if _printed(claim, other.article.text) or _dated_so(claim, other.article.text):
        return True
    if any(same_kind(claim, c) and agrees(claim, c) is True and kinship(claim, c) >= ECHO for c in other.claims):
        return True
    if any(complements(claim, c) for c in other.claims) or compared(claim, other):
        return True
    if any(_day(claim) and _day(c) and agrees(claim, c) is True for c in other.claims):
        return True
    there = [c for c in other.claims if c.sentence in near]
    sums = (_summed(claim, told) for told in (there, *_by_sentence(other.claims)))
    return _valued(claim, there) or any(sums) or any(_retold(claim, other.sentences[s].text) for s in near)


def unheard(claim: Claim, other: Telling) -> bool:
    """Whether nothing in another telling can be meant by a figure or date: neither its words nor its value."""
    if any(same_kind(claim, c) and agrees(claim, c) is True for c in other.claims):
        return False
    if any(complements(claim, c) for c in other.claims) or any(
        _summed(claim, told) for told in _by_sentence(other.claims)
    ):
        return False
    if _left_over(claim, other) or compared(claim, other):
        return False
    if claim.quantity and any(c.quantity and c.quantity.value == claim.quantity.value for c in other.claims):
        return False
    if _worded(claim, other.article.text) or _ordinal(claim, other.article.text):
        return False
    return not (claim.moment and _anyday(claim, other))


def _printed(claim: Claim, text: str) -> bool:
    """Whether all numerals of a claim, of two digits or more, stand in a text, whatever they count there."""
    numerals = [n.replace(",", "") for n in re.findall(r"\d[\d.,]*\d", claim.text)]
    plain = _plain(text) if numerals else ""
    return bool(numerals) and all(re.search(rf"(?<![\d.]){re.escape(n)}(?![.]?\d)", plain) for n in numerals)


@lru_cache(maxsize=64)
def _plain(text: str) -> str:
    """A text with its figures in plain digits; every claim is looked for in the whole article."""
    return re.sub(r"(?<=\d),(?=\d{3})", "", text)


def _worded(claim: Claim, text: str) -> bool:
    """Whether every word and numeral of the figure or date stands somewhere in a text, a number maybe in digits."""
    if _numbered(claim, text):
        return True
    core = words((claim.core.text if claim.core else claim.text).replace(",", ""))
    told = stems(_plain(text))
    return all(stem(word) in told for word in core)


def _dated_so(claim: Claim, text: str) -> bool:
    """Whether a day such as "April 8" is printed in a text, in whatever relation to the fact."""
    day = re.search(r"[A-Z][a-z]+\.? \d{1,2}\b|\b\d{1,2} [A-Z][a-z]+", claim.text) if claim.moment else None
    return day is not None and re.search(rf"\b{re.escape(day[0])}\b", text) is not None


def _ordinal(claim: Claim, text: str) -> bool:
    """Whether a small count stands in a text as a place: ten visits were made at "the tenth visit"."""
    if claim.quantity is None or claim.quantity.dimension is not Dimension.COUNT:
        return False
    word = _ORDINALS.get(round(claim.quantity.value), f"{claim.quantity.value:g}th")
    return re.search(rf"\b{word}\b", text, re.I) is not None


def _anyday(claim: Claim, other: Telling) -> bool:
    """Whether a weekday may be what the other article tells as today, the weekend, or the day it appeared."""
    weekday = facets(claim.moment).weekday if claim.moment else None
    if weekday is None:
        return False
    text, published = other.article.text, other.article.published
    if _TODAY.search(text) or (weekday in WEEKDAYS[5:] and _WEEKEND.search(text)):
        return True
    if published is None:
        return False
    # Counted as numbers: before the first day of the calendar there is no date.
    return WEEKDAYS.index(weekday) in (published.weekday(), (published.weekday() - 1) % 7)


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


def _summed(claim: Claim, there: Collection[Claim]) -> bool:
    """Whether a count is the sum of counts that stand there, told as roundly as the count says it is."""
    count = claim.quantity
    if count is None or count.dimension is not Dimension.COUNT:
        return False
    parts = [c.quantity.value for c in there if c.quantity and c.quantity.dimension in _COUNTS][:PARTS]
    sums = (sum(some) for size in range(2, len(parts) + 1) for some in combinations(parts, size))
    return any(total == count.value or _rounds(count, total) for total in sums)


def compared(claim: Claim, other: Telling) -> bool:
    """Whether a figure tells by how much two figures of one sentence differ: "8,500 fewer than in 2010"."""
    if claim.quantity is None or not _MORE.search(claim.context):
        return False
    value = claim.quantity.value
    for told in _by_sentence(other.claims):
        values = {c.quantity.value for c in told if c.quantity}
        if any(isclose(abs(one - two), value) for one, two in combinations(values, 2)):
            return True
    return False


def _left_over(claim: Claim, other: Telling) -> bool:
    """Whether a small count is what is left of some things when others of them are taken: "the remaining seven"."""
    if claim.quantity is None or claim.quantity.dimension not in _COUNTS or not 0 < claim.quantity.value <= SMALL:
        return False
    counts = ((c.quantity.value, heads(c)) for c in other.claims if c.quantity and c.quantity.dimension in _COUNTS)
    pairs = combinations([(value, things) for value, things in counts if things], 2)
    return any(abs(one - two) == claim.quantity.value and these & those for (one, these), (two, those) in pairs)


def _rounds(count: Quantity, total: float) -> bool:
    """Whether a bounded count, such as "almost 340", may be told of a total that is as good as it."""
    exact = replace(count, value=total, bound=Bound.EXACT, step=1.0)
    return (
        count.bound is not Bound.EXACT
        and abs(total - count.value) <= ROUNDED * total
        and bool(quantities.agrees(count, exact))
    )


@once
def _by_sentence(claims: tuple[Claim, ...]) -> tuple[tuple[Claim, ...], ...]:
    """The claims of each sentence that has several."""
    found: dict[int, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.sentence, []).append(claim)
    return tuple(tuple(told) for told in found.values() if len(told) > 1)


def _retold(claim: Claim, text: str) -> bool:
    return _beside(claim, text) or _ordinal(claim, text) or _numbered(claim, text)


def _numbered(claim: Claim, text: str) -> bool:
    """Whether a number stands in a text in digits, whatever is written around it: six in "voted 9-6"."""
    value = f"{claim.quantity.value:g}" if claim.quantity else ""
    return value.isdecimal() and re.search(rf"(?<![\d.,]){value}(?![.,]?\d)", text) is not None


def _beside(claim: Claim, text: str) -> bool:
    """Whether a sentence has the claim's first two words side by side: "8 years" of "8 years later"."""
    own, told = ([stem(word) for word in words(t)] for t in (claim.text, text))
    return len(own) > 1 and any(told[i : i + 2] == own[:2] for i in range(len(told) - 1))
