"""Words in place of others in a sentence that was otherwise kept, and how messages show them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from consistency.rules._support.messages import cited, contrast, voices
from consistency.thresholds.verdicts import CHANGE_CONTEXT, MESSAGE_AFTER, MESSAGE_BEFORE
from consistency.types import Alignment, Phrase, Side, Word

_FINITE_PAST = frozenset({"VBD", "VBN"})


def changed(alignment: Alignment, cover: float = CHANGE_CONTEXT) -> tuple[Phrase, Phrase] | None:
    """The words of the first and the second side in one place, empty where it has none; None if too freely worded."""
    if alignment.context_overlap < cover or len(alignment.sides) < 2:
        return None
    left, right = _phrase(alignment.sides[0]), _phrase(alignment.sides[1])
    return (left, right) if left and right else None


def _phrase(side: Side) -> Phrase | None:
    return side.phrase or side.gap


def differ(alignment: Alignment, quality: Literal["modality", "polarity"]) -> bool:
    """Whether the statements of the first two sides differ in that quality."""
    claims = [side.claims[0] for side in alignment.sides[:2] if side.claims]
    return len(claims) == 2 and getattr(claims[0], quality) != getattr(claims[1], quality)


def split(alignment: Alignment) -> tuple[Side, tuple[Side, ...], int]:
    """The first side, the others, and how many these are: what ``messages.against`` asks for."""
    head, *others = alignment.sides
    return head, tuple(others), voices(others)


def done(phrase: Phrase) -> bool:
    """Whether the verb after the phrase, or its last one, is in the past: something that happened."""
    ahead = [word for word in phrase.words[phrase.last : phrase.last + 4] if word.pos in ("VERB", "AUX")]
    return bool(ahead) and ahead[0].tag in _FINITE_PAST


def single(phrase: Phrase) -> Word | None:
    """The only word of a phrase."""
    return phrase.inner[0] if phrase.last - phrase.first == 1 else None


def around(phrase: Phrase, before: int, after: int) -> tuple[Word, ...]:
    """The words of a phrase and of its neighbourhood."""
    return phrase.words[max(phrase.first - before, 0) : phrase.last + after]


#: Words at the end of an excerpt that only introduce what was cut off.
_INTRODUCE = frozenset({"ADP", "AUX", "CCONJ", "DET", "PART", "PUNCT", "SCONJ"})


def message(alignment: Alignment) -> str:
    """The words that differ, contrasted, with enough around them to be understood."""
    head, *others = alignment.sides
    left, right = _phrase(head), _phrase(others[0])
    return contrast(head, cited(_excerpt(left)), others, [cited(_excerpt(right))])


def _excerpt(phrase: Phrase | None) -> str:
    if phrase is None:
        return ""
    words = [word for word in (*around(phrase, MESSAGE_BEFORE, 0), *_after(phrase)) if word.text]
    first = phrase.words[min(phrase.first, len(phrase.words) - 1)].start
    while words and words[0].pos == "PUNCT" and words[0].start < first:
        words = words[1:]
    end = phrase.inner[-1].end if phrase.inner else first
    while len(words) > 1 and _introduces(words[-1]) and words[-1].end > end:
        words = words[:-1]
    return phrase.sentence.text[words[0].start : words[-1].end] if words else ""


def _introduces(word: Word) -> bool:
    return word.pos in _INTRODUCE or word.tag == "PRP$"


def _after(phrase: Phrase) -> Iterator[Word]:
    """The words behind a phrase that belong to its clause; where it is empty, whatever follows."""
    for word in phrase.words[phrase.last : phrase.last + MESSAGE_AFTER]:
        if word.pos == "PUNCT" and phrase.inner:
            return
        yield word
