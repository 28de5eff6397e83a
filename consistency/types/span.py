"""Ranges of text."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range ``[start, end)`` of code points."""

    start: int
    end: int

    def cut(self, text: str) -> str:
        """The part of ``text`` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the ranges overlap."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether this range contains ``other``."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> Span:
        """The range moved right by ``by`` characters."""
        return Span(self.start + by, self.end + by)
