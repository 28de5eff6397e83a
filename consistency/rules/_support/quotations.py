"""Where the words of two quotations differ."""

from __future__ import annotations

from difflib import SequenceMatcher

from consistency.quotations.compare import difference, same_words
from consistency.thresholds.verdicts import QUOTE_SLIP
from consistency.types import Claim, Place, PlaceKind, Side, Span


def inner(claim: Claim) -> str:
    """The words between the quotation marks."""
    return claim.figure.text if claim.figure else claim.text


def same(left: Claim, right: Claim) -> bool:
    """Whether both quotations have the same words, one perhaps trimmed."""
    return same_words(inner(left), inner(right)) is True


def close(left: Claim, right: Claim) -> bool:
    """Whether all but a few words of the shorter quotation are those of the other."""
    one, two = inner(left).lower().split(), inner(right).lower().split()
    blocks = SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) >= QUOTE_SLIP * max(min(len(one), len(two)), 1)


def changed(left: Claim, right: Claim) -> tuple[Span, Span]:
    """The raw ranges of both quotations from the first word that differs to the last."""
    spans = difference(inner(left), inner(right))
    if not spans:
        return left.span, right.span
    sides = zip(*spans, strict=True)
    return tuple(_raw(claim, list(side)) for claim, side in zip((left, right), sides, strict=True))  # type: ignore[return-value]


def _raw(claim: Claim, spans: list[Span]) -> Span:
    """Ranges of the words between the marks as one range of the raw text, never empty."""
    text, start, end = inner(claim), min(s.start for s in spans), max(s.end for s in spans)
    if claim.figure is None or len(claim.figure.text) != claim.figure.span.end - claim.figure.span.start:
        return claim.span
    if start == end:
        # Nothing is left here: show the words on both sides of the gap.
        start = max(text.rfind(" ", 0, max(start - 1, 0)) + 1, 0)
        end = text.find(" ", end + 1) if text.find(" ", end + 1) > 0 else len(text)
    return Span(start, end).shift(claim.figure.span.start)


def place(side: Side, span: Span) -> Place:
    """A place of evidence in a side's article."""
    return Place(article=side.article, role=side.role, kind=PlaceKind.EVIDENCE, span=span)
