"""Finds cues: words that make a statement less certain, negate it, widen it or give it a cause.

The model is that of ConText (Harkema et al., J. Biomed. Inform. 42, 2009; medspaCy implements it): a cue has a category
and a label, modifies targets in one direction or both, and its scope ends at a terminator, such as the end of its
clause. Pseudo cues ("not only") look like other cues, modify nothing, and make their words unavailable to other cues.
The phrases are data: ``[category]`` or ``[category.direction]`` with a list of phrases for each label.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from consistency.language.resources import table
from consistency.language.word_classes import CONTRACTIONS
from consistency.types import Word

#: The category whose cues turn a statement into its opposite.
NEGATION = "negation"

#: A part of a phrase that stands for one or more words of any kind, and the most words that it stands for.
GAP, LONGEST_GAP = "*", 6


class Direction(StrEnum):
    """On which side of a cue the words are that it modifies."""

    BOTH = "both"
    FORWARD = "forward"
    PSEUDO = "pseudo"


class Cue(NamedTuple):
    """A cue at the words ``[first, last)``."""

    category: str
    label: str
    direction: Direction
    first: int
    last: int


class CuePhrase(NamedTuple):
    """A phrase of a table; each part lists the words that can be in its place."""

    category: str
    label: str
    direction: Direction
    parts: tuple[frozenset[str], ...]


#: The phrases of some categories by each of their first words.
CueIndex = Mapping[str, Sequence[CuePhrase]]


@lru_cache(maxsize=32)
def cue_index(room: str, name: str, *categories: str) -> CueIndex:
    """The phrases of some categories of a table, which is named with its room as in ``resources.table``."""
    index: dict[str, list[CuePhrase]] = {}
    for category in categories:
        for direction, label, phrases in _lists(table(room, name)[category], category):
            for phrase in phrases:
                parts = tuple(frozenset(part.split("|")) for part in phrase.split())
                for first in parts[0]:
                    index.setdefault(first, []).append(CuePhrase(category, label, direction, parts))
    return index


def _lists(
    section: object, label: str, direction: Direction = Direction.BOTH
) -> Iterator[tuple[Direction, str, list[str]]]:
    """The lists of a section with their directions and labels; those without a direction modify both sides."""
    if isinstance(section, list):
        yield direction, label, section
    elif isinstance(section, dict):
        for key, value in section.items():
            yield from _lists(value, key, Direction(key) if isinstance(value, dict) else direction)


def find_cues(words: Sequence[str], index: CueIndex) -> list[Cue]:
    """The cues among lower-case words, in order, pseudo cues included.

    The longest phrase wins; of two overlapping cues of a category the first one, but those that modify both sides come
    before others.
    """
    # Few sentences have any of these words, so most calls end here.
    if index.keys().isdisjoint(words):
        return []
    candidates = list(_candidates(words, index))
    found = [cue for cue in candidates if cue.direction is Direction.PSEUDO]
    masked = {n for cue in found for n in _own(cue)}
    taken: dict[str, set[int]] = defaultdict(set)
    for cue in sorted(candidates, key=lambda cue: (cue.direction is not Direction.BOTH, cue.first)):
        own = _own(cue)
        if cue.direction is not Direction.PSEUDO and not own & masked and cue.first not in taken[cue.category]:
            taken[cue.category] |= own
            found.append(cue)
    return sorted(found, key=lambda cue: cue.first)


def _candidates(words: Sequence[str], index: CueIndex) -> Iterator[Cue]:
    """The longest phrase of each category and direction at each word."""
    for first, word in enumerate(words):
        longest: dict[tuple[str, Direction], Cue] = {}
        for phrase in index.get(word, ()):
            last = _end(words, first, phrase.parts)
            known = longest.get((phrase.category, phrase.direction))
            if last is not None and (known is None or last > known.last):
                longest[phrase.category, phrase.direction] = Cue(*phrase[:3], first, last)
        yield from longest.values()


def _end(words: Sequence[str], at: int, parts: Sequence[frozenset[str]]) -> int | None:
    """Where a phrase that begins at a word ends; None if it does not begin there."""
    for number, part in enumerate(parts):
        if GAP in part:
            ends = (_end(words, at + gap, parts[number + 1 :]) for gap in range(1, LONGEST_GAP + 1))
            return next((end for end in ends if end is not None), None)
        if at >= len(words) or words[at] not in part:
            return None
        at += 1
    return at


def _own(cue: Cue) -> set[int]:
    """The words of a cue that no other one can have; what fills a long gap is free."""
    long = cue.last - cue.first > LONGEST_GAP
    return {cue.first, cue.last - 1} if long else set(range(cue.first, cue.last))


def modifies(cue: Cue, target: tuple[int, int], terminators: tuple[int, int]) -> bool:
    """Whether a target, a range of words, is in the scope of a cue.

    The scope reaches in the direction of the cue up to the terminators, the first and last limit of the clause around
    the target. A cue modifies no target that it overlaps.
    """
    ended = cue.first < terminators[0] or cue.last > terminators[1]
    overlaps = cue.first < target[1] and target[0] < cue.last
    if ended or overlaps or cue.direction is Direction.PSEUDO:
        return False
    return cue.direction is Direction.BOTH or cue.last <= target[0]


def count_negations(cues: Iterable[Cue]) -> int:
    """How many of some cues negate; an even number of them affirms."""
    return sum(cue.category == NEGATION and cue.direction is not Direction.PSEUDO for cue in cues)


def lemmas(words: Sequence[Word]) -> tuple[str, ...]:
    """The lemmas of words, lower case, contractions in full; articles and punctuation left out."""
    forms = [(word.text.lower(), word.lemma.lower()) for word in words if word.pos not in ("PUNCT", "SPACE")]
    return tuple([CONTRACTIONS.get(text, lemma) for text, lemma in forms if lemma not in ("a", "an")])


def labels(words: Sequence[Word], category: str) -> frozenset[str]:
    """The labels of the cues of a category ("certainty", "reach", "region", "cause") among words."""
    return frozenset(cue.label for cue in _stance(lemmas(words), category) if cue.direction is not Direction.PSEUDO)


def rest(words: Sequence[Word], *categories: str) -> tuple[str, ...]:
    """The lemmas that are neither in cues of those categories nor light words."""
    forms = lemmas(words)
    taken = {n for each in (*categories, "light") for cue in _stance(forms, each) for n in range(cue.first, cue.last)}
    return tuple(lemma for n, lemma in enumerate(forms) if n not in taken)


def negations(words: Sequence[Word]) -> int:
    """How many words or acts negate; what only looks like negation ("not only") does not count."""
    return count_negations(_stance(lemmas(words), NEGATION))


def _stance(forms: Sequence[str], category: str) -> list[Cue]:
    """The cues of a category of the table of lemmas."""
    return find_cues(forms, cue_index("language", "stance", category))
