"""Whether two quotations have the same words: typography, trimming and marked omissions do not count."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from consistency.language.number_words import ONES, TENS
from consistency.language.token_patterns import QUOTED_WORD
from consistency.types import Span

#: Share of the shorter quotation's words that must return for the two to be tellings of one.
#: Below it they are two quotations; chosen so that one word in two may differ.
KINSHIP = 0.5

#: Words that must join where the end of one quotation is the beginning of the other.
OVERLAP = 3

#: Spellings that house styles choose between; facts of English usage, written for this package.
_PAIRS = (
    "% = percent; percent = percent; pct = percent; okay = ok; cannot = can not; don't = do not; doesn't = does "
    "not; didn't = did not; isn't = is not; aren't = are not; wasn't = was not; weren't = were not; won't = will "
    "not; wouldn't = would not; can't = can not; couldn't = could not; shouldn't = should not; hasn't = has not; "
    "haven't = have not; hadn't = had not; it's = it is; that's = that is; there's = there is; i'm = i am; we're "
    "= we are; they're = they are; you're = you are; we've = we have; i've = i have; they've = they have; we'll = "
    "we will; i'll = i will; they'll = they will; gonna = going to; wanna = want to "
)
_STYLES = dict(pair.strip().split(" = ") for pair in _PAIRS.split(";"))
_NUMBERS = {
    **ONES,
    **TENS,
    **{f"{ten}-{one}": high + low for ten, high in TENS.items() for one, low in ONES.items() if 0 < low < 10},
}
_SPELLING = (
    (re.compile(r"is(e[ds]?|ing|ation|ations)$"), r"iz\1"),
    (re.compile(r"(?<=[a-z]{2})our(s|ed|ing|able|ite|ites)?$"), r"or\1"),
)

#: Words that end like "-our" or "-ise" in every house style.
_ALWAYS = frozenset(
    (
        "our",
        "four",
        "hour",
        "hours",
        "tour",
        "tours",
        "your",
        "pour",
        "rise",
        "rises",
        "wise",
        "raise",
        "raised",
        "promise",
    )
)

GAP = "\0"


class _Word(NamedTuple):
    folded: str
    span: Span


def same_words(left: str, right: str) -> bool | None:
    """Whether two quotations are the same words, one perhaps trimmed; ``None`` where they are not one quotation.

    Give what stands inside the marks. Ellipses and words in square brackets may stand for other words.
    """
    first, second = _words(left), _words(right)
    shorter = min(_count(first), _count(second))
    if not shorter:
        return None
    changes, shared = _changes(first, second)
    if not changes:
        return True if shared >= min(OVERLAP, shorter) else None
    return False if shared and _kindred(first, second) else None


def _kindred(first: Sequence[_Word], second: Sequence[_Word]) -> bool:
    """Whether enough of the shorter one returns, counting words of four letters and more where there are some."""
    sides = [[word.folded for word in side if word.folded != GAP] for side in (first, second)]
    long = [[word for word in side if len(word) > 3] for side in sides]
    left, right = long if min(map(len, long)) > 1 else sides
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) >= KINSHIP * min(len(left), len(right))


def difference(left: str, right: str) -> list[tuple[Span, Span]]:
    """The ranges of both texts whose words differ; where words were only added or left out, one range is empty.

    What one side merely left off at its beginning or end is no difference.
    """
    first, second = _words(left), _words(right)
    changes, _ = _changes(first, second)
    return [(_extent(first, a, b, left), _extent(second, c, d, right)) for a, b, c, d in changes]


def _changes(first: Sequence[_Word], second: Sequence[_Word]) -> tuple[list[tuple[int, int, int, int]], int]:
    """Word ranges that differ in the middle, and how many words are shared."""
    matcher = SequenceMatcher(None, [word.folded for word in first], [word.folded for word in second], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    shared = sum(block.size for block in blocks)
    changes = []
    for tag, a, b, c, d in matcher.get_opcodes():
        edge = (a, c) == (0, 0) or (b, d) == (len(first), len(second))
        gap = any(word.folded == GAP for word in (*first[a:b], *second[c:d]))
        trimmed = edge and (a == b or c == d)
        if tag != "equal" and not trimmed and not gap and _flat(first[a:b]) != _flat(second[c:d]):
            changes.append((a, b, c, d))
    return changes, shared


def _flat(some: Sequence[_Word]) -> str:
    """Words run together: "clean-up", "clean up" and "cleanup" are one."""
    return "".join(word.folded for word in some).replace("-", "")


def _count(some: Sequence[_Word]) -> int:
    return sum(word.folded != GAP for word in some)


def _extent(some: Sequence[_Word], start: int, end: int, text: str) -> Span:
    """From the first to the last of some words; for none, the place between their neighbours."""
    if start < end:
        return Span(some[start].span.start, some[end - 1].span.end)
    place = some[start].span.start if start < len(some) else len(text.rstrip())
    return Span(place, place)


@lru_cache(maxsize=1_000)
def _words(text: str) -> tuple[_Word, ...]:
    found: list[_Word] = []
    for match in QUOTED_WORD.finditer(text):
        span = Span(*match.span())
        if match.group("gap") is None:
            found.extend(_Word(part, span) for part in _fold(match.group()).split())
        elif match.group().strip("[] ").lower() != "sic":
            found.append(_Word(GAP, span))
    return tuple(found)


@lru_cache(maxsize=10_000)
def _fold(word: str) -> str:
    """A word without case, accents of typography, points of abbreviations and choices of house style."""
    plain = unicodedata.normalize("NFKC", word).replace("’", "'").casefold()
    plain = plain if plain[:1].isdigit() else plain.replace(".", "")
    plain = plain.replace(",", "")
    if plain in _NUMBERS:
        return str(_NUMBERS[plain])
    if plain in _STYLES or plain in _ALWAYS:
        return _STYLES.get(plain, plain)
    for pattern, to in _SPELLING:
        plain = pattern.sub(to, plain)
    return plain
