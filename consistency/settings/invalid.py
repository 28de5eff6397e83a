"""An invalid value, before the file, option or line that contains it is known."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable

#: A path into nested tables and lists: keys and list indices.
Keys = tuple[str | int, ...]

#: Similarity (difflib ratio) from which an unknown word counts as a typing error for a known one.
SLIP = 0.7


class InvalidValue(Exception):
    """What is wrong with a value; ``at`` is the path to it."""

    def __init__(self, message: str, *, hint: str | None = None, at: Keys = ()) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.at = at

    def under(self, *keys: str | int) -> InvalidValue:
        """The same error with these keys put in front of its path."""
        return InvalidValue(self.message, hint=self.hint, at=(*keys, *self.at))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word closest to ``word``, ignoring case and hyphens; None if none is close."""
    listed = {_plain(one): one for one in known}
    begun = [plain for plain in listed if len(word) > 2 and plain.startswith(_plain(word))]
    if len(begun) == 1:
        return listed[begun[0]]
    found = difflib.get_close_matches(_plain(word[:80]), listed, n=1, cutoff=SLIP)
    return listed[found[0]] if found else None


def _plain(word: str) -> str:
    return word.casefold().replace("_", "-")


def shown_value(value: object) -> str:
    """A value as a message shows it: on one line, at most 60 characters, strings and booleans as in TOML."""
    try:
        words = json.dumps(value, ensure_ascii=False) if isinstance(value, str | bool) else repr(value)
    except (ValueError, RecursionError):  # Python prints no integer of more than 4,300 digits
        return "a value that is too large to show"
    return words if len(words) <= 60 else words[:57] + "..."
