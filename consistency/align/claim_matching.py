"""Which claim of one article speaks of the same thing as which claim of another?

Equal figures are paired first, then what is left over is paired by what it measures. A claim that
finds no partner stays alone: it is a dropped or added detail, not a mismatch with its neighbour.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from consistency.align.claim_similarity import Candidates, candidates, context_similarity, copied_context, heads
from consistency.claims.agreement import agrees, same_kind
from consistency.claims.kinds import MATCHED, matching_of
from consistency.quantities.kind import digits
from consistency.thresholds.claims import (
    COPIED_CONTEXT,
    LEFTOVER_LINK,
    LEFTOVER_SCORE,
    LEFTOVER_SIMILARITY,
    LINK_WITH_EQUAL_FIGURES,
    SAME_CLAIM_UNALIGNED,
    SAME_MEASURE,
    SAME_MEASURE_AGAIN,
    SAME_RANKING,
)
from consistency.types import Claim, ParsedArticle

Linked = Mapping[tuple[int, int], float]

_Candidate = tuple[int, Claim, int, Claim, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Two claims, by their place in each telling, that speak of one thing; ``score`` says how surely."""

    left: int
    right: int
    score: float


def match(left: ParsedArticle, right: ParsedArticle, linked: Linked) -> tuple[Match, ...]:
    """The pairs of claims, one-to-one within any two sentences; ``linked`` scores the aligned sentence pairs."""
    board, found = _Board(left, right), list(_candidates(left, right, linked))
    for candidate in sorted(_equal(found, linked), key=_rank):
        board.place(candidate)
    for candidate in sorted(_different(left, right, found, linked, board), key=_rank):
        board.place(candidate)
    return tuple(board.matches)


class _Board:
    """Places matches, best first, so that within any two sentences each claim has one partner."""

    def __init__(self, left: ParsedArticle, right: ParsedArticle) -> None:
        self.left, self.right = left.claims, right.claims
        self.matches: list[Match] = []
        self.taken: set[tuple[str, int, int]] = set()

    def place(self, match: Match) -> None:
        keys = {
            ("left", match.left, self.right[match.right].sentence),
            ("right", match.right, self.left[match.left].sentence),
        }
        if not keys & self.taken:
            self.taken |= keys
            self.matches.append(match)


def _rank(match: Match) -> tuple[float, int, int]:
    return (-match.score, match.left, match.right)


def _candidates(left: ParsedArticle, right: ParsedArticle, linked: Linked) -> Iterator[_Candidate]:
    """Two claims that can say the same thing, by place and value, and whether they do."""
    ours, theirs = ([(n, c) for n, c in enumerate(t.claims) if c.kind in MATCHED] for t in (left, right))
    known, near = Candidates([c for _, c in theirs]), defaultdict(list)
    for i, j in linked:
        near[i].append(j)
    for i, one in ours:
        for j, two in (theirs[place] for place in known.places(one, len(ours), near[one.sentence])):
            if same_kind(one, two):
                yield i, one, j, two, agrees(one, two) is True


def _equal(found: Iterable[_Candidate], linked: Linked) -> Iterator[Match]:
    for i, one, j, two, equal in found:
        if equal:
            link, kin = linked.get((one.sentence, two.sentence), 0.0), context_similarity(one, two)
            if link > 0 or kin >= SAME_CLAIM_UNALIGNED:
                yield Match(left=i, right=j, score=round((link + kin) / 2, 4))


def _different(
    left: ParsedArticle, right: ParsedArticle, found: Sequence[_Candidate], linked: Linked, board: _Board
) -> Iterator[Match]:
    agreed = {m.left for m in board.matches}, {m.right for m in board.matches}
    rest, shared = _LeftOver(left, right, board.matches), _shared(left, right, board.matches)
    said = {i for i, _, _, two, equal in found if equal and not matching_of(two).is_vague(two)}
    for i, one, j, two, equal in found:
        link = linked.get((one.sentence, two.sentence), 0.0)
        framed = i not in said and copied_context(one.context, two.context) >= COPIED_CONTEXT
        if i in agreed[0] or equal or not (framed or link > 0):
            continue
        link = max(link, _vouched(one, two, 0 if i in said else shared[one.sentence, two.sentence]))
        kin = max(context_similarity(one, two), SAME_MEASURE if _stands_in(one, two, left, right) else 0.0)
        if framed:
            kin, link = max(kin, LEFTOVER_SCORE), max(link, LEFTOVER_LINK)
        if kin >= LEFTOVER_SIMILARITY and link >= LEFTOVER_LINK and rest.answer(i, j):
            kin = max(kin, LEFTOVER_SCORE)
        if kin < (SAME_MEASURE_AGAIN if j in agreed[1] else SAME_MEASURE):
            continue
        derivable = matching_of(one).derivable
        if not (derivable(one, left, right) or derivable(two, right, left)):
            yield Match(left=i, right=j, score=round((link * kin) ** 0.5, 4))


def _shared(left: ParsedArticle, right: ParsedArticle, matches: Sequence[Match]) -> Counter[tuple[int, int]]:
    """How many figures of two digits or more any two sentences have in common."""
    equal = ((left.claims[m.left], right.claims[m.right]) for m in matches)
    return Counter((a.sentence, b.sentence) for a, b in equal if a.figure and len(digits(a.figure.text)) > 1)


def _vouched(one: Claim, two: Claim, shared: int) -> float:
    """How sure it is that two sentences report the same, by ``shared`` figures or the contexts of these claims."""
    known = matching_of(one).known_by_context and heads(one) & heads(two)
    order = bool(known) and context_similarity(one, two) >= SAME_RANKING
    return LINK_WITH_EQUAL_FIGURES.get(min(max(shared, int(order)), max(LINK_WITH_EQUAL_FIGURES)), 0.0)


class _LeftOver:
    """Which claims of a kind are left over in a sentence, once equal ones are paired."""

    def __init__(self, left: ParsedArticle, right: ParsedArticle, matches: Sequence[Match]) -> None:
        self.left, self.right = left.claims, right.claims
        self.agreed = {(self.left[m.left].sentence, self.right[m.right].sentence) for m in matches}
        self.ours = _varieties(self.left, {m.left for m in matches})
        self.theirs = _varieties(self.right, {m.right for m in matches})

    def answer(self, i: int, j: int) -> bool:
        """Whether two claims are the only ones of their kind in sentences that agree otherwise, so that one is
        meant for the other: "from 135 million" for "compared with 153 million"; or are one figure in other units.
        """
        one, two = self.left[i], self.right[j]
        if not self._alone(one, two) or _apart(one, two):
            return False
        return matching_of(one).answers(one, two, (one.sentence, two.sentence) in self.agreed)

    def _alone(self, one: Claim, two: Claim) -> bool:
        """Whether no other left-over claim of the two sentences could be meant."""
        slip = matching_of(one).may_be_slip
        if any(claim is not one and slip(claim, two) for claim in self.ours[_variety(one)]):
            return False
        return not any(claim is not two and slip(one, claim) for claim in self.theirs[_variety(two)])


def _varieties(claims: Sequence[Claim], paired: Container[int]) -> dict[tuple[int, str], list[Claim]]:
    found: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    for n, claim in enumerate(claims):
        if n not in paired and claim.kind in MATCHED:
            found[_variety(claim)].append(claim)
    return found


def _variety(claim: Claim) -> tuple[int, str]:
    """The sentence of a claim, and the variety of its kind, such as the dimension of a figure."""
    variety = matching_of(claim).variety
    return claim.sentence, variety(claim) if variety else claim.kind


def _apart(one: Claim, two: Claim) -> bool:
    """Whether each counts something, and not the same."""
    left, right = heads(one), heads(two)
    return bool(left and right) and not left & right


def _stands_in(one: Claim, two: Claim, left: ParsedArticle, right: ParsedArticle) -> bool:
    """Whether each is the only claim of its kind in its sentence and one is the vaguer word for the other."""
    return matching_of(one).vaguer_stand_in(one, two) and _only(one, left) and _only(two, right)


def _only(claim: Claim, doc: ParsedArticle) -> bool:
    return sum(c.kind is claim.kind for c in candidates(doc.claims).of(claim.sentence)) == 1
