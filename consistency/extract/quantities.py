"""Figures of one sentence: money, counts, shares, measures, ages, spans of time, multiples, with all that qualifies them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from consistency.extract import ratios
from consistency.extract.amounts import STARTERS, Amount, amount_at
from consistency.extract.basis import basis
from consistency.extract.bounds import hedge
from consistency.extract.found import Found
from consistency.extract.tokens import Tokens, tokenize
from consistency.types import Bound, ClaimKind, Dimension, Quantity, Span


class _Step(NamedTuple):
    """Where reading goes on, and what was found on the way."""

    last: int
    amount: Amount | None = None


def quantities(text: str, taken: Sequence[Span] = ()) -> list[Found]:
    """The figures of a folded sentence in the order of the text; none overlaps another or a span of ``taken``."""
    tokens = tokenize(text)
    blocked = _blocked(tokens, taken)
    return [_found(tokens, amount, floor, blocked) for amount, floor in _amounts(tokens, blocked)]


def _blocked(tokens: Tokens, taken: Sequence[Span]) -> frozenset[int]:
    if not taken:
        return frozenset()
    spans = sorted(taken)
    found, place = set(), 0
    for index, token in enumerate(tokens):
        while place < len(spans) and spans[place].end <= token.start:
            place += 1
        if place < len(spans) and spans[place].start < token.end:
            found.add(index)
    return frozenset(found)


def _amounts(tokens: Tokens, blocked: frozenset[int]) -> Iterator[tuple[Amount, int]]:
    """Each amount with the first token that its qualifiers may use."""
    index = floor = 0
    while index < len(tokens):
        if index in blocked:
            index = floor = index + 1
            continue
        if not _starts(tokens, index):
            index += 1
            continue
        step = _read(tokens, index, floor)
        if step.amount and not any(place in blocked for place in range(index, step.amount.last)):
            yield step.amount, floor
            floor = step.amount.last
        index = max(step.last, index + 1)


def _starts(tokens: Tokens, index: int) -> bool:
    token = tokens[index]
    return token.digits or token.low in STARTERS or token.text in STARTERS


def _read(tokens: Tokens, index: int, floor: int) -> _Step:
    special = ratios.ratio_at(tokens, index)
    if special:
        return _Step(special.last, special)
    last, amount = amount_at(tokens, index, floor)
    return _Step(last, amount)


def _found(tokens: Tokens, amount: Amount, floor: int, blocked: frozenset[int]) -> Found:
    end = amount.core_last
    hedged = hedge(tokens, amount.first, end, amount.dimension, floor)
    last = max(hedged.last, amount.last)
    bound = hedged.bound if amount.bound is None else amount.bound
    if bound is Bound.EXACT and amount.vague:
        bound = Bound.AT_LEAST
    counted = tokens.span(*amount.counted) if amount.counted else None
    compared = basis(tokens, last, change=hedged.change is not None, ratio=amount.dimension is Dimension.RATIO)
    return Found(
        kind=ClaimKind.QUANTITY,
        span=tokens.span(hedged.first, min(last, _free(last, blocked, amount.last))),
        core=tokens.span(amount.first, amount.core_last),
        quantity=Quantity(
            value=amount.value,
            dimension=amount.dimension,
            high=amount.high,
            unit=amount.unit,
            bound=bound,
            change=amount.change or hedged.change,
            step=amount.step,
            vague=amount.vague,
            increment=hedged.increment or amount.increment,
        ),
        counted=counted,
        basis=compared,
    )


def _free(last: int, blocked: frozenset[int], least: int) -> int:
    """The furthest end that reaches into no blocked token."""
    while last > least and last - 1 in blocked:
        last -= 1
    return last
