"""What the networks see of a word: hashed keys of its norm, first and last letters, and shape."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from consistency.annotate.numpy_runner.murmur import murmur

#: Longer words have no shape of their own.
LONG = 100

#: A run of one kind of letter counts up to this length.
RUN = 4


@lru_cache(maxsize=1)
def symbols() -> dict[str, int]:
    """Strings whose key is a number of their own, not their hash."""
    text = (files(__package__) / "symbols.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return {name: int(number) for name, number in rows}


@lru_cache(maxsize=1)
def norms() -> dict[str, str]:
    """Signs that are read as others."""
    text = (files(__package__) / "norms.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in text.splitlines() if line and not line.startswith("# "))
    return {row[0]: row[1] for row in rows}


@lru_cache(maxsize=20_000)
def key(text: str) -> int:
    """The key of a string, 64 bits; 0 for none."""
    if not text:
        return 0
    symbol = symbols().get(text)
    return murmur(text.encode()) if symbol is None else symbol


def norm(text: str, variants: Mapping[int, str]) -> str:
    """What a word is read as: its usual spelling, in small letters. ``variants`` maps keys of other spellings."""
    return variants.get(key(text)) or norms().get(text) or text.lower()


def shape(text: str) -> str:
    """Capitals as X, small letters as x, digits as d: "Xxxxx", "dddd"."""
    if len(text) >= LONG:
        return "LONG"
    shapes: list[str] = []
    for letter in text:
        kind = ("X" if letter.isupper() else "x") if letter.isalpha() else "d" if letter.isdigit() else letter
        if shapes[-RUN:] != [kind] * RUN:
            shapes.append(kind)
    return "".join(shapes)


@lru_cache(maxsize=20_000)
def around(text: str) -> tuple[int, int, int]:
    """The keys of the first letter, the last three, and the shape."""
    return key(text[:1]), key(text[-3:]), key(shape(text))
