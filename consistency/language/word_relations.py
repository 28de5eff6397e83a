"""How two words are related in meaning, and why one cannot replace the other.

``relation`` is what WordNet knows of two words; the levels below group its answers by the question that a comparison
asks. ``incompatible`` adds what the word tables of this package know: opposites, contrast sets, prefixes, scales.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from consistency.language.contrasts import are_exclusive
from consistency.language.lexicon import antonymous, derived, hypernyms, synsets
from consistency.language.opposites import are_opposites, prefixed
from consistency.language.resources import rows


class LexicalRelation(StrEnum):
    """What one word is to another in WordNet, nearest first; HYPERNYM in either direction."""

    SAME = "same"
    SYNONYM = "synonym"
    DERIVED = "derived"
    ANTONYM = "antonym"
    HYPERNYM = "hypernym"
    CO_HYPONYM = "co-hyponym"
    FAR = "far"
    UNKNOWN = "unknown"


#: Levels of nearness. A word can be replaced by these without any other change of the sentence.
INTERCHANGEABLE = frozenset({LexicalRelation.SAME, LexicalRelation.SYNONYM})

#: These express the same meaning, perhaps as another part of speech: "invest", "investment".
EQUIVALENT = INTERCHANGEABLE | {LexicalRelation.DERIVED}

#: Both can be true of the same thing, as one word may be broader than the other: "send", "dispatch".
COMPATIBLE = EQUIVALENT | {LexicalRelation.HYPERNYM}

#: The same for two different lemmas, where equal words were already counted by their stems.
REWORDING = COMPATIBLE - {LexicalRelation.SAME}

#: What shows that a prefix did not change the meaning. Derivation shows nothing, as the prefix derives the word.
SAME_DESPITE_PREFIX = REWORDING - {LexicalRelation.DERIVED}

#: The dictionary has both words and nothing but perhaps a common hypernym links them.
UNRELATED = frozenset({LexicalRelation.FAR, LexicalRelation.CO_HYPONYM})

#: Not known to be near: for copied contexts, where even a word that the dictionary lacks is a replacement.
NOT_KNOWN_NEAR = UNRELATED | {LexicalRelation.UNKNOWN}

#: The two words name different things: for nouns, where antonyms differ as much as unrelated words.
DIFFERENT = UNRELATED | {LexicalRelation.ANTONYM}


class Reason(StrEnum):
    """Why one word cannot replace another, the strongest reason first."""

    OPPOSITE = "opposite"
    EXCLUSIVE = "exclusive"
    PREFIX = "prefix"
    STRENGTH = "strength"


#: Two words cannot both be true of the same thing. A prefix or another strength is no such contradiction.
CONTRADICTORY = frozenset({Reason.OPPOSITE, Reason.EXCLUSIVE})

#: Verbs that mean little without what follows them.
LIGHT_VERBS = frozenset(
    {"be", "bring", "come", "do", "get", "give", "go", "have", "hold", "keep", "make", "put", "set", "take"}
)

#: Verbs that describe the same event from either participant's point of view: they lost to us, we won against them.
CONVERSE_VERBS = frozenset(
    {"beat", "borrow", "buy", "defeat", "lead", "lend", "lose", "purchase", "receive", "sell", "trail", "win"}
)

#: The first scales are of adverbs of degree, which may come or go.
DEGREE_SCALES = 2


@lru_cache(maxsize=20_000)
def relation(one: str, two: str) -> LexicalRelation:
    """WordNet's relation between two lower-case lemmas; UNKNOWN if it lacks either.

    Antonyms come before hypernyms and co-hyponyms: "rise" and "fall" are both a kind of change.
    """
    if one == two:
        return LexicalRelation.SAME
    first, second = synsets(one), synsets(two)
    if not first or not second:
        return LexicalRelation.UNKNOWN
    if antonymous(one, two):
        return LexicalRelation.ANTONYM
    if first & second:
        return LexicalRelation.SYNONYM
    return LexicalRelation.DERIVED if derived(one, two) else _by_hypernyms(first, second)


def _by_hypernyms(first: frozenset[int], second: frozenset[int]) -> LexicalRelation:
    above_first, above_second = hypernyms(first), hypernyms(second)
    if above_first & second or above_second & first:
        return LexicalRelation.HYPERNYM
    return LexicalRelation.CO_HYPONYM if above_first & above_second else LexicalRelation.FAR


def incompatible(one: str, two: str) -> Reason | None:
    """The strongest reason why one lower-case lemma cannot replace another; None if no table has one."""
    if are_opposites(one, two):
        return Reason.OPPOSITE
    if are_exclusive(one, two):
        return Reason.EXCLUSIVE
    if prefixed(one, two):
        return Reason.PREFIX
    return Reason.STRENGTH if differ_in_strength(one, two) else None


def differ_in_strength(one: str, two: str) -> bool:
    """Whether two lower-case lemmas are at different steps of a scale: "criticize", "condemn", "slam"."""
    return any(one in scale and two in scale and scale[one] != scale[two] for scale in _scales())


def is_degree(word: str) -> bool:
    """Whether a lower-case word is an adverb of degree: "slightly", "very", "sharply"."""
    return any(word in scale for scale in _scales()[:DEGREE_SCALES])


def is_general_word(lemma: str) -> bool:
    """Whether a lower-case lemma can refer to anything already mentioned: "spot", "home", "people"."""
    return lemma in _general_words()


@lru_cache(maxsize=1)
def _scales() -> tuple[dict[str, int], ...]:
    """The steps of the words of each scale, 0 for the weakest."""
    return tuple(
        {word.strip(): step for step, words in enumerate(row) for word in words.split(",")}
        for row in rows("language", "intensity.txt")
    )


@lru_cache(maxsize=1)
def _general_words() -> frozenset[str]:
    return frozenset(word.strip() for row in rows("language", "general.txt") for word in row[0].split(","))
