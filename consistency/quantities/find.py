"""Figures of one sentence: money, counts, shares, measures, ages, spans of time, multiples, and what qualifies them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consistency.language.tokens import Token, Tokens, tokenize
from consistency.quantities import ratios
from consistency.quantities.amount import Amount
from consistency.quantities.amounts import STARTERS, amount_at
from consistency.quantities.bounds import Hedge, hedge
from consistency.quantities.comparison_base import basis
from consistency.quantities.counted import inner_number
from consistency.types import Bound, Change, ClaimKind, Dimension, Quantity, Span
from consistency.types.extraction import Extraction


def quantities(text: str, taken: Sequence[Span] = ()) -> list[Extraction]:
    """The figures of a folded sentence in the order of the text; none overlaps a span of ``taken``.

    Only what one counts may hold another: "three of the port's seven cranes".
    """
    tokens = tokenize(text)
    free = tokens.without(taken)
    return [_found(tokens, free, amount, floor) for amount, floor in _amounts(free)]


def _amounts(tokens: Tokens) -> Iterator[tuple[Amount, int]]:
    """Each amount with the first token that its qualifiers may use."""
    index = floor = 0
    while index < len(tokens):
        if not _starts(tokens[index]):
            index += 1
            continue
        last, amount = _read(tokens, index, floor)
        index = max(last, index + 1)
        if amount:
            yield amount, floor
            floor = amount.last
            inner = inner_number(tokens, *amount.counted) if amount.counted else None
            index, floor = (inner, inner) if inner else (index, floor)


def _starts(token: Token) -> bool:
    return token.digits or token.low in STARTERS


def _read(tokens: Tokens, index: int, floor: int) -> tuple[int, Amount | None]:
    share = ratios.ratio_at(tokens, index)
    return (share.last, share) if share else amount_at(tokens, index, floor)


def _found(tokens: Tokens, free: Tokens, amount: Amount, floor: int) -> Extraction:
    hedged = hedge(free, amount.first, amount.core_last, amount.dimension, floor)
    last = max(hedged.last, amount.last)
    change = None if amount.increment or amount.unit == "time" else amount.change or hedged.change
    return Extraction(
        kind=ClaimKind.QUANTITY,
        span=tokens.span(hedged.first, last),
        core=tokens.span(amount.first, amount.core_last),
        quantity=_quantity(amount, hedged, change),
        counted=tokens.span(*amount.counted) if amount.counted else None,
        basis=basis(tokens, last, change=change is not None, ratio=amount.dimension is Dimension.RATIO),
    )


def _quantity(amount: Amount, hedged: Hedge, change: Change | None) -> Quantity:
    bound = hedged.bound if amount.bound is None else amount.bound
    return Quantity(
        value=amount.value,
        dimension=amount.dimension,
        high=amount.high,
        unit=amount.unit,
        per=amount.per,
        bound=Bound.AT_LEAST if amount.vague and bound is Bound.EXACT else bound,
        change=change,
        step=amount.step,
        vague=amount.vague,
        increment=hedged.increment or amount.increment,
    )
