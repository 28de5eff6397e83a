"""Who an article says it has something from: speaker, document, body of data, or hearsay."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from consistency.attribution.cited import according, clipped, hearsay, shown
from consistency.attribution.speakers import Speakers
from consistency.attribution.speech_verbs import spoken
from consistency.attribution.value import Attribution, SourceKind
from consistency.language.quotation_marks import Region, regions
from consistency.language.surface import REMEMBERED, blank, tokens
from consistency.types import Sentence, Span, attribution_of, limits

__all__ = ["Attribution", "SourceKind", "attribute"]


def attribute(sentences: Sequence[Sentence]) -> list[tuple[Attribution, ...]]:
    """What each sentence of one article attributes, in the order of the cues."""
    pairs = regions(sentences)
    texts, plain = _plain([sentence.text for sentence in sentences], pairs)
    speakers = Speakers()
    found = [
        speakers.read(_found(text, bare) if sentence.checkable else (), text)
        for sentence, text, bare in zip(sentences, texts, plain, strict=True)
    ]
    _spread(found, pairs)
    _carry(found, pairs, texts)
    return [tuple(one) for one in found]


def _plain(texts: list[str], pairs: Iterable[Region]) -> tuple[list[str], list[str]]:
    """The sentences with double marks around all quotations, and those with the quoted words made blank."""
    marked = list(texts)
    hidden: list[list[Span]] = [[] for _ in texts]
    for region in pairs:
        if region.inside is not None:
            continue
        for stretch in region.stretches:
            number = stretch.sentence
            for at in (stretch.outer.start, stretch.outer.end - 1):
                if (
                    region.mark == "'"
                    and marked[number][at : at + 1] == "'"
                    and not stretch.inner.covers(Span(at, at + 1))
                ):
                    marked[number] = f'{marked[number][:at]}"{marked[number][at + 1 :]}'
            if " " in stretch.inner.cut(marked[number]):
                hidden[number].append(stretch.inner)
    return marked, [blank(text, spans) for text, spans in zip(marked, hidden, strict=True)]


def _spread(found: list[list[Attribution]], pairs: Iterable[Region]) -> None:
    """A speech over several sentences has one speaker, named in any of them."""
    for region in pairs:
        if region.inside is not None or len(region.stretches) == 1:
            continue
        named = [(s.sentence, one) for s in region.stretches if (one := attribution_of(s.inner, found[s.sentence]))]
        if len({one.speaker for _, one in named}) != 1:
            continue
        home, one = named[0]
        for stretch in region.stretches:
            if attribution_of(stretch.inner, found[stretch.sentence]) is None:
                found[stretch.sentence].append(
                    replace(one, scope=(stretch.outer,), sentence_offset=home - stretch.sentence)
                )


def _carry(found: list[list[Attribution]], pairs: Iterable[Region], texts: Sequence[str]) -> None:
    """A speech in sentences of its own that names nobody has the speaker of the sentence before it.

    Not behind or in a question: the answer may be another's.
    """
    for region in pairs:
        first, last = region.stretches[0], region.stretches[-1]
        before = first.sentence - 1
        alone = first.outer.start == 0 and not texts[last.sentence][last.outer.end :].strip(" .")
        numbers = [stretch.sentence for stretch in region.stretches]
        if region.inside is not None or before < 0 or not alone or any(found[number] for number in numbers):
            continue
        earlier = max(found[before], key=lambda one: one.cue.end, default=None)
        leads = '"' in texts[before] or texts[before].endswith(":")
        asked = "?" in texts[before] or texts[last.sentence].rstrip(' "').endswith("?")
        if earlier is None or not leads or asked or earlier.kind is not SourceKind.SPEAKER:
            continue
        for stretch in region.stretches:
            home = before + earlier.sentence_offset - stretch.sentence
            found[stretch.sentence].append(replace(earlier, scope=(stretch.outer,), sentence_offset=home))


@lru_cache(maxsize=REMEMBERED)
def _found(text: str, plain: str) -> tuple[Attribution, ...]:
    """What one sentence attributes; ``plain`` is the text with its quoted words made blank."""
    found = tokens(plain)
    results = clipped([one for way in (according, shown) for one in islice(way(text, found), limits.SOURCES)], text)
    results += islice(hearsay(plain, found), limits.SOURCES)
    taken = [one.cue for one in results] + [one.source for one in results if one.source]
    return tuple(sorted([*results, *spoken(text, found, taken)], key=lambda one: one.cue))
