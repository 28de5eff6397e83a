"""Names in the place of other names, and persons whose name is spelled otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import product, takewhile

from consistency.align.article_pair import ArticlePair
from consistency.align.builders import aligned, best_link, name_side
from consistency.align.diff_tokens import Token, tokens
from consistency.align.token_diff import edits
from consistency.language.countries import country_of
from consistency.names.comparable import by_sentence, usable
from consistency.names.compare import misspelled, same_entity
from consistency.names.index import NameIndex, name_index
from consistency.thresholds.words import (
    DIFF_LINK,
    NAME_COPIED_RUN,
    NAME_NEIGHBOURS,
    NAME_NEIGHBOURS_EQUAL,
    NAME_SENTENCE_EQUAL,
    NAME_SENTENCE_EQUAL_UNSURE,
    RESPELLED_NAME,
)
from consistency.types import Alignment, AlignmentKind, EntityType, Mention, Span
from consistency.types.limits import SENTENCE_NAMES

#: The words before and after a name.
Around = tuple[list[str], list[str]]

#: What stands before a name and belongs to it.
_WITH_NAMES = frozenset({"DET", "ADJ"})


def names_by_position(pairing: ArticlePair) -> Iterator[Alignment]:
    """Names of a left sentence that stand where its best right sentence has another name."""
    for i, here in by_sentence(pairing.left).items():
        links = pairing.links(i)
        if links and pairing.right.words:
            j = best_link(links)
            there = by_sentence(pairing.right).get(j, [])
            if there and links[j] >= DIFF_LINK:
                yield from _exchanged(pairing, i, j, here, there)


def _exchanged(
    pairing: ArticlePair, i: int, j: int, here: Sequence[Mention], there: Sequence[Mention]
) -> Iterator[Alignment]:
    left, right = tokens(pairing.left.words[i]), tokens(pairing.right.words[j])
    done: set[tuple[Mention, Mention]] = set()
    for edit in edits(left, right):
        one, two = _at(here, _place(left, edit.left)), _at(there, _place(right, edit.right))
        if one and two and (one, two) not in done:
            kept = _kept(left, right, one, two)
            least = NAME_SENTENCE_EQUAL if _same_sort(one, two) else NAME_SENTENCE_EQUAL_UNSURE
            if kept >= least and competing_names(one, two):
                done.add((one, two))
                yield _pair(pairing, one, two, "names.by_position", (pairing.linked[i, j] + kept) / 2, kept)
    both = (left, here[:SENTENCE_NAMES]), (right, there[:SENTENCE_NAMES])
    ours, theirs = ([(one, _beside(side, one.span)) for one in named] for side, named in both)
    framed = [(one, two) for (one, mine), (two, other) in product(ours, theirs) if _copied(mine, other)]
    kept_names = {id(name) for pair in framed if not competing_names(*pair) for name in pair}
    for one, two in framed:
        stays = id(one) in kept_names or id(two) in kept_names
        if (one, two) not in done and not stays and one.type is two.type and competing_names(one, two):
            score = (pairing.linked[i, j] + NAME_SENTENCE_EQUAL) / 2
            yield _pair(pairing, one, two, "names.in_copied_run", score, NAME_SENTENCE_EQUAL)


def respelled_names(pairing: ArticlePair) -> Iterator[Alignment]:
    """Persons whose name the right telling spells otherwise, all through."""
    spelled = name_index(pairing.right).words
    people = [two for two in usable(pairing.right) if two.type is EntityType.PERSON]
    told: set[str] = set()
    for one in usable(pairing.left):
        links = pairing.links(one.sentence)
        strange = [word for word in one.name if word not in spelled]
        if not links or len(strange) != 1 or strange[0] in told or country_of(one.text):
            continue
        two = next((two for two in people if _spells(one, two, strange[0])), None)
        if two:
            told.add(strange[0])
            score = max(RESPELLED_NAME, *links.values())
            yield _pair(pairing, one, two, "names.respelled", score, max(links.values()))


def _spells(one: Mention, two: Mention, strange: str) -> bool:
    """Whether the second name has another spelling of a word of the first, and all its other words."""
    rest = set(one.name) - {strange}
    return rest <= set(two.name) and any(misspelled(strange, word) for word in set(two.name) - rest)


def _pair(pairing: ArticlePair, one: Mention, two: Mention, producer: str, score: float, kept: float) -> Alignment:
    return aligned(
        pairing,
        AlignmentKind.NAME,
        (name_side(pairing.left, one), name_side(pairing.right, two)),
        producer=producer,
        score=min(1.0, round(score, 4)),
        overlap=kept,
    )


def _kept(left: Sequence[Token], right: Sequence[Token], one: Mention, two: Mention) -> float:
    """The share of equal words, in order, of two sentences without two names; 0 where their neighbours differ."""
    ours, theirs = _around(left, one.span), _around(right, two.span)
    before = _alike(ours[0][-NAME_NEIGHBOURS:], theirs[0][-NAME_NEIGHBOURS:])
    after = _alike(ours[1][:NAME_NEIGHBOURS], theirs[1][:NAME_NEIGHBOURS])
    if max(before, after) < NAME_NEIGHBOURS_EQUAL:
        return 0.0
    return _alike(ours[0] + ours[1], theirs[0] + theirs[1])


def _copied(ours: Around, theirs: Around) -> bool:
    """Whether a long run beside two names was copied, and on their other side both sentences begin, end or agree."""
    runs = _run(reversed(ours[0]), reversed(theirs[0])), _run(ours[1], theirs[1])
    bounds = not ours[0] and not theirs[0], not ours[1] and not theirs[1]
    return any(runs[n] >= NAME_COPIED_RUN and (runs[1 - n] or bounds[1 - n]) for n in (0, 1))


def _run(ours: Iterable[str], theirs: Iterable[str]) -> int:
    """How many words are equal before the first that differs."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(ours, theirs, strict=False)))


def _around(found: Sequence[Token], span: Span) -> Around:
    """The words before and after a name."""
    before = [token.key for token in found if token.span.end <= span.start]
    return before, [token.key for token in found if token.span.start >= span.end]


def _beside(found: Sequence[Token], span: Span) -> Around:
    """The same without what only goes with the name: "in Arden has" around "in a rural Arden county has"."""
    before = [token for token in found if token.span.end <= span.start]
    after = [token for token in found if token.span.start >= span.end]
    while before and before[-1].pos in _WITH_NAMES:
        before.pop()
    if after and after[0].pos == "NOUN" and after[1:] and before and before[-1].pos == "ADP":
        after = after[1:]
    return [token.key for token in before], [token.key for token in after]


def _alike(ours: Sequence[str], theirs: Sequence[str]) -> float:
    return SequenceMatcher(None, ours, theirs, autojunk=False).ratio() if ours or theirs else 1.0


def _place(found: Sequence[Token], place: tuple[int, int]) -> Span | None:
    return Span(found[place[0]].span.start, found[place[1] - 1].span.end) if place[0] < place[1] else None


def _at(mentions: Sequence[Mention], span: Span | None) -> Mention | None:
    """The name that stands at a range of its sentence."""
    return next((one for one in mentions if span and one.span.overlaps(span)), None)


def competing_names(one: Mention, two: Mention) -> bool:
    """Whether two names are of one sort and cannot be forms of one name."""
    if not _one_sort(one, two) or same_entity(one, two) is True:
        return False
    return not NameIndex([two.text]).names(one.text) and not NameIndex([one.text]).names(two.text)


def _one_sort(one: Mention, two: Mention) -> bool:
    """Whether two names may be for one sort of thing; only countries and their adjectives are surely of a sort."""
    if any(country_of(mention.text) for mention in (one, two)):
        return _same_sort(one, two)
    return one.type is two.type or not (one.sure and two.sure)


def _same_sort(one: Mention, two: Mention) -> bool:
    places = {EntityType.PLACE, EntityType.GROUP}
    return one.type is two.type or {one.type, two.type} <= places
