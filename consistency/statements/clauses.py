"""The boundaries of the clause around a claim, found without a parser."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from consistency.language.surface import Token, tokens, words

_RELATIVE = words("statements/clauses", "relative")
_SUBORDINATE = words("statements/clauses", "subordinate")
_FINITE = words("statements/clauses", "finite")
_ALWAYS = words("statements/clauses", "always")
_AFTER_COMMA = words("statements/clauses", "after_comma")
_LINKS = words("statements/clauses", "links")
_SPEECH = words("language/speech", "strong")

#: A clause can begin only at one of these words, or after one of those in ``_BEFORE``.
_OPENERS = _ALWAYS | {"that", '"'}
_BEFORE = frozenset({";", ":", "-", ",", "and", "or"})

#: The longest quotation, in tokens, that belongs to the clause around it.
SHORT_QUOTE = 6


def clause(text: str, inside: tuple[int, int]) -> tuple[int, int]:
    """The token range of the clause around a claim; both ranges index ``tokens(text)``."""
    found = tokens(text)
    opened, stops = _edges(text)
    start = opened[at] if (at := bisect_right(opened, inside[0]) - 1) >= 0 else 0
    if start < inside[0] and (found[start].lower in _SUBORDINATE or _reduced(found, start)):
        closing = [n for n in range(start + 1, inside[0]) if found[n].text == ","]
        start = closing[0] + 1 if closing else start
    inserted = start > 0 and found[start - 1].text == "," and start < inside[0]
    end = stops[at] if (at := bisect_left(stops, inside[1])) < len(stops) else len(found)
    if inserted and (found[start].lower in _RELATIVE or _reduced(found, start)):
        end = next((n for n in range(inside[1], end) if found[n].text == ","), end)
    return start, end


@lru_cache(maxsize=64)
def _edges(text: str) -> tuple[list[int], list[int]]:
    """The tokens at which clauses begin and those at which they end, cached while the claims of a sentence are read."""
    found = tokens(text)
    long = _long_quotes(found)
    opened = [n for n in range(1, len(found)) if (n in long if found[n].text == '"' else _opens(found, n))]
    return opened, sorted({*opened, *(n for n, token in enumerate(found) if token.lower in _SPEECH)})


def _opens(found: Sequence[Token], at: int) -> bool:
    """Whether a clause begins at a token."""
    word = found[at].lower
    back = at - 1 if found[at - 1].text != '"' or at < 2 else at - 2
    before = found[back].lower
    if word not in _OPENERS and before not in _BEFORE:
        return False
    if word == "that" and at + 1 < len(found) and found[at + 1].lower in _FINITE:
        return True
    if _reduced(found, at):
        return True
    if before in (";", ":") or (before == "-" and found[at - 1].end < found[at].start):
        return True
    if word in _ALWAYS:
        return not (word == "who" and before in ("those",))
    if before == "," and word in _AFTER_COMMA:
        return not _listed(found, at)
    if before in ("and", "or") and at > 1:
        return word in _FINITE or (word.endswith("ed") and _verbal_before(found, at - 1))
    return before == "," and word.endswith("ing") and len(word) > 4


def _reduced(found: Sequence[Token], at: int) -> bool:
    """Whether an inserted participle clause begins: ", signed in May by both sides,"."""
    follower = found[at + 1].lower if at + 1 < len(found) else ""
    return at > 1 and found[at - 1].text == "," and found[at].lower.endswith("ed") and follower in _LINKS


def _long_quotes(found: Sequence[Token]) -> set[int]:
    """The indices of the marks of long quotations; shorter ones belong to the clause around them."""
    marks = [n for n, word in enumerate(found) if word.text == '"']
    pairs = zip(marks[::2], [*marks[1::2], None], strict=False)
    return {n for first, last in pairs for n in _marks(first, last)}


def _marks(first: int, last: int | None) -> tuple[int, ...]:
    if last is None:
        return (first,)
    return (first, last) if last - first > SHORT_QUOTE else ()


def _listed(found: Sequence[Token], at: int) -> bool:
    """Whether ", and" or ", in" continues a list or opens an adjunct, as no finite verb follows soon."""
    word = found[at].lower
    if word == "and":
        return not any(one.lower in _FINITE or one.lower.endswith("ed") for one in found[at + 1 : at + 7])
    if word in ("at", "in"):
        return not (at + 1 < len(found) and found[at + 1].lower in ("which", "whom", "what"))
    return word in ("including", "with", "despite")


def _verbal_before(found: Sequence[Token], at: int) -> bool:
    """Whether a verb precedes "and", so that a form in -ed after it is a second verb."""
    return any(one.lower.endswith("ed") or one.lower in _FINITE for one in found[max(0, at - 25) : at])
