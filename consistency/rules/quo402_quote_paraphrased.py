"""QUO402 quote-paraphrased."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.rules._support.messages import places, shown
from consistency.rules.base import Evidence, rule
from consistency.thresholds.verdicts import QUOTE_PARAPHRASED_CONFIDENCE
from consistency.types import Alignment, AlignmentKind, Severity, StatedBy


@rule(
    "QUO402",
    "quote-paraphrased",
    severity=Severity.NOTE,
    judges={AlignmentKind.QUOTE: StatedBy.SOURCES},
    fires=(
        (
            '"We will not close the harbour this year," the mayor said.',
            "The mayor said the harbour would not be closed this year.",
        ),
        (
            '"The bridge is safe for all traffic," the engineer said.',
            "The engineer said the bridge was safe for all traffic.",
        ),
    ),
    silent=(
        (
            '"We will not close the harbour this year," the mayor said.',
            'The mayor said: "We will not close the harbour this year."',
        ),
        ('"The bridge is safe for all traffic," the engineer said.', "Rain fell all night in the hills."),
    ),
)
def quote_paraphrased(alignment: Alignment) -> Iterator[Evidence]:
    """A quotation of the source became a paraphrase in the draft.

    ## Why it matters
    It is usually good editing, but the exact words are gone, and with them what they left open.

    ## When it stays silent
    Where the draft quotes a part of the words, or leaves out the passage.
    """
    head, *rest = alignment.sides
    if head.anchor:
        yield Evidence(
            places=places(head, *rest),
            message=f"The draft paraphrases the quotation {shown(rest[0].claims[0])}",
            confidence=QUOTE_PARAPHRASED_CONFIDENCE,
        )
