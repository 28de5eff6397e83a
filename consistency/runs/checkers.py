"""A checker for each settings of a run; checkers with the same models share them."""

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

#: Checkers kept, so that they do not accumulate while settings are edited under ``--watch``.
MOST_CHECKERS = 16


class Checkers:
    """A checker for each settings; they share models and cache where the settings allow it."""

    def __init__(self) -> None:
        self._made: OrderedDict[str, Checker] = OrderedDict()
        self._warm: set[str] = set()

    def for_settings(self, settings: Settings) -> Checker:
        """The checker with these settings, opened now or earlier."""
        key = repr(settings)
        if key not in self._made:
            self._made[key] = self._new(settings)
        self._made.move_to_end(key)
        if len(self._made) > MOST_CHECKERS:
            self._made.popitem(last=False)
        return self._made[key]

    def load_models(self) -> None:
        """Load the models of all checkers while nobody is waiting."""
        for key in self._made.keys() - self._warm:
            load_models(self._made[key])
            self._warm.add(key)

    def stop_encoding(self) -> None:
        """Give up encoding for checks that will not come."""
        for checker in self._made.values():
            checker.stop_encoding()

    def _new(self, settings: Settings) -> Checker:
        opened = (checker.engine.resources for checker in self._made.values())
        return Checker(settings, resources=next((shared for shared in opened if shared.serves(settings)), None))


def load_models(checker: Checker) -> None:
    """Load the models with a check that bypasses the cache: answers from the cache load nothing."""
    # If a model is broken, the check that needs it raises the error.
    with suppress(Exception):
        settings = replace(checker.settings, cache=False)
        other = Checker(settings, resources=checker.engine.resources.without_cache())
        other.check(_article(15, Role.DRAFT), [_article(12, Role.SOURCE)])


def _article(dead: int, role: Role) -> Article:
    from consistency.read import article_from_text

    text = f'The fire at the mill killed {dead} people on Monday, the mayor said. "It was the worst fire," she added.'
    return article_from_text(text, id=role, role=role)
