"""The nouns that flow through the program: Article, Sentence, Claim, Alignment, Finding, Report.

All are frozen, hold no behaviour beyond small questions, and import the standard library only.
Spans are half-open ranges of code points in the raw text of an article.
"""

from __future__ import annotations

from consistency.types.alignment import (
    EXCERPT,
    ONE_STORY,
    Alignment,
    AlignmentKind,
    ParsedArticle,
    Phrase,
    RuleContext,
    Side,
    StatedBy,
)
from consistency.types.claim import Bound, Change, Claim, ClaimKind, Context, Dimension, Quantity, TextSpan
from consistency.types.entity import Attribution, EntityType, Mention, SourceKind, attribution_of
from consistency.types.finding import (
    Explanation,
    Finding,
    MatrixCell,
    MatrixRow,
    Passage,
    Place,
    PlaceKind,
    Report,
    Severity,
    Skipped,
    Suppressed,
    SuppressionSource,
    summary_of,
)
from consistency.types.moment import Calendar, Clock, Event, Grain, Moment, Offset, Stretch
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
    "AlignmentKind",
    "Article",
    "Attribution",
    "Block",
    "BlockKind",
    "Bound",
    "Calendar",
    "Change",
    "Claim",
    "ClaimKind",
    "Clock",
    "Context",
    "Dimension",
    "EntityType",
    "Event",
    "Explanation",
    "Finding",
    "Grain",
    "MatrixCell",
    "MatrixRow",
    "Mention",
    "Moment",
    "Offset",
    "ParsedArticle",
    "Passage",
    "Phrase",
    "Place",
    "PlaceKind",
    "Quantity",
    "Reference",
    "Report",
    "Request",
    "Role",
    "RuleContext",
    "Sentence",
    "SentenceKind",
    "Severity",
    "Side",
    "Skipped",
    "SourceKind",
    "Span",
    "StatedBy",
    "Stretch",
    "Suppressed",
    "SuppressionSource",
    "TextSpan",
    "Word",
    "attribution_of",
    "summary_of",
]
