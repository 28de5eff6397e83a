"""A checker for each of several settings, and what they share."""

from __future__ import annotations

from collections import OrderedDict
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from consistency.check import Checker
from consistency.types import Role

if TYPE_CHECKING:
    from consistency.settings import Settings
    from consistency.types import Article

#: Checkers kept: where settings are edited and looked at again and again, old ones would add up.
MOST = 16


class Checkers:
    """A checker for each of several settings; they share what takes long to open."""

    def __init__(self) -> None:
        self._made: OrderedDict[str, Checker] = OrderedDict()
        self._warm: set[str] = set()

    def of(self, settings: Settings) -> Checker:
        """The checker with these settings."""
        key = repr(settings)
        if key not in self._made:
            self._made[key] = self._new(settings)
        self._made.move_to_end(key)
        if len(self._made) > MOST:
            self._made.popitem(last=False)
        return self._made[key]

    def warm(self) -> None:
        """Have all that new sentences need loaded, now that nobody waits."""
        for key in self._made.keys() - self._warm:
            warm(self._made[key])
            self._warm.add(key)

    def leave(self) -> None:
        """Give up what was begun and will not be asked for."""
        for checker in self._made.values():
            checker.stop_encoding()

    def _new(self, settings: Settings) -> Checker:
        opened = (checker.engine.resources for checker in self._made.values())
        return Checker(settings, resources=next((shared for shared in opened if shared.serves(settings)), None))


def warm(checker: Checker) -> None:
    """Have all that new sentences need loaded, by a check of some of which nothing is kept."""
    # Whatever is wrong with a model, the check that needs it says so.
    with suppress(Exception):
        settings = replace(checker.settings, cache=False)
        other = Checker(settings, resources=checker.engine.resources.without_cache())
        other.check(_article(15, Role.DRAFT), [_article(12, Role.SOURCE)])


def _article(dead: int, role: Role) -> Article:
    from consistency.read import article_from_text

    text = f'The fire at the mill killed {dead} people on Monday, the mayor said. "It was the worst fire," she added.'
    return article_from_text(text, id=role, role=role)
