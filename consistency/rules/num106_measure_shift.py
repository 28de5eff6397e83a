"""NUM106 measure-shift."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consistency.claims.agreement import agrees
from consistency.language.inflection import singular
from consistency.language.word_relations import DIFFERENT, LexicalRelation, relation
from consistency.rules._support.figures import opposed
from consistency.rules._support.messages import contrast, places, shown
from consistency.rules.base import Evidence, rule
from consistency.thresholds.verdicts import MEASURE_CONFIDENCE, MEASURE_CONTEXT
from consistency.types import Alignment, AlignmentKind, Claim, Dimension, Severity, StatedBy

#: Words for people of any sort; "people" loses no letter to the singular.
ANYBODY = frozenset({"people", "person", "individual", "human", "other"})


def other_thing(left: Claim, right: Claim) -> bool:
    """Equal figures that count things with no word in common."""
    if not (left.counted and right.counted and left.quantity and right.quantity):
        return False
    if left.quantity.dimension is not Dimension.COUNT or agrees(left, right) is not True:
        return False
    return all(relation(a, b) in DIFFERENT for a in nouns(left.counted.text) for b in nouns(right.counted.text))


def _severity(left: Claim, right: Claim) -> Severity:
    """Nouns of one sort ("tourists", "foreigners"), and people called by what they are, may mean the same."""
    pairs = [(a, b) for a in nouns(_counted(left)) for b in nouns(_counted(right))]
    loose = any({a, b} & ANYBODY or relation(a, b) is LexicalRelation.CO_HYPONYM for a, b in pairs)
    return Severity.NOTE if loose else Severity.WARNING


def _counted(claim: Claim) -> str:
    return claim.counted.text if claim.counted else ""


def nouns(text: str) -> list[str]:
    """The words of a counted phrase, roughly in the singular."""
    return [singular(word) for word in re.findall(r"[a-z]{3,}", text.lower())]


@rule(
    "NUM106",
    "measure-shift",
    severity=Severity.WARNING,
    judges={AlignmentKind.FIGURE: StatedBy.BOTH},
    fires=(
        ("The storm destroyed 300 houses in the delta.", "The storm destroyed 300 boats in the delta."),
        ("The agency sent 40 nurses to the valley.", "The agency sent 40 soldiers to the valley."),
    ),
    silent=(
        ("The storm destroyed 300 houses in the delta.", "In the delta 300 houses were destroyed by the storm."),
        ("The agency sent 40 nurses to the valley.", "Forty nurses were sent to the valley by the agency."),
    ),
)
def measure_shift(alignment: Alignment) -> Iterator[Evidence]:
    """The figure is the same, but it counts or measures something else.

    ## Why it matters
    The right number with the wrong noun is as wrong as the wrong number.

    ## When it stays silent
    Where the rest of the passage is worded so differently that the noun may be a synonym. Nouns of the
    same kind ("tourists" and "foreigners") are a note.
    """
    if alignment.context_overlap < MEASURE_CONTEXT:
        return
    for head, others, _ in opposed(alignment, other_thing):
        left, right = head.claims[0], others[0].claims[0]
        yield Evidence(
            places=places(head, *others),
            message=contrast(head, shown(left), others[:1], [shown(right)]),
            confidence=MEASURE_CONFIDENCE,
            severity=_severity(left, right),
        )
