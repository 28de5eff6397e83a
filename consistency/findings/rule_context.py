"""What an alignment cannot show by itself: how much the articles tell in all, and which figures pass as equal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from consistency.types import Alignment, ParsedArticle


def in_context(alignments: Iterable[Alignment], docs: Sequence[ParsedArticle], tolerance: float) -> Iterator[Alignment]:
    """The alignments of these tellings, the draft's first, as rules judge them."""
    draft, *sources = [sum(s.checkable for s in doc.sentences) for doc in docs]
    extent, digest = sum(sources), draft < min(sources, default=0) / 2
    for alignment in alignments:
        yield replace(alignment, source_sentences=extent, is_summary=digest, tolerance=tolerance)
