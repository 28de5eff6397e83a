"""Line and column of an offset, both from 1."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from consistency.types import Article

# Editors break lines here, but not at the Unicode line separators.
_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Lines:
    """The lines of a raw text."""

    text: str

    @cached_property
    def starts(self) -> list[int]:
        """The offset at which each line starts."""
        return [0, *(found.end() for found in _BREAK.finditer(self.text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, from 1, in code points."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def byte(self, offset: int) -> int:
        """The column of an offset, from 1, in bytes of UTF-8."""
        start = self.starts[bisect_right(self.starts, offset) - 1]
        return len(self.text[start:offset].encode("utf-8", "surrogatepass")) + 1

    def around(self, start: int, end: int) -> tuple[int, int]:
        """The range of the lines that contain ``[start, end)``, without the final line break."""
        last = bisect_right(self.starts, max(start, end - 1))
        stop = self.starts[last] if last < len(self.starts) else len(self.text)
        first = self.starts[bisect_right(self.starts, start) - 1]
        return first, first + len(self.text[first:stop].rstrip("\r\n"))


def lines_of(articles: Iterable[Article]) -> dict[str, Lines]:
    """The lines of each article, by its id."""
    return {article.id: Lines(article.text) for article in articles}
