"""A repository of articles: which are checked, against which sources, and what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consistency.lazy import lazy

if TYPE_CHECKING:
    from consistency.sources.git import Changes, changes
    from consistency.sources.library import Library
    from consistency.sources.plan import Failure, Pair, Plan
    from consistency.sources.resolve import Origin, Source
    from consistency.sources.web.snapshot import Page

__all__ = ["Changes", "Failure", "Library", "Origin", "Page", "Pair", "Plan", "Source", "changes"]

if not TYPE_CHECKING:
    __getattr__ = lazy(
        __name__,
        {
            "Changes": "consistency.sources.git",
            "Failure": "consistency.sources.plan",
            "Library": "consistency.sources.library",
            "Origin": "consistency.sources.resolve",
            "Page": "consistency.sources.web.snapshot",
            "Pair": "consistency.sources.plan",
            "Plan": "consistency.sources.plan",
            "Source": "consistency.sources.resolve",
            "changes": "consistency.sources.git",
        },
    )
