"""Questions about one word that stands for another where the rest of the sentence was copied."""

from __future__ import annotations

from difflib import SequenceMatcher

from consistency.language.contrasts import are_exclusive
from consistency.language.cues import labels
from consistency.language.general_words import is_general_word
from consistency.language.intensity import stronger
from consistency.language.lexicon import LexicalRelation, lexical_relation
from consistency.language.opposites import are_opposites, prefixed
from consistency.language.resources import table
from consistency.rules._support.copied_context import LIGHT
from consistency.rules._support.words import changed
from consistency.types import CONTENT, Alignment, AlignmentKind, Phrase, Severity, Word

#: From the first share of the words around on, a sentence was copied; from the second, all of it.
COPIED, WHOLLY = 0.9, 0.97

#: Words that the dictionary sees no kinship between are other words where their likeness in context is less than
#: UNLIKE, and may be one from LIKE on. Measured on 46 sentences with one word exchanged for a synonym or another word,
#: where below UNLIKE lay 36 other words and no synonym, and on close retellings of our own, which have no word there.
UNLIKE, LIKE = 0.45, 0.75

#: From this share of equal letters on, one spelling may be a slip for the other; words that begin with so many equal
#: letters may be forms of one word ("care", "carefully").
SPELLED, BEGIN = 0.75, 4

_APART = (LexicalRelation.FAR, LexicalRelation.SIBLING)
_PARTS = ("NOUN", "VERB", "ADJ", "ADV")


def reworded(alignment: Alignment, *parts: str) -> Severity | None:
    """How bad it is that a copied sentence has another word, of one of those parts of speech; None if it is not."""
    both = changed(alignment, COPIED) if alignment.kind is AlignmentKind.WORDING and not alignment.excerpt else None
    if both is None:
        return None
    one, two = map(_lone, both)
    if not one or not two or one.pos not in parts or two.pos not in _PARTS:
        return None
    if _with_its_noun(one, *both) or not _apart(one, two):
        return None
    alike = alignment.similarity or 0.0
    if alike < UNLIKE:
        return Severity.WARNING
    return Severity.NOTE if alike < LIKE and alignment.context_overlap >= WHOLLY else None


def _grades(word: Word) -> bool:
    """Whether a word tells how real what follows is, which other rules judge: "seeks to", "continues to"."""
    aspect = table("language", "stance")["aspect"]["verbs"]
    return bool(labels((word,), "certainty")) or word.lemma.lower() in aspect


def _with_its_noun(word: Word, left: Phrase, right: Phrase) -> bool:
    """Whether a word belongs to a noun that was exchanged too, which is told for both."""
    noun = left.words[word.head]
    return word.dep in ("compound", "amod") and noun.lemma not in {other.lemma for other in right.words}


def _apart(left: Word, right: Word) -> bool:
    """Whether two words are other words, and no other question is asked of them."""
    one, two = left.lemma.lower(), right.lemma.lower()
    if _grades(left) or _grades(right):
        return False
    if {one, two} & LIGHT or is_general_word(one) or is_general_word(two):
        return False
    if are_opposites(one, two) or stronger(one, two) or are_exclusive(one, two) or prefixed(one, two):
        return False
    if one[:BEGIN] == two[:BEGIN]:
        return False
    return lexical_relation(one, two) in _APART and SequenceMatcher(None, one, two, autojunk=False).ratio() < SPELLED


def _lone(phrase: Phrase) -> Word | None:
    """The only word of a phrase that says something by itself, if what stands beside it only ties it to the rest."""
    says = [word for word in phrase.inner if word.pos in CONTENT]
    rest = [word for word in phrase.inner if word.pos not in CONTENT]
    return says[0] if len(says) == 1 and all(word.pos in ("ADP", "PART", "DET") for word in rest) else None
