"""The prose of Markdown."""

from __future__ import annotations

from consistency.types import Block


def markdown_blocks(text: str, start: int, *, mdx: bool = False) -> tuple[Block, ...]:
    """The prose blocks of ``text`` from ``start`` on, with the markup inside them as gaps."""
    from consistency.read.plain import plain_blocks

    return plain_blocks(text, start)
