"""A value that cannot be set, before it is known in which file, option or line it stands."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable

#: The way to a place in a table: keys, and numbers in lists.
Keys = tuple[str | int, ...]

#: Likeness of two words from which the one may be a slip for the other.
SLIP = 0.7


class Wrong(Exception):
    """What is wrong with a value; ``at`` leads to it from where reading began."""

    def __init__(self, message: str, *, hint: str | None = None, at: Keys = ()) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.at = at

    def under(self, *keys: str | int) -> Wrong:
        """The same, seen from further out."""
        return Wrong(self.message, hint=self.hint, at=(*keys, *self.at))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that ``word`` may be a slip for, in whichever case and with whichever hyphens."""
    listed = {_plain(one): one for one in known}
    begun = [plain for plain in listed if len(word) > 2 and plain.startswith(_plain(word))]
    if len(begun) == 1:
        return listed[begun[0]]
    found = difflib.get_close_matches(_plain(word[:80]), listed, n=1, cutoff=SLIP)
    return listed[found[0]] if found else None


def _plain(word: str) -> str:
    return word.casefold().replace("_", "-")


def told(value: object) -> str:
    """A value as a message shows it: bounded, on one line, words and truth as TOML has them."""
    try:
        words = json.dumps(value, ensure_ascii=False) if isinstance(value, str | bool) else repr(value)
    except (ValueError, RecursionError):  # Python shows no number of more than 4,300 digits
        return "a value that is too large to show"
    return words if len(words) <= 60 else words[:57] + "..."
