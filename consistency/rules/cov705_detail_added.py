"""COV705 detail-added."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.rules._support.details import (
    added_weight,
    bears,
    invented,
    is_claim,
    lone,
    lone_name,
    name_added,
)
from consistency.rules._support.messages import places, shown
from consistency.rules.base import Evidence, rule
from consistency.thresholds.verdicts import INVENTED_CONFIDENCE, NEW_SPAN_SURE
from consistency.types import Alignment, AlignmentKind, Phrase, Severity, StatedBy


@rule(
    "COV705",
    "detail-added",
    severity=Severity.WARNING,
    judges={
        AlignmentKind.FIGURE: StatedBy.DRAFT | StatedBy.BOTH,
        AlignmentKind.NAME: StatedBy.DRAFT,
        AlignmentKind.SENTENCE: StatedBy.DRAFT,
        AlignmentKind.CLAUSE: StatedBy.DRAFT,
    },
    argues_from_silence=True,
    fires=(
        ("The council approved the new bridge.", "The council approved the new bridge for $40 million."),
        ("Rebels attacked the town of Orvale.", "Rebels attacked the town of Orvale on Tuesday."),
        ("The mayor opened the new bridge.", "The mayor and Brenna Holt opened the new bridge."),
    ),
    silent=(
        ("The council approved the bridge for $40 million.", "The council approved the bridge for 40 million dollars."),
        ("Rebels attacked the town on Tuesday.", "On Tuesday rebels attacked the town."),
    ),
)
def detail_added(alignment: Alignment) -> Iterator[Evidence]:
    """The draft reports what a source reports, with a figure, date or name that no source has.

    ## Why it matters
    An exact detail without a source is a guess, or a fact whose source the editor has yet to see.

    ## When it stays silent
    Where the passage around the detail is so freely reworded that the detail may rest on other words,
    unless nothing in the sources could mean it. Days relative to the day of writing are notes.
    """
    if alignment.kind is AlignmentKind.FIGURE:
        yield from _figure(alignment)
    elif alignment.kind is AlignmentKind.NAME:
        yield from _name(alignment)
    else:
        yield from _words(alignment)


def _figure(alignment: Alignment) -> Iterator[Evidence]:
    head = lone(alignment) or invented(alignment)
    if head is None:
        return
    severity = added_weight(head.claims[0], invented(alignment) is not None, alignment.context.excerpt)
    if severity:
        yield Evidence(
            places=places(*alignment.sides),
            message=f"No source has {shown(head.claims[0])}",
            # What no source has is no less invented where another figure may stand for it.
            confidence=max(alignment.context_overlap, INVENTED_CONFIDENCE / alignment.score),
            severity=severity,
        )


def _name(alignment: Alignment) -> Iterator[Evidence]:
    named = lone_name(alignment)
    if named and named.phrase and named.mention:
        yield Evidence(
            places=places(*alignment.sides),
            message=f"No source names {shown(named.phrase)}",
            severity=name_added(alignment, named.mention),
        )


def _words(alignment: Alignment) -> Iterator[Evidence]:
    phrase = alignment.sides[0].phrase
    if phrase and (alignment.kind is AlignmentKind.CLAUSE or not is_claim(phrase)):
        yield Evidence(
            places=places(*alignment.sides),
            message=f"No source says {shown(phrase)}",
            severity=_worth(alignment, phrase),
        )


def _worth(alignment: Alignment, phrase: Phrase) -> Severity:
    if alignment.kind is AlignmentKind.CLAUSE:
        return Severity.WARNING if bears(alignment, phrase) and not alignment.context.excerpt else Severity.NOTE
    return Severity.WARNING if alignment.score >= NEW_SPAN_SURE else Severity.NOTE
