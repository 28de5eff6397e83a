"""Changes to a text and to bytes: what a careless hand, a broken program or an attacker makes of them."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from bench.fuzz.words import FIGURES, NAMES, VERBS, anywhere, odd, sentence

ENCODINGS = (
    "utf-8",
    "utf-8",
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-32",
    "cp1252",
    "latin-1",
    "cp1251",
    "shift_jis",
    "gb18030",
)


#: What markup, templates and figures are made of.
MARKS = (
    "> ", "- ", "* ", "1. ", "*", "_", "[", "](", "!", "<", "<a ", "<!--", "-->", "{{", "{%", "}}", "`", "```\n",
    "~", "#", "|", "\t", " ", "\n", "\r\n", "“", "”", "'", '"', "(", "1,", "1 ", "$", "a", "A.", "é", "\u0301",
    "and ", "&amp;", "\\", "=", "-", ".", "said ", "of the ", "Monday ", ", ", "; ", "—", "[^1]", ":::",
    "import a\n", "a: ", "- [ ] ", "| a ", "third ", "hundred ", "not ",
)  # fmt: skip


def mutated(r: Random, text: str, others: Sequence[str], most: int = 4) -> str:
    """The text after a few changes."""
    for _ in range(r.randint(1, most)):
        text = r.choice(_CHANGES)(r, text, others)
    return text


def pumped(r: Random, text: str) -> str:
    """The text with a few characters of it, or a mark, repeated very often: what searches twice is slow on it."""
    start = r.randrange(len(text) + 1)
    unit = r.choice(MARKS) if r.random() < 0.6 else text[start : start + r.randint(1, 12)]
    return text[:start] + unit * r.choice((30, 100, 500, 3_000)) + text[start:]


def encoded(r: Random, text: str, damage: float = 0.15) -> bytes:
    """The text in one of many encodings, and some of its bytes changed."""
    name = r.choice(ENCODINGS)
    halves = "surrogatepass" if name.startswith("utf") and r.random() < 0.1 else "replace"
    data = text.encode(name, halves)
    return damaged(r, data) if r.random() < damage else data


def damaged(r: Random, data: bytes) -> bytes:
    """Bytes flipped, inserted, cut off or repeated."""
    made = bytearray(data)
    for _ in range(r.randint(1, 6)):
        at = r.randrange(len(made) + 1)
        how = r.random()
        if how < 0.4 and at < len(made):
            made[at] ^= 1 << r.randrange(8)
        elif how < 0.6:
            made[at:at] = bytes((r.randrange(256),))
        elif how < 0.75:
            del made[at : at + r.randint(1, 20)]
        elif how < 0.85:
            made[at:at] = made[at : at + r.randint(1, 30)] * r.randint(1, 3)
        elif how < 0.9:
            del made[at:]
        elif at < len(made):
            made[at] = r.choice(b"\x00\xff\xfe\x80\"'[]{}:,\n0")
    return bytes(made)


def _words(r: Random, text: str, others: Sequence[str]) -> str:
    """One word becomes another."""
    words = text.split(" ")
    words[r.randrange(len(words))] = r.choice((*FIGURES, *NAMES, *VERBS, "not", "", "“", "more than", "Monday"))
    return " ".join(words)


def _dropped(r: Random, text: str, others: Sequence[str]) -> str:
    start = r.randrange(len(text) + 1)
    return text[:start] + text[start + r.randint(1, 60) :]


def _repeated(r: Random, text: str, others: Sequence[str]) -> str:
    start = r.randrange(len(text) + 1)
    part = text[start : start + r.randint(1, 80)]
    return text[:start] + part * r.randint(2, 5) + text[start:]


def _spliced(r: Random, text: str, others: Sequence[str]) -> str:
    other = r.choice(others)
    start, at = r.randrange(len(other) + 1), r.randrange(len(text) + 1)
    return text[:at] + other[start : start + r.randint(1, 200)] + text[at:]


def _cut(r: Random, text: str, others: Sequence[str]) -> str:
    at = r.randrange(len(text) + 1)
    return text[:at] if r.random() < 0.7 else text[at:]


def _mixed(r: Random, text: str, others: Sequence[str]) -> str:
    """Sentences or lines in another order."""
    mark = r.choice((". ", "\n", " "))
    parts = text.split(mark)
    one, two = r.randrange(len(parts)), r.randrange(len(parts))
    parts[one], parts[two] = parts[two], parts[one]
    return mark.join(parts)


_CHANGES = (
    _words,
    _words,
    _words,
    _dropped,
    _repeated,
    _spliced,
    _cut,
    _mixed,
    lambda r, text, others: odd(r, text),
    lambda r, text, others: odd(r, text),
    lambda r, text, others: f"{text}{r.choice((' ', chr(10)))}{sentence(r)}",
    lambda r, text, others: text.replace(r.choice(text or " "), anywhere(r), r.randint(1, 9)),
    lambda r, text, others: r.choice((text.upper, text.lower, text.title, text.swapcase))(),
)
