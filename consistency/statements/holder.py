"""The holder and the measure of a figure, found in the words around it without a parser."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from consistency.language.surface import REMEMBERED, Token, extent, tokens, within, words
from consistency.language.word_classes import FUNCTION_WORDS, VERBS
from consistency.statements.clauses import clause
from consistency.types import Span

#: The longest subject and the longest measure, in words; longer ones are parsing errors.
LONGEST = 12

#: Pronouns that open a relative clause.
_RELATIVE = frozenset({"which", "who", "that"})

#: Verbs whose subject is the measure.
_AMOUNT = words("statements/clauses", "be") | {"stands", "stood", "reached", "totaled", "totalled", "amounted"}

#: Auxiliaries, and "have" before a figure.
_HAVE = frozenset({"has", "have", "had", "will", "would", "could", "should", "may", "might", "can", "must"})

#: Forms that are always read as a finite verb.
_FORMS = VERBS | _HAVE | words("statements/clauses", "finite") | words("statements/clauses", "be")

#: Words that no finite verb follows.
_BEFORE_NOUNS = (
    FUNCTION_WORDS - _HAVE - _RELATIVE - {"it", "he", "she", "they", "we"} - words("statements/clauses", "adverbs")
)


@lru_cache(maxsize=REMEMBERED)
def holding(text: str, span: Span) -> tuple[Span | None, Span | None]:
    """The character ranges of the holder, the subject of the clause, and of the measure, its verb up to the figure.

    Either is None if it is not found.
    """
    found = tokens(text)
    inside = within(found, span)
    if not inside:
        return None, None
    first = inside.start
    named = _described(found, first)
    if named:
        return named, None
    start = _past_adverbial(found, clause(text, (first, inside.stop))[0], first)
    verb = _verb(found, start, first)
    if verb is None:
        return None, None
    if found[start].lower in _RELATIVE:
        return _name_before(found, start - 1), _measure(found, start, verb, first)
    return _subject(found, start, verb), _measure(found, start, verb, first)


def _described(found: Sequence[Token], first: int) -> Span | None:
    """The name right before an apposition that contains the claim: "Vik, the coast's largest port"."""
    comma = next((n for n in range(first - 1, max(first - 6, 0), -1) if found[n].text == ","), None)
    if comma is None or any(token.capital is False and token.lower in VERBS for token in found[comma:first]):
        return None
    opened = found[comma + 1].lower in words("language/speech", "determiners") or any(
        token.text == "'s" for token in found[comma + 1 : first]
    )
    return _name_before(found, comma) if opened else None


def _name_before(found: Sequence[Token], end: int) -> Span | None:
    """The capitalised words up to a token, or before it if it is a comma."""
    end = end if found[end].text == "," else end + 1
    start = end
    while start > 0 and found[start - 1].capital:
        start -= 1
    opened = start < end and found[start].lower not in words("language/speech", "prepositions")
    return extent(found[start:end]) if opened else None


def _past_adverbial(found: Sequence[Token], start: int, end: int) -> int:
    """Where the clause itself begins after "In 2024, " or "According to X, "."""
    opening = found[start].lower if start < len(found) else ""
    comma = next((n for n in range(start, end) if found[n].text == ","), None)
    if comma is not None and (opening in words("language/speech", "prepositions") or opening == "according"):
        return comma + 1
    if comma == start + 1 and _adverb(found[start]):
        start += 2
    while start < end and (found[start].lower in words("statements/clauses", "openers") or not found[start].word):
        start += 1
    return start


def _adverb(token: Token) -> bool:
    return token.lower in words("statements/clauses", "adverbs") or (token.lower.endswith("ly") and len(token.text) > 4)


def _verb(found: Sequence[Token], start: int, end: int) -> int | None:
    """The first finite verb between the beginning of the clause and the figure, after at least one word."""
    inserted = False
    last = next((n for n in range(end - 1, start - 1, -1) if found[n].text == ","), start)
    for n in range(start, end):
        if found[n].text == "," and n > start:
            # An insertion between two commas has verbs of its own.
            inserted = not inserted and n < last
        elif n > start and not inserted and _finite(found, n, end):
            return n
    return None


def _finite(found: Sequence[Token], at: int, end: int) -> bool:
    low = found[at].lower
    if found[at].capital or found[at - 1].lower in _BEFORE_NOUNS:
        return False
    if low in _FORMS or (low.endswith("ed") and len(low) > 4):
        return True
    # "owes China", "buys nearly": a form in -s before a name, or right before the figure.
    follower = found[at + 1] if at + 1 < len(found) else None
    named = follower is not None and follower.capital and found[at - 1].text != "'s"
    return low.endswith("s") and len(low) > 3 and not low.endswith("ss") and (named or at + 1 == end)


def _subject(found: Sequence[Token], start: int, verb: int) -> Span | None:
    """The noun phrase before the verb, without an insertion after it."""
    end = next((n for n in range(start, verb) if found[n].text == "," and n > start), verb)
    part = [token for token in found[start:end] if token.word or token.text == "'s"]
    while part and _adverb(part[-1]) and not part[-1].capital:
        part.pop()
    nobody = len(part) == 1 and part[0].lower in words("language/speech", "pronouns") | _HAVE
    stranger = bool(part) and part[0].lower in words("statements/clauses", "strangers")
    return extent(part) if part and len(part) <= LONGEST and not nobody and not stranger else None


def _measure(found: Sequence[Token], start: int, verb: int, first: int) -> Span | None:
    """The verb with the words up to the figure; the subject if the verb is a form of "be"."""
    if any(token.lower in _AMOUNT for token in found[verb : verb + 2]) and first - verb < 4:
        return _subject(found, start, verb)
    last = next((n for n in range(verb, first) if found[n].text == ","), first)
    while last > verb + 1 and (found[last - 1].lower in FUNCTION_WORDS or not found[last - 1].word):
        last -= 1
    return extent(found[verb:last]) if last - verb <= LONGEST else None
