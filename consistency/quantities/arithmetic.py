"""Figures of one sentence that must follow from each other: totals, shares, changes, sizes of lists.

Only wordings that leave no doubt which figure rests on which are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from consistency.types import Alignment, AlignmentKind, Claim, ClaimKind, Dimension, ParsedArticle, Side

#: Between the size of a list and its members.
_LISTED = re.compile(r"(?:\s?[:\u2013\u2014]|,? namely|,? -)\s")
#: Between the two ends of a change, and before its first end.
_TO, _FROM = re.compile(r"\sto\s"), re.compile(r"\bfrom\s$")
#: Between the last end of a change and the change in percent.
_CHANGED = re.compile(r",\s(?:up|down|an?\s(?:increase|rise|gain|jump|surge|drop|fall|decline|decrease)\sof)\s")
#: Between a part and its whole, and between these and the share.
_OF, _OR = re.compile(r"\s(?:out\s)?of\s(?:the\s|its\s|their\s)?"), re.compile(r",\sor\s")
#: Between the parts of a total, before the total, and behind it.
_AND, _COMMA = re.compile(r",?\sand\s|,\s"), re.compile(r",\s")
_ALL = re.compile(r"\s(?:in all|in total|altogether|all told)\b")

_PLAIN = frozenset({Dimension.COUNT, Dimension.NUMBER, Dimension.MONEY})


def arithmetic(doc: ParsedArticle) -> tuple[Alignment, ...]:
    """One alignment for each figure that others of its sentence yield: its side has that figure, then the others."""
    figures = [c for c in doc.claims if c.kind is ClaimKind.QUANTITY]
    return tuple(
        Alignment(sides=(_side(doc, group),), score=1.0, kind=AlignmentKind.RECKONING, producer="arithmetic")
        for _, row in groupby(figures, key=lambda claim: claim.sentence)
        for group in _groups(doc.article.text, tuple(row))
    )


def _side(doc: ParsedArticle, claims: tuple[Claim, ...]) -> Side:
    return Side(article=doc.article.id, role=doc.article.role, claims=claims)


def _groups(text: str, row: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    for place, claim in enumerate(row):
        before = row[:place]
        if _is(claim, Dimension.LIST) and before and before[-1].counted and _tied(text, before[-1], claim, _LISTED):
            yield before[-1], claim
        if _is(claim, Dimension.PERCENT) and len(before) > 1 and _changed(text, before[-2], before[-1], claim):
            yield claim, *before[-2:]
        if _ALL.match(text, claim.span.end) and len(parts := _parts(text, before, claim)) > 1:
            yield claim, *parts


def _changed(text: str, one: Claim, two: Claim, percent: Claim) -> bool:
    """Whether a percentage tells a change from one figure to the other, or the share of one in the other."""
    if not (_plain(one) and _plain(two)):
        return False
    change = _tied(text, one, two, _TO) and _FROM.search(text[: one.span.start]) and _tied(text, two, percent, _CHANGED)
    return bool(change) or (_tied(text, one, two, _OF) and _tied(text, two, percent, _OR))


def _parts(text: str, before: Sequence[Claim], total: Claim) -> tuple[Claim, ...]:
    """The counts that are strung together right before a total."""
    parts: list[Claim] = []
    following, join = total, _COMMA
    for claim in reversed(before):
        if not _is(claim, Dimension.COUNT) or not _tied(text, claim, following, join):
            break
        parts.insert(0, claim)
        following, join = claim, _AND
    return tuple(parts)


def _tied(text: str, one: Claim, two: Claim, join: re.Pattern[str]) -> bool:
    return join.fullmatch(text, one.span.end, two.span.start) is not None


def _is(claim: Claim, dimension: Dimension) -> bool:
    return claim.quantity is not None and claim.quantity.dimension is dimension


def _plain(claim: Claim) -> bool:
    quantity = claim.quantity
    return quantity is not None and quantity.dimension in _PLAIN and not quantity.vague and quantity.high is None
