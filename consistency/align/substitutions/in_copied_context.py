"""Words that stand in the place of others although the words beside them were copied.

A summary takes phrases from all over its source, so whole sentences need not match: "after breaking her
arm in February" has the frame of "her health deteriorated after breaking her hip in February".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from consistency.align.article_pair import ArticlePair
from consistency.align.builders import aligned
from consistency.align.diff_tokens import Token, tokens
from consistency.align.limits import nearest, share
from consistency.align.token_diff import side
from consistency.language.inflection import prefix_stem
from consistency.language.word_relations import CONTRADICTORY, incompatible
from consistency.thresholds.words import (
    COPY_FUNCTION_WORD,
    COPY_REACH,
    COPY_SCORE,
    COPY_SCORE_GAIN,
    COPY_STRENGTH,
    COPY_STRENGTH_FULL,
    COPY_STRENGTH_NEGATION,
    REWRITE_SHARE,
)
from consistency.types import ONE_STORY, Alignment, AlignmentKind, ParsedArticle
from consistency.types.limits import FEWEST_PLACES, PLACES

_NEGATIONS = frozenset({"not", "never", "no"})

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Frame:
    """A left word, or the gap before it, and what the right telling has in the same frame."""

    left: Place
    right: Place
    widths: tuple[int, int]
    strength: float
    least: float = COPY_STRENGTH


def framed(pairing: ArticlePair) -> Iterator[Alignment]:
    """Each left word whose neighbours were copied from a place where the right telling has another word.

    A telling of most of the right sentences is a rewrite, in which synonyms are to be expected: there only
    negations and opposites count.
    """
    if pairing.related < ONE_STORY:
        return
    ours, theirs = _sentences(pairing.left), _sentences(pairing.right)
    index, known = (
        _Index(theirs, sum(map(len, ours))),
        {prefix_stem(token.key) for sentence in theirs for token in sentence},
    )
    told, size = len({b for _, b in pairing.linked}), sum(map(bool, theirs))
    rewrite = min(told, sum(map(bool, ours))) >= REWRITE_SHARE * size
    for i, sentence in enumerate(ours):
        for p, token in enumerate(sentence):
            frame = _best(ours, theirs, (i, p), index, pairing.links(i))
            if frame and _telling(token, theirs[frame.right[0]][frame.right[1]], frame, None if rewrite else known):
                found = _alignment(pairing, ours, theirs, frame)
                if not _alike(found):
                    yield found


def _alike(alignment: Alignment) -> bool:
    """Whether the words are the same to the letter: taggers read "media" as a plural here, as a noun there."""
    left, right = (side.phrase.text.lower() if side.phrase else "" for side in alignment.sides)
    return left == right


def _telling(left: Token, right: Token, frame: Frame, known: set[str] | None) -> bool:
    """Whether the two words may differ in what they say; a noun that the source has too may be of another matter.

    ``known`` are the stems of the right telling, None where only negations and opposites count.
    """
    if frame.widths != (1, 1) or {left.key, right.key} & _NEGATIONS:
        return True
    if incompatible(left.lemma, right.lemma) in CONTRADICTORY:
        return True
    if known is None or left.pos != right.pos or left.pos not in ("NOUN", "ADJ"):
        return False
    return left.pos == "ADJ" or prefix_stem(left.key) not in known


def _sentences(doc: ParsedArticle) -> list[tuple[Token, ...]]:
    return [tokens(w) if s.checkable else () for s, w in zip(doc.sentences, doc.words, strict=True)]


class _Index:
    """The places of a telling by the words beside them: a frame has copied words on both sides."""

    def __init__(self, sentences: Sequence[Sequence[Token]], words: int) -> None:
        self._around: dict[tuple[str, str], list[Place]] = defaultdict(list)
        self._before: dict[tuple[str, str], list[Place]] = defaultdict(list)
        self._denied: dict[tuple[str, str], list[Place]] = defaultdict(list)
        self._most = share(PLACES, words, least=FEWEST_PLACES)
        for j, sentence in enumerate(sentences):
            keys = [token.key for token in sentence]
            for q in range(1, len(keys)):
                self._before[keys[q - 1], keys[q]].append((j, q))
                if q + 1 < len(keys):
                    self._around[keys[q - 1], keys[q + 1]].append((j, q))
                    if keys[q] in _NEGATIONS:
                        self._denied[keys[q - 1], keys[q + 1]].append((j, q))

    def places(self, sentence: Sequence[Token], p: int, depth: float) -> list[Place]:
        """Where a word may have its frame, or a negation be put in or left out; in a text that repeats itself, near by.

        A frame of a sentence's last word has nothing behind it that was copied, so none begins there.
        """
        before, here = sentence[p - 1].key, sentence[p].key
        found = [self._denied.get((before, here), ())]
        if p + 1 < len(sentence):
            after = sentence[p + 1].key
            found.append(self._around.get((before, after), ()))
            found += [self._before.get((before, after), ())] if here in _NEGATIONS else []
        return sorted({place for some in found for place in nearest(some, depth, self._most)})


def _best(
    ours: Sequence[Sequence[Token]],
    theirs: Sequence[Sequence[Token]],
    at: Place,
    index: _Index,
    linked: Mapping[int, float],
) -> Frame | None:
    """The strongest frame around a left word that holds another word; None where one as strong holds the same."""
    (i, p), best, same = at, None, 0.0
    if p == 0:
        return None
    for j, q in index.places(ours[i], p, i / max(len(ours), 1)):
        if linked and j not in linked:
            continue
        for frame in _frames(ours[i], theirs[j], at, (j, q)):
            if frame.widths == (1, 1) and ours[i][p].key == theirs[j][q].key:
                same = max(same, frame.strength)
            elif frame.strength >= frame.least and (best is None or frame.strength > best.strength):
                best = frame
    return best if best and best.strength > same else None


def _frames(left: Sequence[Token], right: Sequence[Token], at: Place, place: Place) -> Iterable[Frame]:
    """The word for a word, a negation here for none there, none here for a negation there."""
    p, q = at[1], place[1]
    before = _run(left, p - 1, right, q - 1, -1)
    shapes = [(1, 1)]
    if left[p].key in _NEGATIONS:
        shapes.append((1, 0))
    if right[q].key in _NEGATIONS:
        shapes.append((0, 1))
    for one, two in shapes:
        after = _run(left, p + one, right, q + two, 1)
        if before and after:
            acts = one != two and after >= 1.0
            yield Frame(at, place, (one, two), before + after, COPY_STRENGTH_NEGATION if acts else COPY_STRENGTH)


def _run(left: Sequence[Token], p: int, right: Sequence[Token], q: int, step: int) -> float:
    """How much was copied from here on, in one direction."""
    strength = 0.0
    for _ in range(COPY_REACH):
        if not (0 <= p < len(left) and 0 <= q < len(right)) or left[p].key != right[q].key:
            break
        strength += 1.0 if left[p].content else COPY_FUNCTION_WORD
        p, q = p + step, q + step
    return strength


def _alignment(
    pairing: ArticlePair, ours: Sequence[Sequence[Token]], theirs: Sequence[Sequence[Token]], frame: Frame
) -> Alignment:
    (i, p), (j, q), (one, two) = frame.left, frame.right, frame.widths
    sides = (side(pairing.left, i, ours[i], (p, p + one)), side(pairing.right, j, theirs[j], (q, q + two)))
    sure = min(frame.strength / COPY_STRENGTH_FULL, 1.0)
    score = round(COPY_SCORE + COPY_SCORE_GAIN * sure, 4)
    kind = AlignmentKind.FRAME
    return aligned(pairing, kind, sides, producer="substitutions.in_copied_context", score=score, overlap=sure)
