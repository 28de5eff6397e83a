"""Names side by side: which stand in the place of others, which the draft alone has, which it leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from consistency.align.article_pair import ArticlePair
from consistency.align.builders import aligned, best_link, name_side, silent_side
from consistency.align.names.by_position import names_by_position, respelled_names
from consistency.align.names.by_role import names_by_role
from consistency.align.word_alignment import cover
from consistency.names.comparable import usable
from consistency.names.compare import misspelled
from consistency.names.index import name_index, telling_knows
from consistency.thresholds.words import UNSUPPORTED_NAME, VERSION_SHARE
from consistency.types import Alignment, AlignmentKind, EntityType, Mention, Span


def names(pairing: ArticlePair) -> Iterator[Alignment]:
    """Names in the place of others, then names of the left telling alone, then names that it leaves out."""
    if not pairing.linked:
        return
    others = [*names_by_position(pairing), *respelled_names(pairing)]
    named = {one.mention for alignment in others for one in alignment.sides}
    others += [found for found in names_by_role(pairing) if not named & {one.mention for one in found.sides}]
    yield from others
    taken = {side.mention for alignment in others for side in alignment.sides}
    yield from _alone(pairing, taken)
    yield from _left_out(pairing, taken)


def _alone(pairing: ArticlePair, taken: set[Mention | None]) -> Iterator[Alignment]:
    """Names of the left telling, in sentences that the right one tells too, that it nowhere has in any form."""
    words, retold = name_index(pairing.right), _retold(pairing)
    told: set[str] = set()
    for one in usable(pairing.left):
        links = pairing.links(one.sentence)
        if one in taken or _among(one, told) or telling_knows(pairing.right, one, words):
            continue
        if links or (retold and one.type is not EntityType.GROUP and len(one.name) > 1):
            told.update(one.name)
            yield aligned(
                pairing,
                AlignmentKind.NAME,
                (name_side(pairing.left, one), silent_side(pairing.right, links)),
                producer="names.unsupported",
                score=max([UNSUPPORTED_NAME, *links.values()]),
                overlap=max(links.values(), default=0.0),
            )


def _among(one: Mention, told: set[str]) -> bool:
    """Whether a name has been told of, in any spelling."""
    return any(word in told or any(misspelled(word, other) for other in told) for word in one.name)


def _retold(pairing: ArticlePair) -> bool:
    """Whether the left telling as a whole retells the right one: then its other sentences rest on nothing else."""
    told = {i for i, _ in pairing.linked}
    return len(told) >= VERSION_SHARE * sum(sentence.checkable for sentence in pairing.left.sentences)


def _left_out(pairing: ArticlePair, taken: set[Mention | None]) -> Iterator[Alignment]:
    """Names of right sentences that the left telling has without the name."""
    words = name_index(pairing.left)
    told: set[str] = set()
    for two in usable(pairing.right):
        links = pairing.flip().links(two.sentence)
        if two in taken or told.intersection(two.name) or not links or telling_knows(pairing.left, two, words):
            continue
        told.update(two.name)
        yield from _missing(pairing, two, links, words.has(two.name[-1]))


def _missing(pairing: ArticlePair, two: Mention, links: Mapping[int, float], surname: bool) -> Iterator[Alignment]:
    """The name that is missing in the best of the sentences; where they have its ``surname``, only the rest is."""
    if surname and two.type is not EntityType.PERSON:
        return
    best = best_link(links)
    comparison = pairing.compare(best, two.sentence)
    stood = [link.right for link in comparison.links]
    if any(span.overlaps(two.span) for span in stood) and not surname:
        return
    text = pairing.right.sentences[two.sentence].text
    kept = cover(text, [pairing.left.sentences[i].text for i in links], kept=stood, besides=[two.span])
    named = name_side(pairing.right, _given(two) if surname else two)
    yield aligned(
        pairing,
        AlignmentKind.NAME,
        (silent_side(pairing.left, links), named),
        producer="names.left_out",
        score=max(UNSUPPORTED_NAME, links[best]),
        overlap=kept,
    )


def _given(one: Mention) -> Mention:
    """A mention without the surname: what is missing where only that was kept."""
    cut = one.text.rfind(" ")
    if cut < 0:
        return one
    return replace(one, name=(), text=one.text[:cut], span=Span(one.span.start, one.span.start + cut))
