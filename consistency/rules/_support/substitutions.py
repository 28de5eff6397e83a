"""One word in place of another one in a sentence that was otherwise copied: does the meaning change?"""

from __future__ import annotations

from difflib import SequenceMatcher

from consistency.language.cues import labels
from consistency.language.resources import table
from consistency.language.word_relations import LIGHT_VERBS, UNRELATED, incompatible, is_general_word, relation
from consistency.rules._support.words import changed
from consistency.thresholds.verdicts import (
    REWORDED_ALIKE,
    REWORDED_CONTEXT,
    REWORDED_CONTEXT_FULL,
    REWORDED_UNLIKE,
    SPELLING_PREFIX,
    SPELLING_RATIO,
)
from consistency.types import CONTENT, Alignment, Phrase, Severity, Word

_PARTS = ("NOUN", "VERB", "ADJ", "ADV")


def reworded(alignment: Alignment, *parts: str) -> Severity | None:
    """How bad it is that a copied sentence has another word, of one of those parts of speech; None if it is not."""
    if alignment.context.excerpt:
        return None
    both = changed(alignment, REWORDED_CONTEXT)
    if both is None:
        return None
    one, two = map(_lone, both)
    if not one or not two or one.pos not in parts or two.pos not in _PARTS:
        return None
    if _with_its_noun(one, *both) or not _apart(one, two):
        return None
    alike = alignment.similarity or 0.0
    if alike < REWORDED_UNLIKE:
        return Severity.WARNING
    return Severity.NOTE if alike < REWORDED_ALIKE and alignment.context_overlap >= REWORDED_CONTEXT_FULL else None


def _grades(word: Word) -> bool:
    """Whether a word expresses how real or certain what follows is, which other rules judge: "seeks to"."""
    aspect = table("language", "stance")["aspect"]["verbs"]
    return bool(labels((word,), "certainty")) or word.lemma.lower() in aspect


def _with_its_noun(word: Word, left: Phrase, right: Phrase) -> bool:
    """Whether a word modifies a noun that was replaced too: the noun is reported, for both."""
    noun = left.words[word.head]
    return word.dep in ("compound", "amod") and noun.lemma not in {other.lemma for other in right.words}


def _apart(left: Word, right: Word) -> bool:
    """Whether two words are other words, and no other question is asked of them."""
    one, two = left.lemma.lower(), right.lemma.lower()
    if _grades(left) or _grades(right):
        return False
    if {one, two} & LIGHT_VERBS or is_general_word(one) or is_general_word(two):
        return False
    if incompatible(one, two) or one[:SPELLING_PREFIX] == two[:SPELLING_PREFIX]:
        return False
    equal = SequenceMatcher(None, one, two, autojunk=False)
    return relation(one, two) in UNRELATED and equal.ratio() < SPELLING_RATIO


def _lone(phrase: Phrase) -> Word | None:
    """The only content word of a phrase, if the other words only connect it to the rest of the sentence."""
    content = [word for word in phrase.inner if word.pos in CONTENT]
    rest = [word for word in phrase.inner if word.pos not in CONTENT]
    return content[0] if len(content) == 1 and all(word.pos in ("ADP", "PART", "DET") for word in rest) else None
