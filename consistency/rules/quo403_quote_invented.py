"""QUO403 quote-invented."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.rules._support.messages import places, shown
from consistency.rules._support.quotations import inner
from consistency.rules.base import Evidence, rule
from consistency.thresholds.claims import SPEECH_WORDS
from consistency.thresholds.verdicts import (
    OWN_WORDS,
    QUOTE_INVENTED_CONFIDENCE,
    QUOTE_TERM_CONFIDENCE,
    UNPRINTED_HEADLINE,
)
from consistency.types import Alignment, AlignmentKind, Severity, StatedBy


@rule(
    "QUO403",
    "quote-invented",
    severity=Severity.ERROR,
    judges={AlignmentKind.QUOTE: StatedBy.DRAFT},
    argues_from_silence=True,
    fires=(
        (
            "The mayor said the harbour would stay open this year.",
            'The mayor said: "We will keep the harbour open, come what may."',
        ),
        ("The engineer said the bridge was safe.", '"You can drive a tank across this bridge," the engineer said.'),
    ),
    silent=(
        ('"We will not close the harbour," the mayor said.', 'The mayor said: "We will not close the harbour."'),
        ("The mayor opened the harbour.", 'The mayor opened the "Blue Anchor" harbour.'),
    ),
)
def quote_invented(alignment: Alignment) -> Iterator[Evidence]:
    """The draft puts words in quotation marks that no source quotes.

    ## Why it matters
    A paraphrase between quotation marks is an invented quotation.

    ## When it stays silent
    It gives a note at most for titles, names, single words and short phrases, except in a headline if no
    source has the words at all; against a source of a few sentences, which may have left out the quotation;
    for words that the source prints without quotation marks; and in summaries, which put marks around what
    their source says in its own words.
    """
    head, *rest = alignment.sides
    quote = head.claims[0]
    told = alignment.context_overlap > OWN_WORDS
    speech = len(inner(quote).split()) >= SPEECH_WORDS and quote.form != "headline"
    title = quote.form == "headline" and alignment.context_overlap >= UNPRINTED_HEADLINE
    loose = alignment.context.excerpt or alignment.context.is_summary
    yield Evidence(
        places=places(head, *rest),
        message=f"No source quotes {shown(quote)}",
        confidence=QUOTE_INVENTED_CONFIDENCE if speech and told else QUOTE_TERM_CONFIDENCE,
        severity=Severity.NOTE if loose or not told else _weight(speech=speech, title=title),
    )


def _weight(*, speech: bool, title: bool) -> Severity:
    """A headline quotes in a word or two, and what it quotes stands in the story."""
    return Severity.ERROR if speech else Severity.WARNING if title else Severity.NOTE
