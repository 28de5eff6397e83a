"""What was changed, dropped or added between a sentence and its best counterpart in another telling.

The general producer of differences in wording: it says where the words differ and how closely the
rest was kept, and leaves to the rules whether the difference matters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from consistency.align.article_pair import ArticlePair
from consistency.align.builders import aligned, best_link, gap_side, words_side
from consistency.align.diff_tokens import Token, tokens
from consistency.align.word_alignment import Embedded
from consistency.language.lexicon import synsets
from consistency.language.word_relations import EQUIVALENT, relation
from consistency.thresholds.words import DIFF_HALF_LIFE, DIFF_LINK
from consistency.types import Alignment, AlignmentKind, ParsedArticle, Side, Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: How alike the words at a range of the left sentence are to those at a range of the right one.
Likeness = Callable[[Span, Span], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Words ``[first, last)`` of a left sentence in the place of words of a right one; either may be empty.

    Ranges count tokens. ``cover`` (0 to 1) is how much of the words around was kept, near ones
    counting more; ``alike`` (0 to 1) how alike the words of both sides are in their contexts, None
    where one side is empty. ``moved`` marks words that exchanged their places with others.
    """

    left: tuple[int, int]
    right: tuple[int, int]
    cover: float
    alike: float | None = None
    moved: bool = False


def produce(pairing: ArticlePair) -> Iterator[Alignment]:
    """Each difference in wording of each left sentence against its best right one."""
    for i in range(len(pairing.left.words)):
        links = pairing.links(i)
        if links:
            j = best_link(links)
            yield from wording(pairing, i, j, links[j])


def wording(pairing: ArticlePair, i: int, j: int, score: float) -> Iterator[Alignment]:
    """The differences in wording of a left and a right sentence, as alignments."""
    if score < DIFF_LINK or not pairing.right.words:
        return
    left, right = tokens(pairing.left.words[i]), tokens(pairing.right.words[j])
    for edit in edits(left, right, likeness(pairing.one[i], pairing.two[j])):
        sides = (
            side(pairing.left, i, left, edit.left),
            side(pairing.right, j, right, edit.right),
        )
        yield aligned(
            pairing,
            AlignmentKind.WORDING,
            sides,
            producer="token_diff",
            score=min(1.0, round((score + edit.cover) / 2, 4)),
            overlap=edit.cover,
            similarity=edit.alike,
        )


def edits(left: Sequence[Token], right: Sequence[Token], alike: Likeness | None = None) -> list[Edit]:
    """The differences between two sentences, in the order of the left one; moved words are no difference."""
    found = _edits(tuple(left), tuple(right))
    if alike is None:
        return list(found)
    return [replace(edit, alike=_alike(left, right, edit.left, edit.right, alike)) for edit in found]


@lru_cache(maxsize=500)
def _edits(left: tuple[Token, ...], right: tuple[Token, ...]) -> tuple[Edit, ...]:
    """The same, however alike the words are: names, statements and wording are compared in the same sentences."""
    blocks = SequenceMatcher(None, [t.key for t in left], [t.key for t in right], autojunk=False).get_opcodes()
    changed = [(a, b, c, d) for tag, a, b, c, d in blocks if tag != "equal"]
    gone = _unmoved(left, right, changed)
    if not any(gone):
        return ()
    kept = _kept(left, right, gone)
    found: list[Edit] = []
    for a, b, c, d in changed:
        ours = [n for n in range(a, b) if n in gone[0]]
        theirs = [n for n in range(c, d) if n in gone[1]]
        for one, two in _paired(left, right, _runs(ours), _runs(theirs), (a, c)):
            found.append(Edit(left=one, right=two, cover=_cover(kept, one, two)))
    return tuple(found)


def _unmoved(
    left: Sequence[Token], right: Sequence[Token], changed: Iterable[tuple[int, int, int, int]]
) -> tuple[set[int], set[int]]:
    """The changed tokens of both sides that do not stand elsewhere on the other side."""
    regions = list(changed)
    ours = [n for a, b, _, _ in regions for n in range(a, b)]
    theirs = [n for _, _, c, d in regions for n in range(c, d)]
    return _rest(left, ours, right, theirs), _rest(right, theirs, left, ours)


def _rest(own: Sequence[Token], mine: Sequence[int], other: Sequence[Token], theirs: Sequence[int]) -> set[int]:
    spare = Counter(other[n].key for n in theirs)
    rest = set()
    for n in mine:
        if spare[own[n].key] > 0:
            spare[own[n].key] -= 1
        else:
            rest.add(n)
    return rest


def _kept(
    left: Sequence[Token], right: Sequence[Token], gone: tuple[set[int], set[int]]
) -> tuple[list[float], list[float]]:
    """For each token of both sides, 1 where the other side has it, or a word that means the same."""
    lemmas = [{t.lemma for t in side} for side in (left, right)]
    return (
        [float(n not in gone[0] or _twin(t, lemmas[1])) for n, t in enumerate(left)],
        [float(n not in gone[1] or _twin(t, lemmas[0])) for n, t in enumerate(right)],
    )


def _twin(token: Token, others: set[str]) -> bool:
    if not token.content:
        return False
    if token.lemma in others:
        return True
    # Of a word that it lacks the dictionary can say nothing.
    return bool(synsets(token.lemma)) and any(relation(token.lemma, other) in EQUIVALENT for other in others)


def _runs(found: Sequence[int]) -> list[tuple[int, int]]:
    """Neighbouring numbers as ranges."""
    runs: list[tuple[int, int]] = []
    for n in found:
        if runs and runs[-1][1] == n:
            runs[-1] = (runs[-1][0], n + 1)
        else:
            runs.append((n, n + 1))
    return runs


def _paired(
    left: Sequence[Token],
    right: Sequence[Token],
    ours: list[tuple[int, int]],
    theirs: list[tuple[int, int]],
    at: tuple[int, int],
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Which changed words stand in the place of which: word by word where both sides have the same kinds."""
    if len(ours) == len(theirs):
        for (a, b), (c, d) in zip(ours, theirs, strict=True):
            if _alike_in_kind(left[a:b], right[c:d]):
                yield from (((a + n, a + n + 1), (c + n, c + n + 1)) for n in range(b - a))
            else:
                yield (a, b), (c, d)
        return
    yield from ((run, (at[1], at[1])) for run in ours[1:])
    yield from (((at[0], at[0]), run) for run in theirs[1:])
    if ours or theirs:
        yield (ours or [(at[0], at[0])])[0], (theirs or [(at[1], at[1])])[0]


def _alike_in_kind(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Whether each word stands for one; phrases that begin with a preposition stand for each other as wholes."""
    kinds = [token.pos for token in left]
    return "ADP" not in kinds and kinds == [token.pos for token in right]


def _cover(kept: tuple[list[float], list[float]], one: tuple[int, int], two: tuple[int, int]) -> float:
    total = shared = 0.0
    for side, (first, last) in zip(kept, (one, two), strict=True):
        for n, value in enumerate(side):
            if first <= n < last:
                continue
            weight = _weight(first - n if n < first else n - last + 1)
            total += weight
            shared += weight * value
    return round(shared / total, 4) if total else 0.0


@lru_cache(maxsize=1000)
def _weight(distance: int) -> float:
    return float(0.5 ** (distance / DIFF_HALF_LIFE))


def _alike(
    left: Sequence[Token],
    right: Sequence[Token],
    one: tuple[int, int],
    two: tuple[int, int],
    alike: Likeness,
) -> float | None:
    if one[0] == one[1] or two[0] == two[1]:
        return None
    return alike(_span(left, one), _span(right, two))


def _span(found: Sequence[Token], place: tuple[int, int]) -> Span:
    return Span(found[place[0]].span.start, found[place[1] - 1].span.end)


def likeness(one: Embedded, two: Embedded) -> Likeness:
    """How alike words of two embedded sentences are: the cosine of the means of their word pieces' vectors."""

    def alike(left: Span, right: Span) -> float:
        cosine = float(_mean(one, left) @ _mean(two, right))
        return round(min(max(cosine, 0.0), 1.0), 4)

    return alike


def _mean(embedded: Embedded, span: Span) -> NDArray[np.float64]:
    inside = (embedded.spans[:, 0] < span.end) & (embedded.spans[:, 1] > span.start)
    total = np.asarray(embedded.tokens)[inside].astype(float).sum(axis=0)
    return np.asarray(total / max(float(np.linalg.norm(total)), 1e-9))


def side(doc: ParsedArticle, sentence: int, found: Sequence[Token], place: tuple[int, int]) -> Side:
    """The words of a place, or, where there are none, the words around it as an anchor."""
    if place[0] < place[1]:
        return words_side(doc, sentence, found[place[0]].first, found[place[1] - 1].last)
    around = found[max(place[0] - 1, 0) : place[0] + 1]
    span = Span(around[0].span.start, around[-1].span.end) if around else None
    at = found[place[0]].first if place[0] < len(found) else len(doc.words[sentence])
    return gap_side(doc, sentence, at, span)
