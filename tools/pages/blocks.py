"""Blocks of a page, or of a YAML file, that are written by a tool between two comments.

<!-- generated: NAME -->
<!-- end of generated -->
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

_BLOCK = re.compile(
    r"^(?P<open>[ ]*(?:<!--|#) generated: (?P<name>[a-z-]+)(?: -->)?\n)(?P<body>.*?)"
    r"(?P<close>^[ ]*(?:<!--|#) end of generated(?: -->)?$)",
    re.MULTILINE | re.DOTALL,
)


def filled(text: str, blocks: Mapping[str, Callable[[], str]]) -> str:
    """The text with every block as it should be. Raises ``KeyError`` for a block that nobody writes."""

    def write(found: re.Match[str]) -> str:
        gap = "\n" if "<!--" in found["open"] else ""
        return f"{found['open']}{gap}{blocks[found['name']]().rstrip()}\n{gap}{found['close']}"

    return _BLOCK.sub(write, text)


def names(text: str) -> list[str]:
    """The names of the blocks of a text."""
    return [found["name"] for found in _BLOCK.finditer(text)]


def table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """A Markdown table."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |\n" for line in lines)
