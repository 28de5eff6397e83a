"""ENT301 entity-swap."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.language.contrasts import ContrastSet
from consistency.names.compare import same_name, sound
from consistency.rules._support.copied_context import another, replaced, weight
from consistency.rules._support.messages import contrast, places, shown
from consistency.rules._support.substitutions import reworded
from consistency.rules._support.words import message
from consistency.rules.base import Evidence, rule
from consistency.thresholds.verdicts import COPIED_NAME_CONTEXT
from consistency.types import Alignment, AlignmentKind, Severity, StatedBy


@rule(
    "ENT301",
    "entity-swap",
    severity=Severity.ERROR,
    judges={
        AlignmentKind.NAME: StatedBy.BOTH,
        AlignmentKind.FRAME: StatedBy.BOTH,
        AlignmentKind.WORDING: StatedBy.BOTH,
    },
    fires=(
        ("Brenna Holt opened the new harbor bridge on Monday.", "Tomas Keller opened the new harbor bridge on Monday."),
        ("Farmers in Norway sold 40 tons of barley.", "Farmers in Portugal sold 40 tons of barley."),
        ("Mayor Brenna Holbrook opened the harbor.", "Mayor Brenna Holbrock opened the harbor."),
        ("The Danish navy found the ship near the reef.", "The Peruvian navy found the ship near the reef."),
    ),
    silent=(
        ("Chinese officials met the mayor of Orvale.", "China's officials met the mayor of Orvale."),
        ("Brenna Holt opened the new harbor bridge.", "Mayor Holt opened the new harbor bridge."),
        ("The World Health Organization praised the clinic.", "The WHO praised the clinic."),
    ),
)
def entity_swap(alignment: Alignment) -> Iterator[Evidence]:
    """The draft names a different person, organisation or place from the one the source names.

    ## Why it matters
    The sentence reads as well as before, and the wrong one is praised, blamed or counted.

    ## When it stays silent
    Forms of one name: surname, initials, adjective of a country, capital for its government; and
    wherever two names may mean the same.
    """
    if alignment.kind is AlignmentKind.FRAME:
        measure = another(alignment, ContrastSet.TIME, ContrastSet.UNIT)
        if not measure and (replaced(alignment, "NOUN") or another(alignment, ContrastSet.THING, ContrastSet.PEOPLE)):
            yield Evidence(places=places(*alignment.sides), message=message(alignment), severity=weight(alignment))
        return
    if alignment.kind is AlignmentKind.WORDING:
        if severity := reworded(alignment, "NOUN"):
            yield Evidence(places=places(*alignment.sides), message=message(alignment), severity=severity)
        return
    head, *rest = alignment.sides
    others = [side for side in rest if side.phrase]
    named = [shown(side.phrase) for side in others if side.phrase]
    if head.phrase and others[0].phrase:
        yield Evidence(
            places=places(head, *others),
            message=contrast(head, shown(head.phrase), others, named),
            severity=_weight(head.phrase.text, others[0].phrase.text, alignment.context_overlap),
        )


def _weight(left: str, right: str, cover: float) -> Severity:
    """Other names are an error; names that share words or are spelled alike may be one."""
    if same_name(left, right) is False:
        return Severity.ERROR
    return Severity.NOTE if cover < COPIED_NAME_CONTEXT and _sounds(left) == _sounds(right) else Severity.WARNING


def _sounds(name: str) -> list[str]:
    return [sound(word) for word in name.split()][-1:]
