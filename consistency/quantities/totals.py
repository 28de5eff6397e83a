"""The sums and differences that the figures of an article's sentences yield, to be asked for by value."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import combinations, islice
from math import isclose

from consistency.language.inflection import content_stems
from consistency.language.memoize import memoize_by_identity
from consistency.language.number_words import ONES, TENS
from consistency.quantities import compare as quantities
from consistency.thresholds.claims import ROUNDED_SUM, SMALL_COUNT, SUM_PARTS
from consistency.types import Bound, Claim, Context, Dimension, Quantity
from consistency.types.limits import SENTENCE_FIGURES

_COUNTS = (Dimension.COUNT, Dimension.NUMBER, Dimension.LIST)

#: After a figure: "five of the seven board members".
_OF = re.compile(r" (?:out )?of (?:the |its |their |his |her |all )?([\w,]+)")


def complements(left: Claim, right: Claim) -> bool:
    """Whether two parts make up one whole: five of seven members for it are two of seven against."""
    one, two, whole = left.quantity, right.quantity, whole_of(left.context)
    if whole is None or one is None or two is None:
        return False
    return whole == whole_of(right.context) == one.value + two.value


@lru_cache(maxsize=4096)
def whole_of(context: Context) -> float | None:
    """The whole of which the figure in a context is a part; None where none is given."""
    found = _OF.match(context.after)
    number = found.group(1).lower().replace(",", "") if found else ""
    return float(number) if number.isdecimal() else ONES.get(number, TENS.get(number))


def summed(claim: Claim, there: Collection[Claim]) -> bool:
    """Whether a count is the sum of counts that stand there, told as roundly as the count says it is."""
    count = _count(claim)
    return count is not None and any(total == count.value or _rounds(count, total) for total in _sums(there))


def summed_anywhere(claim: Claim, claims: tuple[Claim, ...]) -> bool:
    """The same for the counts of any one sentence of an article, of which these are all claims."""
    count = _count(claim)
    if count is None:
        return False
    totals = _all_sums(claims)
    first, last = bisect_left(totals, count.value), bisect_right(totals, count.value)
    if first < last:
        return True
    if count.bound is Bound.EXACT:
        return False
    # what is further away is not rounded to it
    first = max(bisect_left(totals, count.value * (1 - 2 * ROUNDED_SUM)), first - SENTENCE_FIGURES)
    last = min(bisect_right(totals, count.value * (1 + 2 * ROUNDED_SUM)), last + SENTENCE_FIGURES)
    return any(_rounds(count, total) for total in totals[first:last])


def differs_by(value: float, claims: tuple[Claim, ...]) -> bool:
    """Whether two figures of one sentence of an article differ by a value."""
    found = _all_differences(claims)
    at = bisect_left(found, value)
    return any(isclose(one, value) for one in found[max(at - 1, 0) : at + 1])


def left_over(claim: Claim, claims: tuple[Claim, ...]) -> bool:
    """Whether a small count is what is left of some things when others of them are taken: "the remaining seven"."""
    if claim.quantity is None or claim.quantity.dimension not in _COUNTS or not 0 < claim.quantity.value <= SMALL_COUNT:
        return False
    return claim.quantity.value in _remainders(claims)


def completed(claim: Claim, claims: tuple[Claim, ...]) -> bool:
    """Whether one of these claims and this one are parts that make up one whole."""
    whole = whole_of(claim.context) if claim.quantity else None
    if whole is None or claim.quantity is None:
        return False
    return whole - claim.quantity.value in _shares(claims).get(whole, ())


def by_sentence(claims: Iterable[Claim]) -> tuple[tuple[Claim, ...], ...]:
    """The claims of each sentence that has several."""
    found: dict[int, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.sentence, []).append(claim)
    return tuple(tuple(told) for told in found.values() if len(told) > 1)


def _count(claim: Claim) -> Quantity | None:
    count = claim.quantity
    return count if count is not None and count.dimension is Dimension.COUNT else None


def _sums(there: Iterable[Claim]) -> Iterator[float]:
    counts = (c.quantity.value for c in there if c.quantity and c.quantity.dimension in _COUNTS)
    parts = list(islice(counts, SUM_PARTS))
    return (sum(some) for size in range(2, len(parts) + 1) for some in combinations(parts, size))


def _rounds(count: Quantity, total: float) -> bool:
    """Whether a bounded count, such as "almost 340", may be told of a total that is as good as it."""
    exact = replace(count, value=total, bound=Bound.EXACT, step=1.0)
    return (
        count.bound is not Bound.EXACT
        and abs(total - count.value) <= ROUNDED_SUM * total
        and bool(quantities.agrees(count, exact))
    )


@memoize_by_identity
def _shares(claims: tuple[Claim, ...]) -> dict[float, set[float]]:
    """The figures that are told to be parts of each whole."""
    found: dict[float, set[float]] = {}
    for claim in claims:
        whole = whole_of(claim.context) if claim.quantity else None
        if claim.quantity and whole is not None:
            found.setdefault(whole, set()).add(claim.quantity.value)
    return found


@memoize_by_identity
def _all_sums(claims: tuple[Claim, ...]) -> list[float]:
    """The sums of the counts of each sentence, in order."""
    return sorted({total for told in by_sentence(claims) for total in _sums(told)})


@memoize_by_identity
def _all_differences(claims: tuple[Claim, ...]) -> list[float]:
    """By how much each two figures of a sentence differ, in order."""
    found: set[float] = set()
    for told in by_sentence(claims):
        values = list(dict.fromkeys(claim.quantity.value for claim in told if claim.quantity))[:SENTENCE_FIGURES]
        found.update(abs(one - two) for one, two in combinations(values, 2))
    return sorted(found)


@memoize_by_identity
def _remainders(claims: tuple[Claim, ...]) -> frozenset[float]:
    """The small differences between any two counts of the same things."""
    values: dict[str, set[float]] = {}
    for claim in claims:
        if claim.quantity and claim.quantity.dimension in _COUNTS:
            for head in content_stems(claim.counted.text) if claim.counted else ():
                values.setdefault(head, set()).add(claim.quantity.value)
    return frozenset(_small_steps([sorted(some) for some in values.values()]))


def _small_steps(sorts: Iterable[Sequence[float]]) -> Iterator[float]:
    for values in sorts:
        for n, one in enumerate(values):
            for two in values[n + 1 : n + 1 + SENTENCE_FIGURES]:
                if two - one > SMALL_COUNT:
                    break
                yield two - one
