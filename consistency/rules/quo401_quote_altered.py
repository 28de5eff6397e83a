"""QUO401 quote-altered."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.rules._support.messages import contrast, short
from consistency.rules._support.quotations import changed, close, inner, place, same
from consistency.rules.base import Evidence, rule
from consistency.thresholds.verdicts import MESSAGE_QUOTATION, QUOTE_ALTERED_CONFIDENCE
from consistency.types import Alignment, AlignmentKind, Claim, Severity, StatedBy


@rule(
    "QUO401",
    "quote-altered",
    severity=Severity.ERROR,
    judges={AlignmentKind.QUOTE: StatedBy.BOTH},
    fires=(
        (
            '"We will not close the harbour this year," the mayor said.',
            '"We shall not close the harbour this year," the mayor said.',
        ),
        (
            'The coach said the team had "fought like lions until the end".',
            'The coach said the team had "fought like tigers until the end".',
        ),
    ),
    silent=(
        (
            '"We will not close the harbour this year," the mayor said.',
            "The mayor said: “We will not close the harbour this year.”",
        ),
        (
            '"We will not close the harbour this year, whatever it costs," the mayor said.',
            'The mayor said they would "not close the harbour this year".',
        ),
    ),
)
def quote_altered(alignment: Alignment) -> Iterator[Evidence]:
    """Both articles quote the same utterance, in different words.

    ## Why it matters
    Words between quotation marks are sacred: even a synonym puts words in someone's mouth.

    ## When it stays silent
    Typography, spelling styles, a fair trimming, marked omissions and words in square brackets are
    not alterations; nor is a quotation that one of several sources gives in exactly these words. Where
    most words differ, as between two translations, it is a warning, and against an excerpt a note.
    """
    head, *rest = alignment.sides
    quoting = [side for side in rest if side.claims]
    quote = head.claims[0]
    if any(same(quote, claim) for side in quoting for claim in side.claims):
        return
    first = changed(quote, quoting[0].claims[0])[0]
    slip = close(quote, quoting[0].claims[0])
    yield Evidence(
        places=(place(head, first), *(place(side, changed(quote, side.claims[0])[1]) for side in quoting)),
        message=contrast(head, _quoted(quote), quoting[:1], [_quoted(quoting[0].claims[0])]),
        confidence=QUOTE_ALTERED_CONFIDENCE,
        severity=Severity.ERROR if slip else Severity.NOTE if alignment.context.excerpt else Severity.WARNING,
    )


def _quoted(claim: Claim) -> str:
    words = short(inner(claim), MESSAGE_QUOTATION).replace('"', "'")
    return f'"{words}"'
