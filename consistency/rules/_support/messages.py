"""How rules point and speak: the places of a side, and sentences such as "2 of 3 sources say"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from consistency.claims.kinds import spec_of
from consistency.thresholds.verdicts import MESSAGE_LENGTH
from consistency.types import Claim, Phrase, Place, PlaceKind, Role, Side, Span


def places(*sides: Side, core: bool = False) -> tuple[Place, ...]:
    """Where the sides say it (``core``: the figure alone), or where a silent one should have."""
    return tuple(place for side in sides for place in _places(side, core))


def _places(side: Side, core: bool) -> list[Place]:
    spans = [claim.figure.span if core and claim.figure else claim.span for claim in side.claims]
    if side.phrase:
        spans.append(side.phrase.span)
    if spans:
        return [_place(side, PlaceKind.EVIDENCE, span) for span in dict.fromkeys(spans)]
    return [_place(side, PlaceKind.ANCHOR, side.anchor)] if side.anchor else []


def _place(side: Side, kind: PlaceKind, span: Span) -> Place:
    return Place(article=side.article, role=side.role, kind=kind, span=span)


#: Comments and emphasis inside of words that a message repeats.
_MARKUP = re.compile(r"\s*<!--.*?-->|\s*\{/\*.*?\*/\}|\*{1,3}(?=\S)|(?<=\S)\*{1,3}", re.DOTALL)


def shown(claim: Claim | Phrase) -> str:
    """The words of a claim or phrase, fit for a message: one line, bounded, words in quotation marks."""
    words = short(claim.text)
    return words if isinstance(claim, Claim) and not spec_of(claim).quoted else cited(words)


def cited(words: str) -> str:
    """Words in quotation marks, those inside made single."""
    return '"{}"'.format(short(words).replace('"', "'"))


def short(words: str) -> str:
    """One line, bounded, without comments and emphasis."""
    line = " ".join(_MARKUP.sub("", words).split())
    return line if len(line) <= MESSAGE_LENGTH else line[: MESSAGE_LENGTH - 3] + "..."


def who(side: Side) -> str:
    """What to call a side in a message."""
    return {Role.DRAFT: "the draft", Role.SOURCE: "the source", Role.PEER: side.article}[side.role]


def count(sides: Sequence[Side], of: int) -> str:
    """ "the source says" or "2 of 3 sources say"; for peers, their names."""
    number = voices(sides)
    verb = "says" if number == 1 else "say"
    if sides[0].role is Role.PEER:
        return f"{', '.join(dict.fromkeys(side.article for side in sides))} {verb}"
    return f"{who(sides[0])} says" if of == 1 else f"{number} of {of} sources {verb}"


def voices(sides: Sequence[Side]) -> int:
    """How many articles speak on these sides."""
    return len({side.article for side in sides})


def against(head: Side, others: Sequence[Side], of: int) -> str:
    """ "the draft says X where 2 of 3 sources say Y"."""
    said = " / ".join(dict.fromkeys(shown(claim) for side in others for claim in side.claims))
    return f"{who(head)} says {shown(head.claims[0])} where {count(others, of)} {said}"
