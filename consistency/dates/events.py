"""Times told from an event: "on the eve of her visit", "since the war began", "two days after the vote"."""

from __future__ import annotations

import re
from typing import NamedTuple

from consistency.dates import arithmetic
from consistency.dates.durations import AMOUNT
from consistency.dates.grammar import either
from consistency.dates.occasions import (
    AUXILIARIES,
    DEFINITE,
    EDGES,
    EVENT_NOUNS,
    EVENT_SUFFIX,
    FOLDED,
    GERUNDS,
    INSTALLED,
    LINKS,
    NO_EVENT,
    OBJECTS,
    PARTICIPLE,
    POINT_VERBS,
    PRONOUNS,
    RELATIONS,
    SMALL,
    STOPS,
    STRONG,
    TERMS,
    VERBAL,
    WHOSE,
)
from consistency.language.calendar_words import MONTH_FORMS, NUMBERS, UNIT_GRAINS, VAGUE_NUMBERS, WEEKDAY_FORMS
from consistency.language.token_patterns import EVENT_WORD
from consistency.types import Event, Grain, Moment, Stretch

_MOST = 7


class Anchor(NamedTuple):
    """The event's words and where they end."""

    end: int
    words: tuple[str, ...]


def _tokens(text: str, start: int) -> list[re.Match[str]]:
    """The next few words, up to the first punctuation."""
    found: list[re.Match[str]] = []
    while len(found) < _MOST and (match := EVENT_WORD.match(text, start)):
        found.append(match)
        start = match.end() + 1
        if text[match.end() : start] != " ":
            break
    return found


def _anchor(tokens: list[re.Match[str]], count: int) -> Anchor:
    while count > 1 and tokens[count - 1][0].lower() in LINKS:
        count -= 1
    words = (token[0].removesuffix("'s").removesuffix("'") for token in tokens[:count])
    kept = tuple(FOLDED.get(word.lower(), word.lower()) for word in words if word.lower() not in SMALL | PRONOUNS)
    return Anchor(end=tokens[count - 1].end(), words=kept)


def _stop(word: str) -> bool:
    low = word.lower()
    return (
        low in STOPS
        or (low in NUMBERS and low not in ("a", "an"))
        or (word[0].isdigit() and not re.fullmatch(r"[12]\d{3}", word))
    )


def _dated(word: str) -> bool:
    """Whether a word begins a date of its own."""
    return word.lower() in WEEKDAY_FORMS or (word.lower() in MONTH_FORMS and word[0].isupper())


def _is_event(word: str) -> bool:
    low = word.lower()
    return low in EVENT_NOUNS or (bool(EVENT_SUFFIX.fullmatch(low)) and low not in NO_EVENT)


def _phrase(tokens: list[re.Match[str]], *, strong: bool) -> Anchor | None:
    """A noun phrase whose head is an event."""
    words = [token[0] for token in tokens]
    count = 0
    while count < len(words) and not _stop(words[count]) and words[count] not in VERBAL:
        count += 1
    if not count:
        return None
    definite = words[0].lower() in DEFINITE or words[0][0].isupper() or any("'" in word for word in words[:count])
    heads = [place for place in range(count) if _is_event(words[place])]
    if strong:
        head = heads[-1] + 1 if heads else min(count, 4)
    elif (
        not heads
        or (heads[-1] != count - 1 and not words[0][0].isupper())
        or not (definite or (count == 1 and not words[0].endswith("ing")))
    ):
        return None
    else:
        head = heads[-1] + 1
    if head < len(words) and words[head] == "of":
        return _of(tokens, words, head)
    return _anchor(tokens, head)


def _of(tokens: list[re.Match[str]], words: list[str], head: int) -> Anchor | None:
    """The phrase with its "of ..." part; none where that is a date of its own ("the end of the year")."""
    stop = head + 1
    while stop < len(words) and stop < head + 4 and not _stop(words[stop]):
        stop += 1
    last = words[stop - 1].lower()
    if last in UNIT_GRAINS or last in MONTH_FORMS or last in WEEKDAY_FORMS or last[0].isdigit():
        return None
    return _anchor(tokens, stop) if stop > head + 1 else _anchor(tokens, head)


def _gerund(tokens: list[re.Match[str]]) -> Anchor | None:
    """ "taking office": an -ing form and its short object."""
    first, second = tokens[0][0], tokens[1][0] if len(tokens) > 1 else ""
    if first == "being":
        return _anchor(tokens, 2) if second in INSTALLED else None
    if first not in GERUNDS or (GERUNDS[first] and second not in GERUNDS[first]):
        return None
    count = 2 if GERUNDS[first] else 1
    while count < min(4, len(tokens)) and not _stop(tokens[count][0]) and not _dated(tokens[count][0]):
        count += 1
    return _anchor(tokens, count)


def _clause(tokens: list[re.Match[str]]) -> Anchor | None:
    """ "the war began", "she was elected": subject and a verb that marks a point of time."""
    words = [token[0] for token in tokens]
    for place in range(1, min(len(words), 6)):
        word = words[place]
        if _stop(word) and word not in AUXILIARIES:
            return None
        passive = words[place - 1].lower() in ("was", "were", "been") and place > 1 and PARTICIPLE.fullmatch(word)
        if passive or word in POINT_VERBS:
            named = words[0].lower() in PRONOUNS | DEFINITE or words[0][0].isupper()
            return _finite(tokens, place) if named else None
    return None


def _finite(tokens: list[re.Match[str]], place: int) -> Anchor | None:
    """The clause up to its verb, with the object that some verbs need ("took office", "came to power")."""
    wanted = OBJECTS.get(tokens[place][0])
    if wanted is None:
        return _anchor(tokens, place + 1)
    after = [token[0] for token in tokens[place + 1 : place + 3]]
    if not after or after[0] not in wanted:
        return None
    return _anchor(tokens, place + 1 + (len(after) if after[0] in ("to", "into") else 1))


_OFFSET = rf"(?:(?:{AMOUNT}[ -])?(?P<unit>{either(UNIT_GRAINS)})s? |(?:shortly|soon|just|immediately|right) )"
_EVENT = re.compile(rf"(?:{_OFFSET})?(?P<relation>{either(RELATIONS)}) (?=[\w'])", re.IGNORECASE)
_IN_TERM = re.compile(r"(?:in|during) (?=[\w'])", re.IGNORECASE)


def event(text: str, start: int) -> tuple[int, int, Moment] | None:
    """The event-anchored time that begins at ``start``: where its anchor begins, where it ends, and the moment."""
    match = _EVENT.match(text, start)
    if match is None:
        return _in_term(text, start)
    relation = RELATIONS[match["relation"].lower()]
    if match["unit"] and relation not in ("before", "after"):
        return None
    tokens = _tokens(text, match.end())
    if not tokens:
        return None
    anchor = _read(tokens, relation, counted=bool(match["unit"]))
    if anchor is None or EDGES.issuperset(anchor.words):
        return None
    when = Event(words=anchor.words, gap=_gap(match) if match["unit"] else None)
    return match.end(), anchor.end, Moment(grain=Grain.EVENT, when=when, relation=relation)


def _read(tokens: list[re.Match[str]], relation: str, *, counted: bool) -> Anchor | None:
    if relation in STRONG:
        return _phrase(tokens, strong=True)
    return _plain(tokens, relation) or (_phrase(tokens, strong=True) if counted else None)


def _plain(tokens: list[re.Match[str]], relation: str) -> Anchor | None:
    if relation == "during" and tokens[0][0].lower() in ("a", "an"):
        return None
    if relation in ("before", "after", "since") and (found := _gerund(tokens)):
        return found
    clause = _clause(tokens) if relation in ("before", "after", "since", "until", "by") else None
    return clause or (_phrase(tokens, strong=False) if relation != "by" else None)


def _in_term(text: str, start: int) -> tuple[int, int, Moment] | None:
    """ "in her second term": only a term of office may follow a bare "in"."""
    match = _IN_TERM.match(text, start)
    if match is None:
        return None
    tokens = _tokens(text, match.end())
    if not any(token[0].lower() in WHOSE or "'" in token[0] for token in tokens):
        return None
    anchor = _phrase(tokens, strong=False)
    if anchor is None or text[match.end() : anchor.end].split(" ")[-1] not in TERMS:
        return None
    return match.end(), anchor.end, Moment(grain=Grain.EVENT, when=Event(words=anchor.words), relation="during")


def _gap(match: re.Match[str]) -> Stretch:
    words = (match["number"] or "").lower()
    unit = match["unit"].lower()
    if not words or words in VAGUE_NUMBERS:
        return arithmetic.stretch(None, unit)
    return arithmetic.stretch(NUMBERS.get(words) or float(words), unit)
