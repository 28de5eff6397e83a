"""Names side by side: which stand in the place of others, which the draft alone has, which it leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from consistency.agree.entities import same_entity
from consistency.agree.lexicon import synsets
from consistency.agree.names import misspelled
from consistency.agree.nations import nation
from consistency.align.edits import LINKED, edits
from consistency.align.known import Known, known, telling_knows
from consistency.align.pairing import Pairing
from consistency.align.tokens import Token, tokens
from consistency.align.words import cover
from consistency.types import Alignment, EntityType, Matter, Mention, Phrase, Side, Span, Telling

#: A name stands in the place of another where so many words before or after it were kept in this share.
BESIDE = 4
FRAME = 0.5

#: The same for the whole sentences, the two names left out.
VERBATIM = 0.75

#: The same where the two names are not surely for one sort of thing.
CLOSEST = 0.9

#: Words of more letters tell whether a line is set in capitals; so many of them begin with one there.
LONG = 3
CAPITALS = 0.8

#: From this share of told sentences on, a telling is a version of the other.
RETOLD = 0.5

#: How sure it is that a name which no source has belongs to the passage, however freely that is told.
FREELY = 0.7


def names(pairing: Pairing) -> Iterator[Alignment]:
    """Names in the place of others, then names of the left telling alone, then names that it leaves out."""
    if not pairing.linked:
        return
    swapped = [*_swapped(pairing), *_misspelled(pairing)]
    yield from swapped
    taken = {side.mention for alignment in swapped for side in alignment.sides}
    yield from _alone(pairing, taken)
    yield from _left_out(pairing, taken)


def _swapped(pairing: Pairing) -> Iterator[Alignment]:
    """Names of a left sentence that stand where its best right sentence has another name."""
    for i, here in _by_sentence(pairing.left).items():
        links = pairing.links(i)
        if links and pairing.right.words:
            j = max(links, key=lambda j: (links[j], -j))
            there = _by_sentence(pairing.right).get(j, [])
            if there and links[j] >= LINKED:
                yield from _exchanged(pairing, i, j, here, there)


def _exchanged(
    pairing: Pairing, i: int, j: int, here: Sequence[Mention], there: Sequence[Mention]
) -> Iterator[Alignment]:
    left, right = tokens(pairing.left.words[i]), tokens(pairing.right.words[j])
    done: set[tuple[Mention, Mention]] = set()
    for edit in edits(left, right):
        one, two = _at(here, _place(left, edit.left)), _at(there, _place(right, edit.right))
        if one and two and (one, two) not in done:
            done.add((one, two))
            kept = _kept(left, right, one, two)
            if kept >= (VERBATIM if _same_sort(one, two) else CLOSEST) and _rivals(one, two):
                yield _pair(pairing, one, two, (pairing.linked[i, j] + kept) / 2, kept)


def _misspelled(pairing: Pairing) -> Iterator[Alignment]:
    """Persons whose name the right telling spells otherwise, all through."""
    spelled = known(pairing.right).words
    people = [two for two in _usable(pairing.right) if two.type is EntityType.PERSON]
    told: set[str] = set()
    for one in _usable(pairing.left):
        links = pairing.links(one.sentence)
        strange = [word for word in one.name if word not in spelled]
        if not links or len(strange) != 1 or strange[0] in told or nation(one.text):
            continue
        two = next((two for two in people if _spells(one, two, strange[0])), None)
        if two:
            told.add(strange[0])
            yield _pair(pairing, one, two, max(FREELY, *links.values()), max(links.values()))


def _spells(one: Mention, two: Mention, strange: str) -> bool:
    """Whether the second name has another spelling of a word of the first, and all its other words."""
    rest = set(one.name) - {strange}
    return rest <= set(two.name) and any(misspelled(strange, word) for word in set(two.name) - rest)


def _pair(pairing: Pairing, one: Mention, two: Mention, score: float, kept: float) -> Alignment:
    return Alignment(
        sides=(_side(pairing.left, one), _side(pairing.right, two)),
        score=min(1.0, round(score, 4)),
        cover=kept,
        related=pairing.related,
        matter=Matter.NAME,
    )


def _kept(left: Sequence[Token], right: Sequence[Token], one: Mention, two: Mention) -> float:
    """The share of equal words, in order, of two sentences without two names; 0 where their neighbours differ."""
    ours, theirs = _around(left, one.span), _around(right, two.span)
    beside = [
        _alike(a, b) for a, b in ((ours[0][-BESIDE:], theirs[0][-BESIDE:]), (ours[1][:BESIDE], theirs[1][:BESIDE]))
    ]
    return _alike(ours[0] + ours[1], theirs[0] + theirs[1]) if max(beside) >= FRAME else 0.0


def _around(found: Sequence[Token], span: Span) -> tuple[list[str], list[str]]:
    """The words before and after a name."""
    before = [token.key for token in found if token.span.end <= span.start]
    return before, [token.key for token in found if token.span.start >= span.end]


def _alike(ours: Sequence[str], theirs: Sequence[str]) -> float:
    return SequenceMatcher(None, ours, theirs, autojunk=False).ratio() if ours or theirs else 1.0


def _place(found: Sequence[Token], place: tuple[int, int]) -> Span | None:
    return Span(found[place[0]].span.start, found[place[1] - 1].span.end) if place[0] < place[1] else None


def _at(mentions: Sequence[Mention], span: Span | None) -> Mention | None:
    """The name that stands at a range of its sentence."""
    return next((one for one in mentions if span and one.span.overlaps(span)), None)


def _rivals(one: Mention, two: Mention) -> bool:
    """Whether two names are of one sort and cannot be forms of one name."""
    if not _one_sort(one, two) or same_entity(one, two) is True:
        return False
    return not Known([two.text]).names(one.text) and not Known([one.text]).names(two.text)


def _one_sort(one: Mention, two: Mention) -> bool:
    """Whether two names may be for one sort of thing; only countries and their adjectives are surely of a sort."""
    if any(nation(mention.text) for mention in (one, two)):
        return _same_sort(one, two)
    return one.type is two.type or not (one.sure and two.sure)


def _same_sort(one: Mention, two: Mention) -> bool:
    places = {EntityType.PLACE, EntityType.GROUP}
    return one.type is two.type or {one.type, two.type} <= places


def _alone(pairing: Pairing, taken: set[Mention | None]) -> Iterator[Alignment]:
    """Names of the left telling, in sentences that the right one tells too, that it nowhere has in any form."""
    words, retold = known(pairing.right), _retold(pairing)
    told: set[str] = set()
    for one in _usable(pairing.left):
        links = pairing.links(one.sentence)
        if one in taken or _among(one, told) or telling_knows(pairing.right, one, words):
            continue
        if links or (retold and one.type is not EntityType.GROUP and len(one.name) > 1):
            told.update(one.name)
            yield _silent(pairing, one, links)


def _among(one: Mention, told: set[str]) -> bool:
    """Whether a name has been told of, in any spelling."""
    return any(word in told or any(misspelled(word, other) for other in told) for word in one.name)


def _retold(pairing: Pairing) -> bool:
    """Whether the left telling as a whole retells the right one: then its other sentences rest on nothing else."""
    told = {i for i, _ in pairing.linked}
    return len(told) >= RETOLD * sum(sentence.checkable for sentence in pairing.left.sentences)


def _silent(pairing: Pairing, one: Mention, links: Mapping[int, float]) -> Alignment:
    best = max(links, key=lambda j: (links[j], -j), default=None)
    anchor = None if best is None else pairing.right.sentences[best].span
    silent = Side(article=pairing.right.article.id, role=pairing.right.article.role, anchor=anchor)
    return Alignment(
        sides=(_side(pairing.left, one), silent),
        score=max([FREELY, *links.values()]),
        cover=max(links.values(), default=0.0),
        related=pairing.related,
        matter=Matter.NAME,
    )


def _left_out(pairing: Pairing, taken: set[Mention | None]) -> Iterator[Alignment]:
    """Names of right sentences that the left telling has without the name."""
    words = known(pairing.left)
    told: set[str] = set()
    for two in _usable(pairing.right):
        links = {i: score for (i, j), score in pairing.linked.items() if j == two.sentence}
        if two in taken or told.intersection(two.name) or not links or telling_knows(pairing.left, two, words):
            continue
        told.update(two.name)
        yield from _missing(pairing, two, links)


def _missing(pairing: Pairing, two: Mention, links: Mapping[int, float]) -> Iterator[Alignment]:
    best = max(links, key=lambda i: (links[i], -i))
    comparison = pairing.compare(best, two.sentence)
    stood = [link.right for link in comparison.links]
    if any(span.overlaps(two.span) for span in stood):
        return
    text = pairing.right.sentences[two.sentence].text
    kept = cover(text, [pairing.left.sentences[i].text for i in links], kept=stood, besides=[two.span])
    place = pairing.left.sentences[best].span
    yield Alignment(
        sides=(
            Side(article=pairing.left.article.id, role=pairing.left.article.role, anchor=place),
            _side(pairing.right, two),
        ),
        score=max(FREELY, links[best]),
        cover=kept,
        related=pairing.related,
        matter=Matter.NAME,
    )


def _by_sentence(telling: Telling) -> dict[int, list[Mention]]:
    found: dict[int, list[Mention]] = {}
    for one in _usable(telling):
        found.setdefault(one.sentence, []).append(one)
    return found


def _usable(telling: Telling) -> Iterator[Mention]:
    """Mentions that are surely names: no office alone, no word of a headline in capitals or that opens a sentence."""
    capitals = {n: _capitals(sentence.text) for n, sentence in enumerate(telling.sentences)}
    for one in telling.mentions:
        if (
            one.name
            and (one.sure or not (capitals[one.sentence] or _common(one)))
            and one.text.split()[-1][0].isupper()
        ):
            yield one


def _common(one: Mention) -> bool:
    """Whether a single word may be no name: it opens the sentence, or is set in capitals, and is in the dictionary."""
    loud = one.text.isupper() and len(one.text) > LONG + 1
    return len(one.name) == 1 and (one.span.start == 0 or loud) and bool(synsets(one.name[0]))


def _capitals(text: str) -> bool:
    """Whether a line is written like a headline, where capitals tell nothing."""
    long = [word for word in text.split() if len(word) > LONG]
    return len(long) > LONG and sum(word[0].isupper() for word in long) > CAPITALS * len(long)


def _side(telling: Telling, one: Mention) -> Side:
    sentence, words = telling.sentences[one.sentence], telling.words[one.sentence]
    inside = [n for n, word in enumerate(words) if word.span.overlaps(one.span)]
    phrase = Phrase(sentence=sentence, words=words, first=inside[0], last=inside[-1] + 1, span=sentence.raw(one.span))
    return Side(article=telling.article.id, role=telling.article.role, phrase=phrase, mention=one)
