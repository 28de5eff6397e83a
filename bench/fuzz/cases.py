"""One input, and one fault that an input brought to light."""

from __future__ import annotations

from dataclasses import dataclass

#: Between the articles of one input. A text that has this line is another number of articles, no more.
CUT = b"\n%%%%%%%%\n"


@dataclass(frozen=True, slots=True)
class Case:
    """An input and the target that it is for; ``number`` is its place in the round."""

    target: str
    data: bytes
    number: int = -1


@dataclass(frozen=True, slots=True)
class Fault:
    """What an input did; faults of one ``kind`` have one cause. ``detail`` is for whoever repairs it."""

    case: Case
    kind: str
    detail: str = ""
