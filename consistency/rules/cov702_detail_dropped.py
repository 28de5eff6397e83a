"""COV702 detail-dropped."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.rules._support.details import bears, dropped, is_claim, lone, lone_name, name_dropped, weight
from consistency.rules._support.messages import places, shown
from consistency.rules.base import Evidence, rule
from consistency.thresholds.verdicts import DETAIL_CONTEXT_CLOSE
from consistency.types import Alignment, AlignmentKind, Role, Severity, Side, StatedBy


@rule(
    "COV702",
    "detail-dropped",
    severity=Severity.NOTE,
    judges={
        AlignmentKind.FIGURE: StatedBy.SOURCES,
        AlignmentKind.NAME: StatedBy.SOURCES,
        AlignmentKind.SENTENCE: StatedBy.SOURCES,
        AlignmentKind.CLAUSE: StatedBy.SOURCES,
    },
    argues_from_silence=True,
    fires=(
        ("The council approved the new bridge for $40 million.", "The council approved the new bridge."),
        ("Rebels attacked the town of Orvale on Tuesday.", "Rebels attacked the town of Orvale."),
        (
            "The minister told the mill to close its two furnaces by spring or pay heavy fines.",
            "The minister ordered the mill to shut both its furnaces by spring.",
        ),
    ),
    silent=(
        ("The council approved the bridge for $40 million.", "The council approved the bridge for 40 million dollars."),
        ("Rebels attacked the town on Tuesday. The mayor resigned.", "The mayor resigned."),
    ),
)
def detail_dropped(alignment: Alignment) -> Iterator[Evidence]:
    """The draft reports what a source reports, without a figure, date, name or clause that the source has.

    ## Why it matters
    Nobody who reads the draft alone can see what is missing.

    ## When it stays silent
    In summaries, missing figures and names are notes; other omissions are not reported. Where the draft
    leaves out the whole passage, or rewords it so freely that the detail may be there in other words.
    """
    if alignment.kind is AlignmentKind.FIGURE:
        yield from _figure(alignment)
    elif alignment.kind is AlignmentKind.NAME:
        yield from _name(alignment)
    else:
        yield from _words(alignment)


def _figure(alignment: Alignment) -> Iterator[Evidence]:
    head, draft = lone(alignment), _anchored(alignment)
    severity = weight(head.claims[0]) if head else None
    if head and draft and severity:
        yield Evidence(
            places=places(draft, head),
            message=f"The draft leaves out {shown(head.claims[0])}",
            confidence=alignment.context_overlap,
            severity=severity
            if alignment.context_overlap >= DETAIL_CONTEXT_CLOSE and not alignment.context.is_summary
            else Severity.NOTE,
        )


def _name(alignment: Alignment) -> Iterator[Evidence]:
    named, draft = lone_name(alignment), _anchored(alignment)
    if not (named and named.phrase and named.mention and draft):
        return
    severity = name_dropped(alignment, named.mention)
    if severity:
        yield Evidence(
            places=places(draft, named),
            message=f"The draft leaves out {shown(named.phrase)}",
            confidence=alignment.context_overlap,
            severity=Severity.NOTE if alignment.context.is_summary else severity,
        )


def _words(alignment: Alignment) -> Iterator[Evidence]:
    stretch = dropped(alignment)
    phrase = stretch[1].phrase if not alignment.context.is_summary else None
    if phrase and (alignment.kind is AlignmentKind.CLAUSE or not is_claim(phrase)):
        yield Evidence(
            places=places(*stretch),
            message=f"The draft leaves out {shown(phrase)}",
            severity=Severity.WARNING if bears(alignment, phrase) and not alignment.context.excerpt else Severity.NOTE,
        )


def _anchored(alignment: Alignment) -> Side | None:
    """The draft's side, where it is known which of its words the detail should stand among."""
    return next((side for side in alignment.sides if side.role is Role.DRAFT and side.anchor), None)
