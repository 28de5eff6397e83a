"""Split an article into sentences with a kind, folded text and a mapping to the raw text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from consistency.segment.aliases import Aliases, renamed
from consistency.segment.dateline import dateline_length
from consistency.segment.fold import Folded, fold
from consistency.segment.hygiene import Passage, kinds, sentence_kind
from consistency.segment.sentences import parts, sentence_ranges
from consistency.types import Article, Block, BlockKind, Sentence, SentenceKind, Span

__all__ = ["Folded", "fold", "segment"]

#: Kinds of block that are a single sentence, even with full stops in them.
_WHOLE = frozenset({SentenceKind.HEADLINE})


def segment(article: Article, aliases: Aliases = ()) -> tuple[Sentence, ...]:
    """The sentences of an article in reading order; disjoint, and complete except for space and markup.

    ``aliases`` are groups of names for one thing, which are all read as the first of their group.
    """
    passages = tuple(_passages(article, aliases))
    title = renamed(fold(article.title), aliases).text if article.title and aliases else article.title
    found = kinds(passages, title)
    lead = _lead(passages, found)
    sentences: list[Sentence] = []
    for passage, kind in zip(passages, found, strict=True):
        for own, bounds in _cut(passage, kind, dated=passage.index == lead):
            for part in parts(passage.text, *bounds):
                sentence = _sentence(article, passage, len(sentences), own, part, aliases)
                sentences.append(replace(sentence, goes_on=True) if part[1] < bounds[1] else sentence)
    return tuple(sentences)


def _passages(article: Article, aliases: Aliases) -> Iterator[Passage]:
    for index, block in enumerate(article.blocks):
        folded = renamed(fold(article.text, block.span, block.gaps), aliases)
        if not folded.text:
            continue
        yield Passage(
            index=index,
            block=block,
            folded=folded,
            ranges=tuple(sentence_ranges(folded.text)),
            emphasised=_wrapped(article.text, block, "*_"),
            linked=_wrapped(article.text, block, "["),
        )


def _wrapped(text: str, block: Block, marks: str) -> bool:
    """Whether a pair of ``marks`` encloses the entire block."""
    if len(block.gaps) != 2:
        return False
    first, last = block.gaps
    return first.start == block.span.start and last.end == block.span.end and text[first.start] in marks


def _lead(passages: Sequence[Passage], found: Sequence[SentenceKind]) -> int | None:
    """The block that may start with a dateline: the first of the body, unless many do (as in a transcript)."""
    body = [passage for passage, kind in zip(passages, found, strict=True) if kind is SentenceKind.BODY]
    marked = sum(dateline_length(passage.text, rest=1) > 0 for passage in body[:20])
    if marked > max(1, len(body) // 4):
        return None
    return next((passage.index for passage in body[:2] if dateline_length(passage.text)), None)


def _cut(passage: Passage, kind: SentenceKind, *, dated: bool) -> Iterator[tuple[SentenceKind, tuple[int, int]]]:
    text, ranges = passage.text, passage.ranges
    if kind in _WHOLE or passage.block.kind is BlockKind.HEADING:
        yield kind, (0, len(text))
        return
    length = dateline_length(text) if dated else 0
    if length:
        yield SentenceKind.DATELINE, (0, length)
        rest = len(text) - len(text[length:].lstrip())
        ranges = tuple((rest + start, rest + end) for start, end in sentence_ranges(text[rest:]))
    for start, end in ranges:
        yield sentence_kind(kind, text[start:end]), (start, end)


def _sentence(
    article: Article, passage: Passage, index: int, kind: SentenceKind, bounds: tuple[int, int], aliases: Aliases
) -> Sentence:
    span = passage.folded.raw(*bounds)
    folded = _own(article, passage, span, bounds, aliases)
    # every character has at least length one, so the sum equals the count only if all are one
    plain = sum(folded.ends) - sum(folded.starts) == len(folded.text)
    return Sentence(
        article=article.id,
        index=index,
        kind=kind,
        span=span,
        text=folded.text,
        offsets=(*folded.starts, span.end),
        block=passage.index,
        ends=() if plain else tuple(folded.ends),
    )


def _own(article: Article, passage: Passage, span: Span, bounds: tuple[int, int], aliases: Aliases) -> Folded:
    """A sentence folded on its own, since dashes and quotes at its edges could depend on neighbouring text."""
    text = passage.folded.text
    if text[bounds[0]] in "-'" or text[bounds[1] - 1] in "-'":
        return renamed(fold(article.text, span, passage.block.gaps), aliases)
    return passage.folded.cut(*bounds)
