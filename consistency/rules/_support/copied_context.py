"""A word in place of another one in a context that was copied: is it an opposite, another thing, another act?"""

from __future__ import annotations

from consistency.annotate.attached_figures import apart
from consistency.language.contrasts import ContrastSet, are_exclusive, contrast_set
from consistency.language.opposites import are_opposites
from consistency.language.word_relations import (
    CONVERSE_VERBS,
    LIGHT_VERBS,
    NOT_KNOWN_NEAR,
    differ_in_strength,
    is_general_word,
    relation,
)
from consistency.thresholds.verdicts import COPIED_WORD
from consistency.types import Alignment, Severity, Side, Word


def related(alignment: Alignment) -> bool:
    """Whether the two words are prepositions that are opposites: "inside" and "outside"."""
    left, right = _words(alignment)
    return (
        bool(left and right) and left[0].pos == right[0].pos == "ADP" and are_opposites(left[0].lemma, right[0].lemma)
    )


def flipped(alignment: Alignment) -> bool:
    """Whether one side alone has a negation there, or the two words are opposites."""
    left, right = _words(alignment)
    if not left or not right:
        return not excepting(alignment)
    pair = {left[0].lemma.lower(), right[0].lemma.lower()}
    if len(pair) < 2 or pair & (LIGHT_VERBS | CONVERSE_VERBS) or not are_opposites(*sorted(pair)):
        return False
    if _measured_apart(alignment):
        return False
    # Prices that rose 3 percent are an inflation that fell to 3 percent.
    return _reaching(alignment.sides[0]) is _reaching(alignment.sides[1])


def excepting(alignment: Alignment) -> bool:
    """Whether a sentence is about all but some, of whom the contrary is true: "all but five had not been told"."""
    told = (side.phrase.sentence.text for side in alignment.sides if side.phrase)
    contexts = (text for claim in alignment.claims for text in (claim.context.before, claim.context.after))
    return any("all but" in text.lower() for text in (*told, *contexts))


def _measured_apart(alignment: Alignment) -> bool:
    one, two = (side.phrase for side in alignment.sides[:2])
    return one is not None and two is not None and apart(one.words, one.first, two.words, two.first)


def _reaching(side: Side) -> bool:
    """Whether what follows is the level that was reached ("fell to 3 percent"), not the change ("fell 3 percent")."""
    phrase = side.phrase
    return phrase is not None and any(word.text == "to" for word in phrase.words[phrase.last : phrase.last + 2])


def replaced(alignment: Alignment, pos: str) -> bool:
    """Whether each side has one word of that part of speech, and the two are neither opposites nor synonyms."""
    if alignment.context_overlap < COPIED_WORD or flipped(alignment):
        return False
    left, right = _words(alignment)
    if len(left) != 1 or len(right) != 1 or not left[0].pos == right[0].pos == pos:
        return False
    one, two = left[0].lemma.lower(), right[0].lemma.lower()
    return (
        relation(one, two) in NOT_KNOWN_NEAR
        and not differ_in_strength(one, two)
        and not (is_general_word(one) and is_general_word(two))
    )


def another(alignment: Alignment, *sorts: ContrastSet) -> bool:
    """Whether the two words, of one of these contrast sets, cannot mean the same thing, such as "hip" and "arm"."""
    pair = _rivals(alignment)
    return pair is not None and pair[0].pos != "VERB" and contrast_set(*_lemmas(pair)) in sorts


def another_act(alignment: Alignment) -> bool:
    """Whether the two words are verbs that cannot mean the same act."""
    pair = _rivals(alignment)
    return pair is not None and pair[0].pos == "VERB"


def _rivals(alignment: Alignment) -> tuple[Word, Word] | None:
    """The two words, if they exclude each other."""
    left, right = _words(alignment)
    if len(left) != 1 or len(right) != 1:
        return None
    return (left[0], right[0]) if are_exclusive(*_lemmas((left[0], right[0]))) else None


def _lemmas(pair: tuple[Word, Word]) -> tuple[str, str]:
    return pair[0].lemma.lower(), pair[1].lemma.lower()


def weight(alignment: Alignment) -> Severity:
    """A warning against an article; an excerpt is often a translation or a rewrite, so only opposites count there."""
    left, right = _words(alignment)
    return (
        Severity.WARNING if not alignment.context.excerpt or (flipped(alignment) and left and right) else Severity.NOTE
    )


def _words(alignment: Alignment) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    left, right = (side.phrase.inner if side.phrase else () for side in alignment.sides[:2])
    return left, right
