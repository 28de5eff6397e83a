"""How findings are worded and where they point."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from consistency.claims.kinds import spec_of
from consistency.thresholds.verdicts import MESSAGE_LENGTH
from consistency.types import Claim, Phrase, Place, PlaceKind, Role, Side, Span


def places(*sides: Side, core: bool = False) -> tuple[Place, ...]:
    """Where the sides make the claim (``core``: the figure alone), or where a silent side should have made it."""
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
    """The words of a claim or phrase in quotation marks: one line, bounded. A quotation has its own marks."""
    words = short(claim.text)
    return words if isinstance(claim, Claim) and not spec_of(claim).quoted else cited(words)


def cited(words: str) -> str:
    """Words in quotation marks, those inside made single."""
    return '"{}"'.format(short(words).replace('"', "'"))


def short(words: str, most: int = MESSAGE_LENGTH) -> str:
    """One line of at most ``most`` characters, cut between two words, without comments and emphasis."""
    line = " ".join(_MARKUP.sub("", words).split())
    if len(line) <= most:
        return line
    return (line[: most - 1].rpartition(" ")[0] or line[: most - 2]) + " …"


def who(side: Side) -> str:
    """What to call a side within a sentence."""
    return {Role.DRAFT: "the draft", Role.SOURCE: "the source", Role.PEER: side.article}[side.role]


def sentence(words: str) -> str:
    """The words with a capital; the name of a file remains as it is."""
    return words[0].upper() + words[1:] if words.startswith("the ") else words


def voices(sides: Sequence[Side]) -> int:
    """How many articles these sides are of."""
    return len({side.article for side in sides})


def contrast(head: Side, words: str, others: Sequence[Side], other_words: Iterable[str], of: int | None = None) -> str:
    """ "Draft: X. Sources (2 of 3): Y / Z", each wording once; ``of`` is how many sources state the fact in all."""
    return f"{_label([head])}: {words}. {_label(others, of)}: {' / '.join(dict.fromkeys(other_words))}"


def _label(sides: Sequence[Side], of: int | None = None) -> str:
    """Whose words follow: "Draft", "Source", "Sources (2 of 3)"; for peers, the names of the articles."""
    if sides[0].role is Role.PEER:
        return ", ".join(dict.fromkeys(side.article for side in sides))
    number = voices(sides)
    if sides[0].role is Role.DRAFT or max(number, of or 0) == 1:
        return sides[0].role.value.capitalize()
    return f"Sources ({number} of {of})" if of else f"Sources ({number})"


def against(head: Side, others: Sequence[Side], of: int) -> str:
    """The claims of two sides, contrasted."""
    return contrast(head, shown(head.claims[0]), others, _distinct([c for side in others for c in side.claims]), of)


def _plain(words: str) -> str:
    """Words to tell two wordings apart by: capitals and the shape of apostrophes make no difference."""
    return short(words).lower().replace("\u2019", "'")


def _distinct(claims: Sequence[Claim]) -> list[str]:
    """The words of the claims; the figure alone where several wordings have the same."""
    words = {_plain(claim.text): shown(claim) for claim in reversed(claims)}
    figures = {claim.figure.text for claim in claims if claim.figure}
    if len(words) > 1 and len(figures) == 1:
        return [cited(*figures)]
    return [*reversed(words.values())]
