"""JSON documents in a text: one, or the answer lines of a batch."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from consistency.untrusted import Malformed, load_json


def documents(text: str) -> Iterator[tuple[int | None, Any]]:
    """The documents in a text, and the line that each is on where there are several. Raises ``Malformed``."""
    try:
        whole = load_json(text)
    except Malformed:
        lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
        if len(lines) < 2 or not _complete(lines[0][1]):
            raise
        # A report of one document has no complete one on its first line.
        yield from ((number, _line(number, line)) for number, line in lines)
    else:
        yield None, whole


def _complete(line: str) -> bool:
    try:
        load_json(line)
    except Malformed:
        return False
    return True


def _line(number: int, text: str) -> Any:
    try:
        return load_json(text)
    except Malformed as error:
        raise Malformed(error.reason, number) from error
