"""ENT302 role-swap."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.rules._support.messages import places
from consistency.rules._support.words import changed, message, single
from consistency.rules.base import Evidence, rule
from consistency.thresholds.verdicts import PRONOUN_CONTEXT
from consistency.types import Alignment, AlignmentKind, Phrase, Severity, StatedBy

#: Third persons that cannot stand for one and the same; "they" may stand for any of them.
PERSONS = {
    "he": "he", "him": "he", "his": "he", "himself": "he",
    "she": "she", "her": "she", "hers": "she", "herself": "she",
    "it": "it", "its": "it", "itself": "it",
}  # fmt: skip


@rule(
    "ENT302",
    "role-swap",
    severity=Severity.ERROR,
    judges={AlignmentKind.STATEMENT: StatedBy.BOTH, AlignmentKind.WORDING: StatedBy.BOTH},
    fires=(
        ("Norvia Mills sued Harlan Foods over the recipe.", "Harlan Foods sued Norvia Mills over the recipe."),
        (
            "Hungary cut its tariffs while it holds the chair of the council.",
            "Hungary cut its tariffs while he holds the chair of the council.",
        ),
    ),
    silent=(
        ("Norvia Mills met with Harlan Foods on Monday.", "Harlan Foods met with Norvia Mills on Monday."),
        ("Norvia Mills sued Harlan Foods.", "Harlan Foods was sued by Norvia Mills."),
    ),
)
def role_swap(alignment: Alignment) -> Iterator[Evidence]:
    """Who does something and whom it is done to differ, or a pronoun refers to someone else.

    ## Why it matters
    Both names are right, so nothing looks wrong, and the wrong party is blamed.

    ## When it stays silent
    Reciprocal verbs ("met with"), passives, pronouns for the same kind of person.
    """
    both = changed(alignment, PRONOUN_CONTEXT)
    if both and (alignment.kind is AlignmentKind.STATEMENT or _other_person(*both)):
        yield Evidence(places=places(*alignment.sides), message=message(alignment))


def _other_person(left: Phrase, right: Phrase) -> bool:
    one, two = single(left), single(right)
    if one is None or two is None or one.tag != two.tag:
        return False
    first, second = PERSONS.get(one.text.lower()), PERSONS.get(two.text.lower())
    return bool(first and second) and first != second
