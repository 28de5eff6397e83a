"""The result of a finder: a figure, date or rank, in offsets of its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from consistency.types.claim import ClaimKind, Context, Quantity, TextSpan
from consistency.types.moment import Moment
from consistency.types.span import Span
from consistency.types.text import Sentence


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


def text_span(sentence: Sentence, span: Span) -> TextSpan:
    """A range of a sentence's text, with its offsets in the article."""
    return TextSpan(span=sentence.raw(span), text=span.cut(sentence.text))


def context_of(sentence: Sentence, span: Span) -> Context:
    """What a sentence has before and after a range of its text."""
    return Context(before=sentence.text[: span.start], after=sentence.text[span.end :])
