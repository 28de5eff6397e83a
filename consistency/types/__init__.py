"""The nouns that flow through the program: Article, Sentence, Claim, Alignment, Finding, Report.

All are frozen, hold no behaviour beyond small questions, and import the standard library only.
Spans are half-open ranges of code points in the raw text of an article.
"""

from __future__ import annotations

from consistency.types.alignment import EXCERPT, ONE_STORY, Alignment, Matter, Phrase, Side, Telling
from consistency.types.claim import Bound, Change, Claim, ClaimKind, Dimension, Grain, Moment, Part, Quantity
from consistency.types.entity import Attributed, EntityType, Mention, SourceKind
from consistency.types.finding import (
    Explanation,
    Fact,
    Finding,
    Means,
    Passage,
    Place,
    PlaceKind,
    Report,
    Severity,
    Skipped,
    Suppressed,
    Voice,
    summary_of,
)
from consistency.types.request import DISABLED, Acceptance, Request
from consistency.types.span import Span
from consistency.types.text import (
    CONTENT,
    Article,
    Block,
    BlockKind,
    Reference,
    Role,
    Sentence,
    SentenceKind,
    Word,
)

__all__ = [
    "CONTENT",
    "DISABLED",
    "EXCERPT",
    "ONE_STORY",
    "Acceptance",
    "Alignment",
    "Article",
    "Attributed",
    "Block",
    "BlockKind",
    "Bound",
    "Change",
    "Claim",
    "ClaimKind",
    "Dimension",
    "EntityType",
    "Explanation",
    "Fact",
    "Finding",
    "Grain",
    "Matter",
    "Means",
    "Mention",
    "Moment",
    "Part",
    "Passage",
    "Phrase",
    "Place",
    "PlaceKind",
    "Quantity",
    "Reference",
    "Report",
    "Request",
    "Role",
    "Sentence",
    "SentenceKind",
    "Severity",
    "Side",
    "Skipped",
    "SourceKind",
    "Span",
    "Suppressed",
    "Telling",
    "Voice",
    "Word",
    "summary_of",
]
