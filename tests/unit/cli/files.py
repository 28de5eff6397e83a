"""The draft and the source of the tests of commands, and the command that checks them."""

from __future__ import annotations

DRAFT = b"The fire at the mill on Monday killed 15 people and burned two barns.\n"
SOURCE = b"The fire at the mill on Monday killed 12 people and burned two barns.\n"

CHECK = ("check", "draft.md", "-s", "source.txt")
