"""From sentences to claims: every figure, date, rank and quotation with what qualifies it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consistency.lazy import lazy

if TYPE_CHECKING:
    from consistency.extract.claims import extract, find
    from consistency.extract.qualifiers import sourced

__all__ = ["extract", "find", "sourced"]

if not TYPE_CHECKING:
    __getattr__ = lazy(
        __name__,
        {
            "extract": "consistency.extract.claims",
            "find": "consistency.extract.claims",
            "sourced": "consistency.extract.qualifiers",
        },
    )
