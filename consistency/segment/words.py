"""The word lists and patterns of segmentation, read from the data files next to this module."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def table(name: str) -> dict[str, tuple[str, ...]]:
    """The lists of one table ("words", "furniture"), in order."""
    loaded = tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    return {key: tuple(values) for key, values in loaded.items()}


@cache
def listed(key: str) -> frozenset[str]:
    """A list of words as a set."""
    return frozenset(table("words")[key])


def either(key: str) -> str:
    """A list of words as regular-expression alternatives, longest first."""
    return "|".join(re.escape(word) for word in sorted(table("words")[key], key=len, reverse=True))
