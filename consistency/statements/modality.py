"""How certain a claim is, and whether it is affirmed: the cues of its clause, and what they make of it.

Without a parser: a clause ends at strong marks, at conjunctions that open another one, and at a
second verb after "and". What is not covered by a cue is asserted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from consistency.language.resources import table
from consistency.language.surface import REMEMBERED, Token, tokens, within, words
from consistency.statements.clauses import clause
from consistency.types import Span

ASSERTED = "asserted"
CONDITIONAL = "conditional"
HEDGED = "hedged"
AFFIRMED = "affirmed"
NEGATED = "negated"

#: What these say is left open once they are negated: "refused to rule out", "did not deny".
DENIALS = ("refused", "denied")

#: Words that may stand in the place of "*" in a phrase.
GAP = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Modality:
    """What a clause says of the standing of a claim.

    ``status`` is asserted, agreed, pledged, offered, threatened, planned, wanted, refused, denied,
    alleged, predicted, hedged, required or conditional; ``cue`` the words that say so. ``polarity`` is
    affirmed or negated, after counting ``negations``: two make an affirmation. ``condition`` is where
    a condition of the whole sentence begins.
    """

    status: str = ASSERTED
    polarity: str = AFFIRMED
    cue: Span | None = None
    negations: tuple[Span, ...] = ()
    condition: Span | None = None


class _Phrase(NamedTuple):
    label: str
    scope: str
    parts: tuple[frozenset[str], ...]


class _Hit(NamedTuple):
    label: str
    scope: str
    first: int
    last: int
    span: Span


@lru_cache(maxsize=REMEMBERED)
def modality(text: str, span: Span | None = None) -> Modality:
    """How certain the claim at ``span`` is, by its clause; without a span, the main statement of the text."""
    found, marked = _read(text)
    if not found:
        return Modality()
    inside = _place(found, span)
    start, end = clause(text, inside) if span is not None else (0, len(found))
    hits = [hit for hit in marked if start <= hit.first and hit.last < end]
    covering = [hit for hit in hits if _covers(hit, inside, found, whole=span is None)]
    negations = tuple(hit.span for hit in covering if hit.scope in ("verbal", "lexical"))
    conditions = [hit for hit in marked if hit.scope == "condition"]
    main = _main(covering, inside, definite=span is not None and _definite(found, inside[0]))
    if main and main.label in DENIALS and len(negations) == 2:
        main = main._replace(label=HEDGED)
    return Modality(
        status=main.label if main else ASSERTED,
        polarity=NEGATED if len(negations) % 2 else AFFIRMED,
        cue=main.span if main else None,
        negations=negations,
        condition=conditions[0].span if conditions else None,
    )


def _place(found: Sequence[Token], span: Span | None) -> tuple[int, int]:
    """The tokens of a claim; without one, the place behind the last token."""
    if span is None:
        return len(found), len(found)
    inside = within(found, span)
    if not inside:
        after = min(inside.start, len(found) - 1)
        return after, after + 1
    return inside.start, inside.stop


def _main(covering: Sequence[_Hit], inside: tuple[int, int], *, definite: bool) -> _Hit | None:
    """The cue that decides: a condition opening the clause, else the nearest act of speech or will, else a modal.

    What a definite phrase names ("the 10,000 troops") is presupposed, whatever is said about it.
    """
    opening = [hit for hit in covering if hit.scope == "condition" and hit.last < inside[0]]
    if opening:
        return opening[-1]._replace(label=CONDITIONAL)
    forward = [hit for hit in covering if hit.scope == "forward"]
    around = [hit for hit in covering if hit.scope == "around"]
    if definite:
        return None
    acts = [hit for hit in forward if hit.label != "predicted"]
    if inside[0] == inside[1]:
        return min([*acts, *forward, *around], key=lambda hit: hit.first, default=None)
    for some in (acts, forward, around):
        if some:
            return min(some, key=lambda hit: abs(hit.first - inside[0]))
    return None


def _definite(found: Sequence[Token], first: int) -> bool:
    """Whether the claim stands in a phrase opened by an article or owner that presupposes it."""
    token = found[first].lower if first < len(found) else ""
    before = found[first - 1].lower if first else ""
    return before in words("statements/clauses", "definite") or token in words("statements/clauses", "definite")


def _covers(hit: _Hit, inside: tuple[int, int], found: Sequence[Token], *, whole: bool) -> bool:
    if hit.scope == "neutral" or (hit.first < inside[1] and inside[0] <= hit.last):
        return False
    if whole:
        return True
    before = hit.last < inside[0]
    if hit.last + 1 == inside[0] and found[inside[0]].lower in words("statements/clauses", "when"):
        return hit.scope == "verbal"
    if hit.scope in ("around", "verbal"):
        return True
    if hit.scope in ("lexical", "condition"):
        return before
    return before or _passive(found, hit.first)


def _passive(found: Sequence[Token], at: int) -> bool:
    """Whether a form is a passive: a form of "be" just before it."""
    near = [token.lower for token in found[max(0, at - 3) : at]]
    return any(word in words("statements/clauses", "be") for word in near) and found[at].lower.endswith(
        ("ed", "en", "ast", "n")
    )


@lru_cache(maxsize=64)
def _read(text: str) -> tuple[tuple[Token, ...], tuple[_Hit, ...]]:
    """The tokens and cues of a sentence, kept while its claims are asked about one after the other."""
    found = tokens(text)
    return found, tuple(_hits(found))


def _hits(found: Sequence[Token]) -> list[_Hit]:
    """All cues of a text, longest first at each place; look-alikes take their words away from the others."""
    hits: list[_Hit] = []
    seen = list(_scan(found))
    blocked = {n for hit in seen if hit.scope == "neutral" for n in range(hit.first, hit.last + 1)}
    taken: set[int] = set()
    for scope in ("forward", "around", "condition", "verbal", "lexical"):
        taken = taken if scope == "lexical" else set()
        for hit in (one for one in seen if one.scope == scope):
            at = set(range(hit.first, hit.last + 1)) if hit.last - hit.first < GAP else {hit.first, hit.last}
            if not at & blocked and hit.first not in taken:
                taken |= at
                hits.append(hit)
    return sorted(hits, key=lambda hit: (hit.first, hit.scope))


def _scan(found: Sequence[Token]) -> Iterator[_Hit]:
    """The longest cue of each scope at each place; a month and a first name are no modals."""
    index = _index()
    for at, token in enumerate(found):
        phrases = index.get(token.lower)
        if phrases is None or token.text == "May" or (token.capital and at and token.lower in ("will", "may", "might")):
            continue
        longest: dict[str, tuple[int, _Phrase]] = {}
        for phrase in phrases:
            last = _match(found, at, phrase.parts)
            if last is not None and last >= longest.get(phrase.scope, (-1, phrase))[0] + 1:
                longest[phrase.scope] = (last, phrase)
        for scope, (last, phrase) in longest.items():
            yield _Hit(phrase.label, scope, at, last, Span(token.start, found[last].end))


def _match(found: Sequence[Token], at: int, parts: Sequence[frozenset[str]]) -> int | None:
    """The last token of a phrase that begins at a token."""
    for number, part in enumerate(parts):
        if "*" in part:
            rest = parts[number + 1 :]
            ends = (_match(found, at + gap, rest) for gap in range(1, GAP + 1))
            return next((end for end in ends if end is not None), None)
        if at >= len(found) or found[at].lower not in part:
            return None
        at += 1
    return at - 1


@lru_cache(maxsize=1)
def _index() -> dict[str, tuple[_Phrase, ...]]:
    """Phrases by each first word."""
    index: dict[str, list[_Phrase]] = {}
    for scope, label, listed in _sections():
        for line in listed:
            parts = tuple(frozenset(part.split("|")) for part in line.split())
            for first in parts[0]:
                index.setdefault(first, []).append(_Phrase(label, scope, parts))
    return {first: tuple(phrases) for first, phrases in index.items()}


def _sections() -> Iterator[tuple[str, str, list[str]]]:
    cues = table("statements", "modality")
    for section in ("forward", "around", "condition"):
        for label, listed in cues[section].items():
            yield section, label, listed
    for label, listed in cues["negation"].items():
        yield label, label, listed
