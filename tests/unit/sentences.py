"""Sentences for tests of quotations, attribution and names."""

from __future__ import annotations

from consistency.types import Sentence, SentenceKind, Span


def article(*paragraphs: str | tuple[str, ...], headline: str | None = None) -> list[Sentence]:
    """Sentences of an article; a tuple is a paragraph of several sentences."""
    made: list[Sentence] = []
    blocks: list[tuple[SentenceKind, tuple[str, ...]]] = [(SentenceKind.HEADLINE, (headline,))] if headline else []
    blocks += [(SentenceKind.BODY, (one,) if isinstance(one, str) else one) for one in paragraphs]
    at = 0
    for block, (kind, texts) in enumerate(blocks):
        for text in texts:
            offsets = tuple(range(at, at + len(text) + 1))
            span = Span(at, at + len(text))
            made.append(
                Sentence(article="a", index=len(made), kind=kind, span=span, text=text, offsets=offsets, block=block)
            )
            at += len(text) + 1
    return made
