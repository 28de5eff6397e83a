"""What a finder reports: a figure, date or rank in one sentence, in the sentence's own coordinates."""

from __future__ import annotations

from dataclasses import dataclass

from consistency.types import ClaimKind, Moment, Quantity, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """A claim before its context is known; all spans are ranges of ``Sentence.text``.

    ``span`` covers figure, unit, bound and, for counts, the thing counted; ``core`` is the printed
    figure alone with its scale and unit ("$1.7 billion" of "more than $1.7 billion"). ``scale`` is
    the canonical superlative of a rank ("large" for biggest, largest and top; None for plain ordinals).
    """

    kind: ClaimKind
    span: Span
    core: Span
    quantity: Quantity | None = None
    moment: Moment | None = None
    rank: int | None = None
    scale: str | None = None
    counted: Span | None = None
    basis: Span | None = None
