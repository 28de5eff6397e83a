"""MOD601 modality-shift."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.language.certainty import Certainty, ModalStatus
from consistency.language.cues import labels, rest
from consistency.rules._support.messages import against, places
from consistency.rules._support.words import changed, differ, done, message, split
from consistency.rules.base import Evidence, rule
from consistency.types import Alignment, AlignmentKind, Phrase, Severity, StatedBy

#: "Could" is what may be as well as what one is able to do.
LOOSE = frozenset({Certainty.ABLE, Certainty.POSSIBLE})


@rule(
    "MOD601",
    "modality-shift",
    severity=Severity.WARNING,
    judges={AlignmentKind.WORDING: StatedBy.ANY, AlignmentKind.STATEMENT: StatedBy.BOTH},
    fires=(
        ("The union agreed to end the strike on Friday.", "The union ended the strike on Friday."),
        (
            "Ruritania agreed to guard its southern border with 5,000 soldiers of the Home Guard.",
            "In response, Ruritania sent 5,000 Home Guard soldiers to its southern border.",
        ),
        ("The dam may close for repairs next year.", "The dam will close for repairs next year."),
        ("The union is expected to end the strike on Friday.", "The union will end the strike on Friday."),
        (
            "The council closed the bridge so as not to provoke a quarrel with Norvia.",
            "The bridge was closed by the council, likely to avoid a quarrel with Norvia.",
        ),
        (
            "Ruritania seeks to extend its influence in the gulf.",
            "Ruritania continues to expand its influence in the gulf.",
        ),
    ),
    silent=(
        ("The company plans to open a second mill.", "The company intends to open a second mill."),
        ("The union agreed to end the strike.", "The union has agreed to end the strike."),
        ("The dam might close for repairs.", "The dam could close for repairs."),
    ),
)
def modality_shift(alignment: Alignment) -> Iterator[Evidence]:
    """What was planned, promised, expected or alleged in one article is certain or done in the other.

    ## Why it matters
    "Agreed to" is not "did" and "may" is not "will": readers assume it has already happened.

    ## When it stays silent
    Words of equal certainty ("plans to", "intends to"); "would" for "will" in reported speech; sentences
    that are worded differently.
    """
    both = changed(alignment) if alignment.kind is AlignmentKind.WORDING else None
    if both and _shifted(*both):
        yield Evidence(places=places(*alignment.sides), message=message(alignment))
    if alignment.kind is AlignmentKind.STATEMENT and differ(alignment, "modality"):
        yield Evidence(places=places(*alignment.sides), message=against(*split(alignment)), severity=_weight(alignment))


def _weight(alignment: Alignment) -> Severity:
    """A hedge comes and goes in a summary; against a source of a few sentences, so does all that is told otherwise."""
    hedged = any(claim.modality == ModalStatus.HEDGED for claim in alignment.claims)
    loose = alignment.context.excerpt and (hedged or alignment.context_overlap < 1.0)
    return Severity.NOTE if loose or (hedged and alignment.context.is_summary) else Severity.WARNING


def _shifted(left: Phrase, right: Phrase) -> bool:
    if rest(left.inner, "certainty") or rest(right.inner, "certainty"):
        return False
    one, two = labels(left.inner, "certainty"), labels(right.inner, "certainty")
    if one and two:
        return not one & two and one | two != LOOSE
    if (not one and not two) or one | two == {Certainty.ABLE}:
        return False
    return Certainty.ALLEGED in one | two or done(right if one else left)
