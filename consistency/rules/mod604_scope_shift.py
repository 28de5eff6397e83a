"""MOD604 scope-shift."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.language.cues import labels, rest
from consistency.rules._support.messages import places
from consistency.rules._support.words import around, changed, message
from consistency.rules.base import Evidence, rule
from consistency.thresholds.verdicts import PLACE_WORDS
from consistency.types import Alignment, AlignmentKind, Phrase, Severity, StatedBy

#: Classes that differ by taste more than by fact.
NEAR = frozenset({"most", "special"})


@rule(
    "MOD604",
    "scope-shift",
    severity=Severity.WARNING,
    judges={AlignmentKind.WORDING: StatedBy.ANY},
    fires=(
        ("Most of the mills along the river closed.", "All of the mills along the river closed."),
        ("The firm sells mainly to hospitals.", "The firm sells exclusively to hospitals."),
        ("Farmers in the region protested on Monday.", "Farmers across the country protested on Monday."),
    ),
    silent=(
        ("The firm sells mainly to hospitals.", "The firm sells mostly to hospitals."),
        ("All the mills along the river closed.", "All of the mills along the river closed."),
    ),
)
def scope_shift(alignment: Alignment) -> Iterator[Evidence]:
    """The same statement covers more or less: all for some, worldwide for in the region.

    ## Why it matters
    One word turns a result about some into a result about all.

    ## When it stays silent
    Words of equal scope ("mainly", "mostly"); a figure in place of the word, which other rules
    judge; sentences that are worded differently.
    """
    both = changed(alignment)
    shift = both and (_reach(*both) or _region(*both))
    if shift:
        yield Evidence(places=places(*alignment.sides), message=message(alignment), severity=shift)


def _reach(left: Phrase, right: Phrase) -> Severity | None:
    if rest(left.inner, "reach") or rest(right.inner, "reach"):
        return None
    one, two = labels(left.inner, "reach"), labels(right.inner, "reach")
    if one & two or not one | two:
        return None
    if one and two:
        return Severity.NOTE if one | two == NEAR else Severity.WARNING
    figure = any(word.pos == "NUM" for phrase in (left, right) for word in around(phrase, 0, 2))
    return Severity.WARNING if one | two == {"only"} and not figure else Severity.NOTE


def _region(left: Phrase, right: Phrase) -> Severity | None:
    if not left.inner or not right.inner:
        return None
    one, two = (labels(around(phrase, PLACE_WORDS, 0), "region") for phrase in (left, right))
    if not one or not two or one & two:
        return None
    return None if _beyond(left) and _beyond(right) else Severity.WARNING


def _beyond(phrase: Phrase) -> bool:
    """Whether the words say more than a region, such as "the region" in "in the region"."""
    inner = {word.lemma.lower() for word in phrase.inner}
    return bool(inner & set(rest(around(phrase, PLACE_WORDS, 0), "region")) & set(rest(phrase.inner, "region")))
