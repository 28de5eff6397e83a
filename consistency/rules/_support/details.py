"""Details that one side alone has, or states more exactly: is one missing, and how much does it matter?"""

from __future__ import annotations

from consistency.claims.kinds import spec_of
from consistency.language.cues import labels
from consistency.thresholds.verdicts import (
    CLAIM_WORDS,
    DETAIL_CONTEXT,
    DETAIL_CONTEXT_CLOSE,
    PERSON_CONTEXT,
    VAGUE_CONTEXT,
    VAGUE_SCORE,
)
from consistency.types import (
    CONTENT,
    ONE_STORY,
    Alignment,
    AlignmentKind,
    Claim,
    EntityType,
    Grain,
    Mention,
    Phrase,
    Role,
    Severity,
    Side,
)

#: Words that put facts in order: they accompany a date as often as they replace it.
_ORDER = frozenset({"later", "earlier", "previously", "before", "afterwards", "then"})


def lone(alignment: Alignment) -> Side | None:
    """The only side that makes the claim, if another side has the passage around it too."""
    head, *rest = alignment.sides
    if any(side.claims for side in rest) or not any(side.anchor for side in rest):
        return None
    return head if alignment.context_overlap >= DETAIL_CONTEXT and alignment.same_event >= ONE_STORY else None


def invented(alignment: Alignment) -> Side | None:
    """The draft's side, where nothing in whole articles about the same event could mean its figure or date."""
    head = alignment.sides[0]
    story = alignment.same_event >= ONE_STORY and not alignment.context.excerpt
    return head if head.role is Role.DRAFT and alignment.unsupported and story else None


def lone_name(alignment: Alignment) -> Side | None:
    """The only side that gives a name, where the articles report the same event."""
    named = [side for side in alignment.sides if side.mention]
    if len(named) != 1 or alignment.same_event < ONE_STORY:
        return None
    return named[0]


def name_added(alignment: Alignment, mention: Mention) -> Severity:
    """Where a whole article lacks the name it was invented; what people are called elsewhere, a writer may know."""
    return Severity.NOTE if alignment.context.excerpt or mention.type is EntityType.GROUP else Severity.WARNING


def name_dropped(alignment: Alignment, mention: Mention) -> Severity | None:
    """A named person that went missing is worth a look where all else was kept; a place or body only a note."""
    if alignment.context_overlap < DETAIL_CONTEXT_CLOSE:
        return None
    person = mention.type is EntityType.PERSON and len(mention.name) > 1
    closely = alignment.context_overlap >= PERSON_CONTEXT and not alignment.context.excerpt
    return Severity.WARNING if person and closely else Severity.NOTE


def added_weight(claim: Claim, unsupported: bool, excerpt: bool) -> Severity | None:
    """How much it matters that a draft adds a claim; None if it does not. ``excerpt``: the sources are an excerpt."""
    severity = weight(claim)
    return severity and spec_of(claim).added_weight(claim, severity, unsupported, excerpt)


def weight(claim: Claim) -> Severity | None:
    """How much it matters that one side alone makes a claim; None if it does not."""
    return spec_of(claim).weight(claim)


def loss(exact: Claim, vague: Claim, alignment: Alignment) -> Severity:
    """How much the reader loses: a date or figure for a vague word is a warning, a coarser date a note."""
    apart = alignment.context_overlap < VAGUE_CONTEXT and alignment.score < VAGUE_SCORE
    if vague.moment and (apart or vague.text.lower() in _ORDER):
        return Severity.NOTE
    if exact.moment and vague.moment and (vague.moment.grain is not Grain.VAGUE or exact.moment.grain is Grain.EVENT):
        return Severity.NOTE
    return Severity.WARNING


def dropped(alignment: Alignment) -> tuple[Side, ...]:
    """The silent draft and the sources that have the words."""
    head, *rest = alignment.sides
    return (head, *(side for side in rest if side.phrase))


def bears(alignment: Alignment, phrase: Phrase) -> bool:
    """Whether a clause is a condition, a threat or a consequence, in a sentence that is worded differently.

    What is done "so that" something else may be done is a purpose, and an editor cuts it.
    """
    purpose = [word.lemma.lower() for word in phrase.inner[:2]] == ["so", "that"] and any(
        word.tag == "MD" for word in phrase.inner
    )
    return alignment.kind is AlignmentKind.CLAUSE and not purpose and bool(labels(phrase.inner[:1], "bearing"))


def substance(phrase: Phrase) -> int:
    """How many content words a phrase has."""
    return sum(word.pos in CONTENT for word in phrase.inner)


def is_claim(phrase: Phrase) -> bool:
    """Whether the phrase states something by itself: it has a verb and enough else."""
    return any(word.pos == "VERB" for word in phrase.inner) and substance(phrase) >= CLAIM_WORDS
