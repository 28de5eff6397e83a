"""How certain a claim is, and whether it is affirmed, from the cues of its clause and without a parser.

The clause around a claim ends the scope of cues. A claim that no cue modifies is asserted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from consistency.language.certainty import ModalStatus, Polarity
from consistency.language.cues import (
    NEGATION,
    Cue,
    CueIndex,
    Direction,
    count_negations,
    cue_index,
    find_cues,
    modifies,
)
from consistency.language.surface import REMEMBERED, Token, extent, tokens, within, words
from consistency.statements.clauses import clause
from consistency.types import Span

#: Categories of cues: acts of speech or will, modal words, and conjunctions that open a condition.
ACT, MODAL, CONDITION = "act", "modal", "condition"

#: Negated, these acts leave open whether it happens: "refused to rule out", "did not deny".
DENIALS = frozenset({ModalStatus.REFUSED, ModalStatus.DENIED})

#: Endings of participles that a form of "be" makes a passive, and the words before them in which it is looked for.
PARTICIPLES = ("ed", "en", "ast", "n")
PASSIVE_REACH = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Modality:
    """The status and polarity of a claim, with the ranges of the words that decide them.

    ``cue`` decides the status; ``negations`` are all that modify the claim, and two of them affirm it. ``condition``
    is the conjunction that opens a condition anywhere in the sentence.
    """

    status: ModalStatus = ModalStatus.ASSERTED
    polarity: Polarity = Polarity.AFFIRMED
    cue: Span | None = None
    negations: tuple[Span, ...] = ()
    condition: Span | None = None


@lru_cache(maxsize=REMEMBERED)
def modality(text: str, span: Span | None = None) -> Modality:
    """How certain the claim at ``span`` is, by its clause; without a span, the main statement of the text."""
    found, cues = _read(text)
    if not found:
        return Modality()
    target = _target(found, span)
    terminators = clause(text, target) if span is not None else (0, len(found))
    covering = [
        cue for cue in cues if modifies(cue, target, terminators) and not _blocked_by_adverbial(cue, target, found)
    ]
    main = _main(covering, target, definite=span is not None and _is_definite(found, target[0]))
    number = count_negations(covering)
    conditions = [cue for cue in cues if cue.category == CONDITION]
    return Modality(
        status=_status(main, number),
        polarity=Polarity.after(number),
        cue=_span(found, main) if main else None,
        negations=tuple(_span(found, cue) for cue in covering if cue.category == NEGATION),
        condition=_span(found, conditions[0]) if conditions else None,
    )


@lru_cache(maxsize=64)
def _read(text: str) -> tuple[tuple[Token, ...], tuple[Cue, ...]]:
    """The tokens and cues of a sentence, cached while its claims are read one after the other."""
    found = tokens(text)
    cues = find_cues([_form(token, n) for n, token in enumerate(found)], _index())
    return found, tuple(_directed(cue, found) for cue in cues if cue.direction is not Direction.PSEUDO)


def _form(token: Token, at: int) -> str:
    """The lower-case form of a token; empty for a month or a name that looks like a modal verb."""
    named = token.text == "May" or (token.capital and at and token.lower in ("will", "may", "might"))
    return "" if named else token.lower


@lru_cache(maxsize=1)
def _index() -> CueIndex:
    return cue_index("statements", "modality", ACT, MODAL, CONDITION, NEGATION)


def _directed(cue: Cue, found: Sequence[Token]) -> Cue:
    """The cue, which as an act in the passive modifies its subject too: "40 ships were promised"."""
    passive = cue.category == ACT and _is_passive(found, cue.first)
    return cue._replace(direction=Direction.BOTH) if passive else cue


def _is_passive(found: Sequence[Token], at: int) -> bool:
    """Whether a participle has a form of "be" just before it."""
    near = [token.lower for token in found[max(0, at - PASSIVE_REACH) : at]]
    return any(word in words("statements/clauses", "be") for word in near) and found[at].lower.endswith(PARTICIPLES)


def _target(found: Sequence[Token], span: Span | None) -> tuple[int, int]:
    """The token range of a claim; without a span, the empty range after the last token."""
    if span is None:
        return len(found), len(found)
    inside = within(found, span)
    if not inside:
        after = min(inside.start, len(found) - 1)
        return after, after + 1
    return inside.start, inside.stop


def _blocked_by_adverbial(cue: Cue, target: tuple[int, int], found: Sequence[Token]) -> bool:
    """Whether a cue right before a target such as "until May" is about another statement; only "not" modifies it."""
    adjoining = cue.last == target[0] < len(found) and found[target[0]].lower in words("statements/clauses", "when")
    return adjoining and not (cue.category == NEGATION and cue.direction is Direction.BOTH)


def _main(covering: Sequence[Cue], target: tuple[int, int], *, definite: bool) -> Cue | None:
    """The cue that decides: a condition opening the clause, else the nearest act of speech or will, else a modal.

    A definite phrase ("the 10,000 troops") is presupposed, so nothing else decides about a claim in it.
    """
    opening = [cue for cue in covering if cue.category == CONDITION and cue.last <= target[0]]
    if opening:
        return opening[-1]
    if definite:
        return None
    acts = [cue for cue in covering if cue.category == ACT]
    firm = [cue for cue in acts if cue.label != ModalStatus.PREDICTED]
    modals = [cue for cue in covering if cue.category == MODAL]
    if target[0] == target[1]:
        return min([*firm, *acts, *modals], key=lambda cue: cue.first, default=None)
    nearest = next((some for some in (firm, acts, modals) if some), [])
    return min(nearest, key=lambda cue: abs(cue.first - target[0]), default=None)


def _status(main: Cue | None, negations: int) -> ModalStatus:
    if main is None:
        return ModalStatus.ASSERTED
    status = ModalStatus(main.label)
    return ModalStatus.HEDGED if status in DENIALS and negations == 2 else status


def _is_definite(found: Sequence[Token], first: int) -> bool:
    """Whether the claim is in a phrase opened by an article or possessive that presupposes it."""
    definite = words("statements/clauses", "definite")
    return any(token.lower in definite for token in found[max(first - 1, 0) : first + 1])


def _span(found: Sequence[Token], cue: Cue) -> Span:
    return extent(found[cue.first : cue.last])
