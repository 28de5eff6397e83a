"""MOD606 causality-added."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.language.cues import labels, rest
from consistency.rules._support.messages import places, shown, who
from consistency.rules._support.words import changed
from consistency.rules.base import Evidence, rule
from consistency.thresholds.verdicts import CAUSE_OPENING
from consistency.types import Alignment, AlignmentKind, Phrase, Severity, StatedBy


@rule(
    "MOD606",
    "causality-added",
    severity=Severity.WARNING,
    judges={
        AlignmentKind.WORDING: StatedBy.BOTH | StatedBy.DRAFT | StatedBy.PEER,
        AlignmentKind.CLAUSE: StatedBy.DRAFT,
    },
    fires=(
        (
            "The mayor of Selby resigned on Monday.",
            "The mayor of Selby resigned on Monday because of a quarrel over taxes.",
        ),
        ("The bakery closed two shops in May.", "The bakery closed two shops in May due to rising rents."),
        (
            "The union called for a strike. Kestrel Foods raised its wages by 4 percent on Monday.",
            "The union called for a strike. In response, Kestrel Foods raised its wages by 4 percent on Monday.",
        ),
    ),
    silent=(
        (
            "The union called for a strike. That prompted Kestrel Foods to raise its wages by 4 percent on Monday.",
            "The union called for a strike. In response, Kestrel Foods raised its wages by 4 percent on Monday.",
        ),
        (
            "The mayor of Selby resigned on Monday due to illness.",
            "The mayor of Selby resigned on Monday because of illness.",
        ),
        ("The bakery closed two shops in May.", "The bakery closed two of its shops in May."),
    ),
)
def causality_added(alignment: Alignment) -> Iterator[Evidence]:
    """The draft gives a cause or an effect where the source gives none.

    ## Why it matters
    "After" is not "because": a cause that nobody gave is the writer's own claim.

    ## When it stays silent
    Causes that the source gives in other words or in another sentence; sentences that are worded
    differently.
    """
    if alignment.kind is AlignmentKind.CLAUSE:
        yield from _given(alignment)
        return
    both = changed(alignment)
    if not both:
        return
    left, right = both
    causal = labels(left.inner[:CAUSE_OPENING], "cause") and rest(left.inner, "cause")
    if causal and not labels(right.words, "cause") and not rest(right.inner):
        cause = " ".join(left.text.split())
        yield Evidence(
            places=places(*alignment.sides),
            message=f'{who(alignment.sides[0])} says "{cause}" where {who(alignment.sides[1])} gives no such cause',
        )


def _given(alignment: Alignment) -> Iterator[Evidence]:
    """A clause that gives a reason, or words that make the sentence an effect, which the draft alone has."""
    phrase = alignment.sides[0].phrase
    if phrase and _causal(phrase):
        yield Evidence(
            places=places(*alignment.sides),
            message=f"no source gives the cause in {shown(phrase)}",
            severity=Severity.NOTE if alignment.context.excerpt or alignment.context.is_summary else Severity.WARNING,
        )


def _causal(phrase: Phrase) -> bool:
    opens = phrase.inner[0].pos in ("SCONJ", "ADP", "ADV") and "reason" in labels(phrase.inner[:CAUSE_OPENING], "cause")
    return opens or bool(labels(phrase.inner, "link"))
