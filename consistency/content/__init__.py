"""A repository of articles: which are checked, against which sources, and what changed."""

from consistency.content.git import Changes, changes
from consistency.content.library import Library
from consistency.content.plan import Failure, Pair, Plan, plan
from consistency.content.snapshot import Page
from consistency.content.sources import Origin, Source

__all__ = ["Changes", "Failure", "Library", "Origin", "Page", "Pair", "Plan", "Source", "changes", "plan"]
