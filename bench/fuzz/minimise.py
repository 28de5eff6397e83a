"""A smaller input that does the same: parts are left out, large ones first, for as long as the fault stays."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence

#: Whether an input still does what the one it comes from did.
Same = Callable[[bytes], bool]

#: What is left out at a time, coarse to fine: paragraphs, lines, words; then single bytes.
_PARTS = (rb"(?s).+?(?:\n{2,}|\Z)", rb"[^\n]*(?:\n|\Z)", rb"\s*[^\s]+|\s+")


def minimised(data: bytes, same: Same, seconds: float = 20.0) -> bytes:
    """The smallest input that was found in that time; ``data`` itself where nothing can be left out."""
    end = time.monotonic() + seconds
    size = len(data) + 1
    while len(data) < size and time.monotonic() < end:
        size = len(data)
        for pattern in _PARTS:
            data = b"".join(reduced(re.findall(pattern, data), lambda parts: same(b"".join(parts)), end))
        data = b"".join(reduced(_characters(data), lambda parts: same(b"".join(parts)), end))
    return data


def reduced(parts: Sequence[bytes], same: Callable[[Sequence[bytes]], bool], end: float) -> list[bytes]:
    """Delta debugging: the parts without those runs of them that are not needed."""
    kept, run = [*parts], len(parts)
    while run and kept:
        start = 0
        while start < len(kept) and time.monotonic() < end:
            without = kept[:start] + kept[start + run :]
            if same(without):
                kept = without
            else:
                start += run
        run //= 2
    return kept


def _characters(data: bytes) -> list[bytes]:
    """Single characters where the bytes are text, else single bytes."""
    try:
        return [char.encode("utf-8", "surrogatepass") for char in data.decode("utf-8", "surrogatepass")]
    except UnicodeDecodeError:
        return [data[at : at + 1] for at in range(len(data))]
