"""A stretch of words that one side has alone: a whole claim, or a detail of one?"""

from __future__ import annotations

from consistency.language.cues import labels
from consistency.thresholds.verdicts import CLAIM_WORDS
from consistency.types import CONTENT, Alignment, AlignmentKind, Phrase, Role, Side

#: What an alignment of words that only one side has is about.
STRETCHES = frozenset({AlignmentKind.SENTENCE, AlignmentKind.CLAUSE})


def added(alignment: Alignment) -> Side | None:
    """The draft's side, where it alone has the stretch."""
    head = alignment.sides[0]
    if alignment.kind not in STRETCHES or head.role is not Role.DRAFT or head.phrase is None:
        return None
    return None if any(side.phrase for side in alignment.sides[1:]) else head


def dropped(alignment: Alignment) -> tuple[Side, ...] | None:
    """The silent draft and the sources that have the stretch."""
    head, *rest = alignment.sides
    if alignment.kind not in STRETCHES or head.role is not Role.DRAFT or head.phrase:
        return None
    told = tuple(side for side in rest if side.phrase)
    return (head, *told) if told else None


def bears(alignment: Alignment, phrase: Phrase) -> bool:
    """Whether a clause is a condition, a threat or a consequence, in a sentence that is told otherwise.

    What is done "so that" something else may be done is a purpose, and an editor cuts it.
    """
    purpose = [word.lemma.lower() for word in phrase.inner[:2]] == ["so", "that"] and any(
        word.tag == "MD" for word in phrase.inner
    )
    return alignment.kind is AlignmentKind.CLAUSE and not purpose and bool(labels(phrase.inner[:1], "bearing"))


def substance(phrase: Phrase) -> int:
    """How many words of a phrase say something."""
    return sum(word.pos in CONTENT for word in phrase.inner)


def is_claim(phrase: Phrase) -> bool:
    """Whether the phrase states something by itself: it has a verb and enough else."""
    return any(word.pos == "VERB" for word in phrase.inner) and substance(phrase) >= CLAIM_WORDS
