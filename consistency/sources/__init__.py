"""A repository of articles: which are checked, against which sources, and what changed."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from consistency.sources.git import Changes, changes
    from consistency.sources.library import Library
    from consistency.sources.plan import Failure, Pair, Plan
    from consistency.sources.resolve import Origin, Source
    from consistency.sources.web.snapshot import Page

__all__ = ["Changes", "Failure", "Library", "Origin", "Page", "Pair", "Plan", "Source", "changes"]

#: Where each name is; loaded when asked for, as a command that only shows its help needs none.
_HOMES = {
    "Changes": "git",
    "Failure": "plan",
    "Library": "library",
    "Origin": "resolve",
    "Page": "web.snapshot",
    "Pair": "plan",
    "Plan": "plan",
    "Source": "resolve",
    "changes": "git",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
