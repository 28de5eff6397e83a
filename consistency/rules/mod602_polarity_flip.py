"""MOD602 polarity-flip."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consistency.annotate.attached_figures import apart
from consistency.claims.agreement import agrees
from consistency.language.cues import labels, negations, rest
from consistency.language.opposites import are_opposites
from consistency.language.word_relations import LIGHT_VERBS
from consistency.rules._support.copied_context import excepting, flipped, related, weight
from consistency.rules._support.figures import opposed as opposed_sides
from consistency.rules._support.messages import against, contrast, places, shown
from consistency.rules._support.words import changed, differ, message, single, split
from consistency.rules.base import Evidence, rule
from consistency.types import Alignment, AlignmentKind, Claim, Phrase, Severity, Side, StatedBy


@rule(
    "MOD602",
    "polarity-flip",
    severity=Severity.ERROR,
    judges={
        AlignmentKind.WORDING: StatedBy.ANY,
        AlignmentKind.STATEMENT: StatedBy.BOTH,
        AlignmentKind.FRAME: StatedBy.ANY,
        AlignmentKind.FIGURE: StatedBy.BOTH,
    },
    fires=(
        ("The ferry company will not renew its contract.", "The ferry company will renew its contract."),
        ("The mayor refused to rule out a new tax on hotels.", "The mayor ruled out a new tax on hotels."),
        ("The price of salt rose sharply in the spring.", "The price of salt fell sharply in the spring."),
        ("The council has approved the harbour plan.", "The council has not approved the harbour plan."),
        ("Harlan Foods shares gained 4.8 percent in early trading.", "Early on, shares of Harlan Foods fell 4.8%."),
    ),
    silent=(
        ("Shares of Harlan Foods rose 4.8 percent.", "Harlan Foods shares gained 4.8%."),
        ("The mayor did not rule out a new tax.", "The mayor refused to rule out a new tax."),
        ("The ferry company will not renew its contract.", "The ferry company won't renew its contract."),
        ("The bridge is closed to trucks and not to cars.", "The bridge is closed to trucks, and not to cars."),
    ),
)
def polarity_flip(alignment: Alignment) -> Iterator[Evidence]:
    """What one article affirms, the other denies.

    ## Why it matters
    A lost or added "not" turns the news into its opposite, and no spelling checker sees it.

    ## When it stays silent
    Two negations that cancel out ("refused to rule out", "did not rule out"); sentences that are worded
    differently, where a negation may be hidden in any word. An opposite or a negation in a phrase that was
    copied into a sentence worded otherwise is a warning.
    """
    if alignment.kind is AlignmentKind.FIGURE:
        for head, others, of in opposed_sides(alignment, _turned):
            yield Evidence(places=places(head, *others), message=_ways(head, others, of))
    if alignment.kind is AlignmentKind.STATEMENT and differ(alignment, "polarity") and not excepting(alignment):
        yield Evidence(places=places(*alignment.sides), message=against(*split(alignment)))
    if alignment.kind is AlignmentKind.FRAME and flipped(alignment) and not related(alignment):
        yield Evidence(places=places(*alignment.sides), message=message(alignment), severity=weight(alignment))
    both = changed(alignment) if alignment.kind is AlignmentKind.WORDING else None
    if both and ((_negated(*both) and not excepting(alignment)) or _opposed(*both)):
        yield Evidence(places=places(*alignment.sides), message=message(alignment))


def _turned(left: Claim, right: Claim) -> bool:
    """Whether one figure tells of a rise and the same one of a fall."""
    one, two = left.quantity, right.quantity
    if not (one and two and one.change and two.change and agrees(left, right)):
        return False
    return one.change is not two.change and one.full_unit == two.full_unit


def _ways(head: Side, others: Sequence[Side], of: int) -> str:
    """'Draft: down "4.8%". Source: up "4.8 percent"'."""
    ways = (f"{claim.quantity.change} {shown(claim)}" for side in others for claim in side.claims if claim.quantity)
    mine = head.claims[0].quantity
    way = mine.change if mine else ""
    return contrast(head, f"{way} {shown(head.claims[0])}", others, ways, of)


def _negated(left: Phrase, right: Phrase) -> bool:
    """Whether only negations were put in or taken out, and nothing else in the sentences makes up for it."""
    if rest(left.inner, "negation", "certainty") or rest(right.inner, "negation", "certainty"):
        return False
    odd = (negations(left.inner) - negations(right.inner)) % 2
    return (
        bool(odd) and (_governs(left) or _governs(right)) and bool((negations(left.words) - negations(right.words)) % 2)
    )


def _governs(phrase: Phrase) -> bool:
    """Whether the words negate what follows: "not", or an act such as "refused to" before a verb."""
    ahead = phrase.words[phrase.last : phrase.last + 1]
    verb = bool(ahead) and ahead[0].pos in ("VERB", "AUX")
    return bool(phrase.inner) and ("words" in labels(phrase.inner, "negation") or verb)


def _opposed(left: Phrase, right: Phrase) -> bool:
    one, two = single(left), single(right)
    if one is None or two is None or one.pos != two.pos or not are_opposites(one.lemma.lower(), two.lemma.lower()):
        return False
    if {one.lemma.lower(), two.lemma.lower()} <= LIGHT_VERBS or apart(left.words, left.first, right.words, right.first):
        return False
    around = [negations(phrase.words) - negations(phrase.inner) for phrase in (left, right)]
    return (around[0] - around[1]) % 2 == 0
