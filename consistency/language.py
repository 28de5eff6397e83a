"""Is an article in the language that the program understands?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from consistency.types import Sentence

#: The commonest function words of English (Quirk et al., A Comprehensive Grammar of the English Language).
_COMMON = frozenset(
    ["the", "of", "to", "and", "a", "in", "is", "that", "for", "it", "was", "on", "with", "as", "by", "at"]
)

#: Running English has a fourth of such words or more, headlines and lists a tenth; other languages nearly none.
LEAST = 0.06

#: Fewer words than this tell nothing.
WORDS = 20

_WORD = re.compile(r"[^\W\d_]+")


def english(sentences: Sequence[Sentence]) -> bool:
    """Whether the sentences are in English, or too short to tell."""
    words = [word.lower() for sentence in sentences if sentence.checkable for word in _WORD.findall(sentence.text)]
    return len(words) < WORDS or sum(word in _COMMON for word in words) >= LEAST * len(words)
