"""MOD605 intensity-shift."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.language.word_relations import differ_in_strength, is_degree
from consistency.rules._support.messages import places
from consistency.rules._support.words import changed, message
from consistency.rules.base import Evidence, rule
from consistency.types import Alignment, AlignmentKind, Phrase, Severity, StatedBy


@rule(
    "MOD605",
    "intensity-shift",
    severity=Severity.NOTE,
    judges={AlignmentKind.WORDING: StatedBy.ANY},
    default=False,
    fires=(
        ("The mayor criticized the plan for the harbor.", "The mayor slammed the plan for the harbor."),
        ("Prices of bread rose slightly in May.", "Prices of bread rose sharply in May."),
        ("The minister was worried about the strike.", "The minister was very worried about the strike."),
    ),
    silent=(
        ("The mayor criticized the plan for the harbor.", "The mayor faulted the plan for the harbor."),
        ("Prices of bread rose sharply in May.", "Prices of bread rose steeply in May."),
    ),
)
def intensity_shift(alignment: Alignment) -> Iterator[Evidence]:
    """The same is expressed more strongly or more weakly: criticized, condemned, slammed.

    ## Why it matters
    Tone is a choice of the desk. This rule is off by default, for desks that want to see every change of tone:
    `--extend-select MOD605`.

    ## When it stays silent
    Words of equal strength, words that are not on a scale of the table, and sentences that are worded
    differently.
    """
    both = changed(alignment)
    if both and (_degree(*both) or _step(*both)):
        yield Evidence(places=places(*alignment.sides), message=message(alignment))


def _step(left: Phrase, right: Phrase) -> bool:
    one, two = _lemma(left), _lemma(right)
    return bool(one and two) and differ_in_strength(one, two)


def _degree(left: Phrase, right: Phrase) -> bool:
    """Whether one side has nothing but words of degree, and the other nothing."""
    alone = left.inner or right.inner
    return bool(left.inner) != bool(right.inner) and all(is_degree(word.text.lower()) for word in alone)


def _lemma(phrase: Phrase) -> str:
    return phrase.inner[0].lemma.lower() if len(phrase.inner) == 1 else ""
