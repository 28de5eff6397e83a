"""How a draft relates to its sources, which affects the precision of rules and the severity of findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from consistency.types import EXCERPT, ParsedArticle, RuleContext

#: A draft is a copy if at least this share of its sentences is in a source word for word.
COPIED = 0.5


class DraftKind(StrEnum):
    """How a draft relates to its sources."""

    COPY = "copy"
    REWRITE = "rewrite"
    SUMMARY = "summary"
    EXCERPT = "excerpt"


def draft_kind(docs: Sequence[ParsedArticle]) -> DraftKind:
    """How the first article relates to the others."""
    draft, *sources = [[s.text for s in doc.sentences if s.checkable] for doc in docs]
    known = {text for source in sources for text in source}
    if sum(text in known for text in draft) >= COPIED * len(draft) > 0:
        return DraftKind.COPY
    if sum(map(len, sources)) < EXCERPT:
        return DraftKind.EXCERPT
    return DraftKind.SUMMARY if _is_summary(len(draft), map(len, sources)) else DraftKind.REWRITE


def rule_context(docs: Sequence[ParsedArticle], tolerance: float) -> RuleContext:
    """The context that rules need about these articles as a whole; the draft comes first."""
    draft, *sources = [sum(s.checkable for s in doc.sentences) for doc in docs]
    summary = _is_summary(draft, sources)
    return RuleContext(source_sentences=sum(sources), is_summary=summary, tolerance=tolerance)


def _is_summary(draft: int, sources: Iterable[int]) -> bool:
    """Whether a draft has less than half the sentences of its shortest source."""
    return draft < min(sources, default=0) / 2
