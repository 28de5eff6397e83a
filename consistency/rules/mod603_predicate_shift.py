"""MOD603 predicate-shift."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.language.contrasts import ContrastSet
from consistency.language.opposites import are_opposites, prefixed
from consistency.language.word_relations import LIGHT_VERBS, SAME_DESPITE_PREFIX, UNRELATED, relation
from consistency.rules._support.copied_context import another, another_act, related, replaced, weight
from consistency.rules._support.messages import places
from consistency.rules._support.substitutions import reworded
from consistency.rules._support.words import changed, message
from consistency.rules.base import Evidence, rule
from consistency.thresholds.verdicts import UNRELATED_VERB_CONTEXT, UNRELATED_VERB_COSINE
from consistency.types import Alignment, AlignmentKind, Phrase, Severity, StatedBy, Word


@rule(
    "MOD603",
    "predicate-shift",
    severity=Severity.WARNING,
    judges={AlignmentKind.WORDING: StatedBy.BOTH, AlignmentKind.FRAME: StatedBy.BOTH},
    fires=(
        ("The minister wants to end the fishing treaty.", "The minister wants to up-end the fishing treaty."),
        ("The court will read the letters of the widow.", "The court will burn the letters of the widow."),
    ),
    silent=(
        ("The firm bought a mill in Arden.", "The firm purchased a mill in Arden."),
        ("The mayor began the debate on Monday.", "The mayor started the debate on Monday."),
    ),
)
def predicate_shift(alignment: Alignment) -> Iterator[Evidence]:
    """The verb means something else although everything around it is the same.

    ## Why it matters
    "End" and "up-end" are three letters apart and describe different acts.

    ## When it stays silent
    Synonyms, broader and narrower verbs, and sentences that are worded differently. A verb that is
    merely unrelated in the dictionary is a note: it may still mean the same here.
    """
    severity = _in_copied_context(alignment) if alignment.kind is AlignmentKind.FRAME else _in_wording(alignment)
    if severity:
        yield Evidence(places=places(*alignment.sides), message=message(alignment), severity=severity)


def _in_copied_context(alignment: Alignment) -> Severity | None:
    """How bad it is that a word in a copied context is another quality, act or direction; None if it is not."""
    quality = replaced(alignment, "ADJ") and not another(alignment, *ContrastSet)
    return weight(alignment) if quality or another_act(alignment) or related(alignment) else None


def _in_wording(alignment: Alignment) -> Severity | None:
    """How bad it is that a sentence has another word where the rest is the same; None if it is not."""
    both = changed(alignment)
    return reworded(alignment, "VERB", "ADJ", "ADV") or (_shift(alignment, *both) if both else None)


def _shift(alignment: Alignment, left: Phrase, right: Phrase) -> Severity | None:
    one, two = _word(left.inner), _word(right.inner)
    if not one or not two:
        return None
    if prefixed(one, two) and relation(one, two) not in SAME_DESPITE_PREFIX:
        return Severity.WARNING
    verbs = left.inner[-1].pos == right.inner[-1].pos == "VERB"
    apart = (alignment.similarity or 0.0) < UNRELATED_VERB_COSINE
    alone = apart and alignment.context_overlap >= UNRELATED_VERB_CONTEXT
    return Severity.NOTE if verbs and alone and _unrelated(one, two) else None


def _word(words: tuple[Word, ...]) -> str | None:
    """The lemma of the only word; hyphens tie several words to one."""
    if len(words) > 1:
        return "".join(word.text for word in words).lower() if any(word.text == "-" for word in words) else None
    return words[0].lemma.lower() if words else None


def _unrelated(one: str, two: str) -> bool:
    """Whether two verbs mean different things; light ones ("put on the line") mean nothing by themselves."""
    if LIGHT_VERBS & {one, two} or are_opposites(one, two):
        return False
    return relation(one, two) in UNRELATED
