"""Is an article in the language that the program understands?"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from consistency.language.token_patterns import LETTERS
from consistency.types import Sentence


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: The commonest function words of English (Quirk et al., A Comprehensive Grammar of the English Language).
_COMMON = frozenset(
    ["the", "of", "to", "and", "a", "in", "is", "that", "for", "it", "was", "on", "with", "as", "by", "at"]
)

#: More function words of English that other languages have not.
_ENGLISH = _words(
    """the of to and that for it with by at are be been but can could from have her his how its into my not our out
    than their them then there they this those were what when which who would you your about after against before
    between during each few most other some such through under until"""
)

#: Function words of other languages in the Latin alphabet that English has not.
_OTHER = _words(
    """à l d les des un une et est dans sur qui que pas avec sont ont été au aux par ce cette il elle se
    zum zur das und ist nicht ein eine einen dem im mit auf für zu sich auch bei nach wird wurde sind
    los las en por su es para lo fue ha más gli e che è della dei nel sono uno alla si
    os em na não uma com foi são ao het een niet dat op te voor zijn werd aan ook naar
    och att det som på är av för med den inte ett om og er ikke til har
    w z się nie jest je že ne ve bir bu için ile olarak ei että oli"""
)

#: The same where English has them in names: Leonardo da Vinci, Rio de Janeiro. Alone they say nothing.
_IN_NAMES = _words("al da de del den der di dos du el la le van von y")

#: Running English has a fourth of such words or more, headlines and lists a tenth; other languages nearly none.
LEAST = 0.06

#: With fewer words, the lack of the commonest words of English says nothing: those of other languages have to be there.
WORDS = 20


def english(sentences: Sequence[Sentence]) -> bool:
    """Whether the sentences are in English, or too short to tell."""
    words = [word for sentence in sentences if sentence.checkable for word in LETTERS.findall(sentence.text)]
    if len(words) >= WORDS:
        return sum(word.lower() in _COMMON for word in words) >= LEAST * len(words)
    # In capitals they are parts of names: La Paz, El Alto.
    ours, others = sum(word.lower() in _ENGLISH for word in words), sum(map(_strange, words))
    named = sum(word in _IN_NAMES for word in words) if others else 0
    return not (_written_otherwise(words) or others + named > max(1, ours))


def _strange(word: str) -> bool:
    """Whether it is a function word of another language, or has a letter that English has in names alone."""
    return word in _OTHER or (word.islower() and not word.isascii())


def _written_otherwise(words: Sequence[str]) -> bool:
    """Whether most letters are of another alphabet."""
    letters = [letter for word in words for letter in word]
    latin = sum(unicodedata.name(letter, "").startswith("LATIN") for letter in letters)
    return bool(letters) and latin < len(letters) / 2
