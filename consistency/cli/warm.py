"""Loading beforehand: what is answered from the cache has loaded nothing, and the first new sentence would wait."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from consistency.check import Checker
from consistency.types import Role

if TYPE_CHECKING:
    from consistency.types import Article


def warm(checker: Checker) -> None:
    """Have all that new sentences need loaded, by a check of some of which nothing is kept."""
    from consistency.embed.cache import uncached

    # Whatever is wrong with a model, the check that needs it says so.
    with suppress(Exception):
        other = Checker(replace(checker.settings, cache=False))
        other.encoder = uncached(checker.encoder)
        other.check(_article(15, Role.DRAFT), [_article(12, Role.SOURCE)])


def _article(dead: int, role: Role) -> Article:
    from consistency.read import article_from_text

    text = f'The fire at the mill killed {dead} people on Monday, the mayor said. "It was the worst fire," she added.'
    return article_from_text(text, id=role, role=role)
