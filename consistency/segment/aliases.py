"""Replace aliases from the settings by the first name of their group."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from consistency.segment.fold import Folded, fold, rewritten

_ARTICLE = re.compile(r"^(?:the|a|an) (?=[^\W\d_a-z])")

#: Groups of names; the first of each group replaces the others.
Aliases = tuple[tuple[str, ...], ...]


def renamed(folded: Folded, aliases: Aliases) -> Folded:
    """The text with aliases replaced; each character of the new name maps to the entire old name."""
    if not aliases:
        return folded
    names, pattern = _names(aliases)
    return rewritten(folded, pattern, lambda _, match: _new(match.group(), names))


def _new(found: str, names: dict[str, str]) -> str:
    """The replacement, capitalised at the start of a sentence."""
    if found in names:
        return names[found]
    name = names[found[0].lower() + found[1:]]
    return name[0].upper() + name[1:]


@lru_cache(maxsize=16)
def _names(aliases: Aliases) -> tuple[dict[str, str], re.Pattern[str]]:
    names: dict[str, str] = {}
    for group in aliases:
        folded = [name for name in (fold(name).text for name in group) if name]
        for name in folded:
            names.setdefault(name, folded[0])
        for name in folded:
            bare = _bare(name)
            names.setdefault(bare, bare if name == folded[0] else folded[0])
    # Longest first, so that "Zorbex Industries" is not read as "Zorbex". First names match too, so that no part of them
    # is replaced.
    parts = sorted((part for name in names for part in _forms(name)), key=len, reverse=True)
    return names, re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, parts)) or '(?!)'})(?!\w)")


def _bare(name: str) -> str:
    """The name without a leading article, as in "an Orange Giant spokesman"."""
    return _ARTICLE.sub("", name)


def _forms(name: str) -> Iterator[str]:
    yield name
    if name[0].islower():
        yield name[0].upper() + name[1:]
