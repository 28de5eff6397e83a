"""Closed word classes of English that tell where a figure's noun phrase ends, and nouns with irregular plurals."""

from __future__ import annotations

from consistency.language.surface import words

DETERMINERS = words("language/words", "determiners")
FUNCTION_WORDS = DETERMINERS | words("language/words", "function_words")
#: Past and present forms that follow a subject in news and do not end in -ed.
VERBS = words("language/words", "verbs")
#: Nouns in -ing, where other words in -ing after a noun are participles.
ING_NOUNS = words("language/words", "ing_nouns")
#: Plurals that do not end in -s, and nouns that news counts without an ending.
PLURALS = words("language/words", "plurals")
#: Words that end in -s and are no plural nouns.
NOT_PLURAL = words("language/words", "not_plural")
#: Nouns of people: after a name a figure counts them ("in Gaza 12 people"), where other nouns are named by it.
PEOPLE = words("language/words", "people")

#: Clipped auxiliaries and "not" in full, which the pipeline's lemmas miss now and then. "'d" has its lemma by its tag:
#: "would" or "have".
CONTRACTIONS = {"n't": "not", "'ll": "will", "wo": "will", "ca": "can", "'ve": "have", "sha": "shall"}
