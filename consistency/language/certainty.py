"""How certain a statement is: two scales that answer different questions, and polarity.

``Certainty`` grades an event by the words with its verb: how sure is it that it happens or happened? "Will" is CERTAIN,
"is expected to" LIKELY. It compares sentences word by word, so it needs fine grades; FactBank (Saurí and Pustejovsky,
2009) has the same. ``ModalStatus`` classifies a claim by the act of speech or will that its clause reports: was it
agreed, offered, threatened, denied? "Will" and "is expected to" are both PREDICTED, "agreed to" and "pledged to" are
two acts, though both COMMITTED. It is part of the output for each claim. Neither can be computed from the other.
"""

from __future__ import annotations

from enum import StrEnum


class Certainty(StrEnum):
    """How sure it is that something happens; the labels of the cues in ``stance.toml``, with DONE and OPEN for none."""

    DONE = "done"
    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"
    ABLE = "able"
    NEEDED = "needed"
    COMMITTED = "committed"
    INTENDED = "intended"
    ALLEGED = "alleged"
    OPEN = "open"


#: The grades that weaken a statement without reporting a promise or an intention.
HEDGING = frozenset({Certainty.LIKELY, Certainty.POSSIBLE, Certainty.ABLE, Certainty.ALLEGED})


class ModalStatus(StrEnum):
    """What the clause of a claim reports it as; the labels of the cues in ``modality.toml``, ASSERTED without a cue."""

    ASSERTED = "asserted"
    AGREED = "agreed"
    PLEDGED = "pledged"
    OFFERED = "offered"
    THREATENED = "threatened"
    PLANNED = "planned"
    WANTED = "wanted"
    REFUSED = "refused"
    DENIED = "denied"
    ALLEGED = "alleged"
    PREDICTED = "predicted"
    HEDGED = "hedged"
    REQUIRED = "required"
    CONDITIONAL = "conditional"


class Polarity(StrEnum):
    """Whether a claim is affirmed or negated; two negations affirm."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"

    @classmethod
    def after(cls, negations: int) -> Polarity:
        """The polarity after a number of negations."""
        return cls.NEGATED if negations % 2 else cls.AFFIRMED
