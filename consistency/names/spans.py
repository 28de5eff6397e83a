"""Where names stand in a sentence: runs of capitals, joined or cut by the linguistic pipeline's spans."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from consistency.language.countries import country_of
from consistency.language.lexicon import synsets
from consistency.language.surface import Token, words
from consistency.names.people import all_capital
from consistency.types import Span, Word


def labelled(parsed: Sequence[Word], labels: Collection[str]) -> Iterator[tuple[Span, str]]:
    """The pipeline's names, without articles and owner's marks."""
    at = 0
    while at < len(parsed):
        end = at + 1
        if parsed[at].entity in labels:
            while end < len(parsed) and parsed[end].entity == parsed[at].entity and not parsed[end].starts:
                end += 1
            inside = [word for word in parsed[at:end] if word.text]
            while inside and (inside[0].pos == "DET" or not inside[0].text[0].isalnum()):
                inside = inside[1:]
            while (
                inside and (inside[-1].text == "'s" or not inside[-1].text[-1].isalnum()) and "." not in inside[-1].text
            ):
                inside = inside[:-1]
            if inside:
                yield Span(inside[0].start, inside[-1].end), parsed[at].entity
        at = end


def ranges(
    found: Sequence[Token], spans: Sequence[tuple[Span, str]], tags: dict[int, str]
) -> Iterator[tuple[int, int]]:
    """Token ranges of names: runs of capitals, joined or cut where the pipeline's spans say so."""
    runs = [] if all_capital(found) else list(_runs(found, tags))
    taken: set[int] = set()
    for first, last in runs:
        if found[first].lower in words("language/titles", "openers") and last - first > 2:
            taken.update(range(first, last))
            yield first, last
    for span, _ in spans:
        inside = [n for n, token in enumerate(found) if token.start < span.end and span.start < token.end]
        if not inside or not any(found[n].capital for n in inside) or _common(found, inside, tags):
            continue
        first, last = inside[0], inside[-1] + 1
        around = [run for run in runs if run[0] < last and first < run[1]]
        others = [one for one, _ in spans if one != span]
        whole = len(around) == 1 and around[0][0] <= first and last <= around[0][1]
        if whole and not any(
            one.start < found[around[0][1] - 1].end and found[around[0][0]].start < one.end for one in others
        ):
            first, last = around[0]
        if not taken.intersection(range(first, last)):
            taken.update(range(first, last))
            yield first, last
    for first, last in runs:
        if not taken.intersection(range(first, last)):
            yield first, last


def _common(found: Sequence[Token], inside: Sequence[int], tags: dict[int, str]) -> bool:
    """Whether a span is one common noun that only opens a sentence: "Commuters"."""
    if len(inside) != 1 or not _opens(found, inside[0]):
        return False
    token = found[inside[0]]
    return tags.get(token.start) == "NOUN" and bool(synsets(token.lower) or synsets(token.lower.removesuffix("s")))


def _opens(found: Sequence[Token], at: int) -> bool:
    return at == 0 or found[at - 1].text in ('"', "'", ":", ".", "-")


def _runs(found: Sequence[Token], tags: dict[int, str]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, particles of names inside; a common word that only opens a sentence is none."""
    at = 0
    while at < len(found):
        if not _named(found, at, tags):
            at += 1
            continue
        end = at + 1
        while end < len(found) and (_named(found, end, tags) or _inside(found, end, tags)):
            end += 1
        yield at, end
        at = end


def _named(found: Sequence[Token], at: int, tags: dict[int, str]) -> bool:
    token = found[at]
    if not token.capital or (
        token.lower in words("language/titles", "common") and len(token.text) > 1 and not token.text.isupper()
    ):
        return False
    if "-" in token.text and token.text.rsplit("-", 1)[1][:1].islower():
        return False
    return (
        not _opens(found, at)
        or not tags
        or tags.get(token.start) in ("PROPN", "ADJ", None)
        or country_of(token.text) is not None
    )


def _inside(found: Sequence[Token], at: int, tags: dict[int, str]) -> bool:
    """A small word inside a name: "of" or a particle, with a name behind it."""
    small = found[at].lower in words("language/titles", "particles") or found[at].lower == "of"
    if found[at].lower == "and":
        near = found[max(0, at - 6) : at]
        small = any(
            token.lower in words("language/titles", "openers") and follower.lower == "of"
            for token, follower in pairwise(near)
        )
    return small and at + 1 < len(found) and _named(found, at + 1, tags)
