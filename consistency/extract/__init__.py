"""From sentences to claims: every figure, date and rank with what qualifies it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from consistency.extract.claims import extract, find
    from consistency.extract.linguistic import pipeline_signature
    from consistency.extract.names import mentions
    from consistency.extract.qualify import sourced
    from consistency.extract.remember import Annotator

__all__ = ["Annotator", "extract", "find", "mentions", "pipeline_signature", "sourced"]

#: Where each name is; loaded when asked for, as the patterns of all finders take long to compile.
_HOMES = {
    "Annotator": "remember",
    "extract": "claims",
    "find": "claims",
    "mentions": "names",
    "pipeline_signature": "linguistic",
    "sourced": "qualify",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
