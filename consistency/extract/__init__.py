"""From sentences to claims: every figure, date, rank and quotation with what qualifies it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from consistency.extract.claims import extract, find
    from consistency.extract.qualifiers import sourced

__all__ = ["extract", "find", "sourced"]

#: Where each name is; loaded when asked for, as the patterns of all finders take long to compile.
_HOMES = {"extract": "claims", "find": "claims", "sourced": "qualifiers"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
