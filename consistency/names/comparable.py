"""The names of a telling that are worth comparing, and how they enter an alignment."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.language.lexicon import synsets
from consistency.language.memoize import memoize_by_identity
from consistency.types import Mention, ParsedArticle, Word

#: Words of more letters tell whether a line is set in capitals; so many of them begin with one there.
LONG = 3
CAPITALS = 0.8

#: Words that name no place by themselves: "Central and South America" has no place called Central.
_BEARINGS = frozenset(f"{one}{end}" for one in ("north", "south", "east", "west") for end in ("", "ern")) | {
    "central",
    "northeast",
    "northwest",
    "southeast",
    "southwest",
}


def usable(doc: ParsedArticle) -> Iterator[Mention]:
    """Mentions that are surely names: no office alone, no word of a headline in capitals or that opens a sentence."""
    capitals = {n: _capitals(words) for n, words in enumerate(doc.words)}
    for one in doc.mentions:
        if (
            set(one.name) - _BEARINGS
            and (one.sure or not (capitals[one.sentence] or _common(one)))
            and one.text.split()[-1][0].isupper()
        ):
            yield one


def by_sentence(doc: ParsedArticle) -> dict[int, list[Mention]]:
    """The names worth comparing by the sentence that they stand in."""
    found: dict[int, list[Mention]] = {}
    for one in usable(doc):
        found.setdefault(one.sentence, []).append(one)
    return found


def _common(one: Mention) -> bool:
    """Whether a single word may be no name: it opens the sentence, or is set in capitals, and is in the dictionary."""
    loud = one.text.isupper() and len(one.text) > LONG + 1
    return len(one.name) == 1 and (one.span.start == 0 or loud) and bool(synsets(one.name[0]))


@memoize_by_identity
def _capitals(words: tuple[Word, ...]) -> bool:
    """Whether a line is written like a headline, where capitals tell nothing; one with a small verb is not."""
    long = [word for word in words if len(word.text) > LONG]
    if any(word.text.islower() and word.pos in ("VERB", "NOUN", "ADJ") for word in long):
        return False
    return len(long) > LONG and sum(word.text[0].isupper() for word in long) > CAPITALS * len(long)
