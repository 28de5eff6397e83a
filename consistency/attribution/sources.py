"""Finds the noun phrase that names a source, next to a cue, without a linguistic pipeline."""

from __future__ import annotations

from collections.abc import Sequence

from consistency.language.surface import Token, words

#: Words of the longest name of a source that is believed; beyond it the boundary was missed.
LONGEST = 24

#: Words of the longest insertion, likewise; sentences of news have some 220.
INSERTED = 250

_STOPS = frozenset(',;:"()[]') | {"-", ".", "?", "!"}


def before(found: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Token range of the subject that ends before token ``at``; auxiliaries and adverbs are passed over.

    An insertion between two commas ("Ann Lee, who runs the bank, said") is passed over too.
    """
    end = at
    while end > 0 and (_between(found[end - 1]) or found[end - 1].lower == "who"):
        end -= 1
    if end > 1 and found[end - 1].text == ",":
        return _inserted(found, end - 1)
    start = _left(found, end)
    return _trim(found, start, end)


def after(found: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Token range of the noun phrase that begins at token ``at``, up to a mark or a word that ends it."""
    end = at
    while end < len(found) and end - at < LONGEST and not _ends(found, at, end):
        end += 1
    while end > at and (
        found[end - 1].lower in words("language/speech", "times")
        or found[end - 1].lower in words("language/speech", "trailing")
    ):
        end -= 1
    return (at, end) if end > at else None


def _ends(found: Sequence[Token], start: int, at: int) -> bool:
    token = found[at]
    if token.text in _STOPS or token.lower in words("language/speech", "relative"):
        return True
    if token.lower in ("and", "or") and at > start:
        follower = found[at + 1] if at + 1 < len(found) else None
        return follower is None or not (follower.capital and found[at - 1].capital)
    return token.lower in ("on", "during", "after", "before") or _is_verb(token)


def _is_verb(token: Token) -> bool:
    """Whether a word surely is a finite verb."""
    return token.lower in words("language/speech", "verbs")


def _between(token: Token) -> bool:
    return token.lower in words("language/speech", "between") or (token.lower.endswith("ly") and not token.capital)


def _left(found: Sequence[Token], end: int) -> int:
    """Where the phrase that ends at ``end`` begins."""
    start = end
    while start > 0 and end - start < LONGEST:
        token = found[start - 1]
        if token.text in _STOPS or token.lower in words("language/speech", "openers") or _is_verb(token):
            break
        if token.lower in words("language/speech", "strong") and not token.capital:
            break
        if token.lower == "and" and not (start < end and found[start].capital and found[max(0, start - 2)].capital):
            break
        start -= 1
    return start


def _inserted(found: Sequence[Token], comma: int) -> tuple[int, int] | None:
    """The subject before an insertion that ends at ``comma``, or the name that the insertion is."""
    opening = [n for n in range(max(0, comma - INSERTED), comma) if found[n].text == ","]
    if opening and _is_name(found[opening[-1] + 1 : comma]):
        return opening[-1] + 1, comma
    for first in opening:
        start = _left(found, first)
        named = _trim(found, start, first)
        if named and (start == 0 or found[start - 1].text in _STOPS) and found[named[0]].capital:
            return named
    return None


def _is_name(part: Sequence[Token]) -> bool:
    """Whether some words are a name and nothing else: "the chief executive, Ann Lee, said"."""
    return 0 < len(part) < 5 and all(
        token.capital or token.lower in words("language/titles", "particles") for token in part
    )


def _trim(found: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    """The noun phrase at the end of a range: an adverbial before it is cut off."""
    if start >= end:
        return None
    if found[end - 1].lower in words("language/speech", "pronouns"):
        return end - 1, end
    if found[start].lower in words("language/speech", "prepositions"):
        start = _last_phrase(found, start, end)
    while start < end and (_between(found[start]) or found[start].lower in ("and", "then", "or")):
        start += 1
    if start >= end or not any(_noun(token) for token in found[start:end]):
        return None
    return start, end


def _last_phrase(found: Sequence[Token], start: int, end: int) -> int:
    """The beginning of the last run of capitals, or of the last determiner's phrase, of a range."""
    at = end - 1
    while (
        at > start
        and found[at - 1].lower not in words("language/speech", "prepositions")
        and found[at - 1].lower not in (words("language/speech", "times"))
    ):
        at -= 1
    return at


def _noun(token: Token) -> bool:
    return (
        token.word
        and (token.capital or len(token.text) > 3)
        and token.lower not in words("language/speech", "prepositions")
    )
