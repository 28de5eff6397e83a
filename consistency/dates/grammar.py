"""The form of a date pattern: words that may begin it, a regular expression tried there, and what it means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from consistency.language.calendar_words import POSITIONS, PREPOSITIONS
from consistency.types import Calendar, Clock, Grain, Moment, Offset


def either(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


#: The trigger that stands for any number.
DIGITS = "#"
#: How far back the words before a date may begin, in characters; longer than any preposition with its position.
REACH = 48
#: How far around a date its sentence is looked at, in characters.
SENTENCE = 300

_LEAD = re.compile(
    rf"(?:\b(?P<word>{either(PREPOSITIONS)}) )?(?:the )?"
    rf"(?:(?<![\w-])(?P<position>very early|{either(POSITIONS)})[ -](?:on |in |of )?)?(?P<article>the )?\Z",
    re.IGNORECASE,
)
_PREVIOUS = re.compile(r"([\w.'%$-]+|[^\w\s])\s?\Z")
_NEXT = re.compile(r" ?([\w'%$-]+|[^\w\s])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """The words before a date that belong to it: preposition and position ("in early", "by the end of")."""

    start: int
    word: str = ""
    position: str = ""
    article: bool = False

    @property
    def relation(self) -> str:
        """How the fact stands to the date; "on" where nothing is said."""
        return PREPOSITIONS.get(self.word, "on")


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where a pattern matched, and all that its meaning may depend on."""

    text: str
    match: re.Match[str]
    lead: Lead
    published: date | None

    def __getitem__(self, group: str) -> str:
        return (self.match[group] or "").lower()

    def get(self, group: str) -> str:
        """The words of a group that not every pattern has, or nothing."""
        return self[group] if group in self.match.re.groupindex else ""

    def near(self, pattern: re.Pattern[str]) -> bool:
        """Whether a pattern occurs around the date, within the length of a long sentence."""
        start, end = self.match.span()
        return pattern.search(self.text, max(0, start - SENTENCE), end + SENTENCE) is not None

    @property
    def previous(self) -> str:
        """The word or mark before the date's own words, or nothing."""
        found = _PREVIOUS.search(self.text, max(0, self.lead.start - REACH), self.lead.start)
        return found[1] if found else ""

    @property
    def following(self) -> str:
        """The word or mark after the date, or nothing."""
        found = _NEXT.match(self.text, self.match.end())
        return found[1] if found else ""

    @property
    def capital(self) -> bool:
        """Whether the matched words begin with a capital letter."""
        return self.match[0][0].isupper()


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One sort of date. ``read`` answers ``None`` where the words, as they stand there, are no date."""

    triggers: frozenset[str]
    source: str
    read: Callable[[Site], Moment | None]

    @property
    def pattern(self) -> re.Pattern[str]:
        """The words of the date; compiled when first met, as most articles have few sorts."""
        return _compiled(self.source)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE)


def form(triggers: Iterable[str], pattern: str, read: Callable[[Site], Moment | None]) -> Form:
    """A form whose pattern ignores case and ends at the end of a word."""
    return Form(triggers=frozenset(triggers), source=rf"(?:{pattern})(?!\w)", read=read)


def lead_of(text: str, start: int, floor: int) -> Lead:
    """The lead that ends at ``start`` and does not reach back beyond ``floor``."""
    found = _LEAD.search(text, max(floor, start - REACH), start)
    if found is None:
        return Lead(start=start)
    return Lead(
        start=found.start(),
        word=(found["word"] or "").lower(),
        position=POSITIONS.get((found["position"] or "").lower().removeprefix("very "), ""),
        article=bool(found["article"]) or "the " in found[0].lower(),
    )


def moment(
    grain: Grain, when: Calendar | Clock | Offset, days: tuple[date | None, date | None] = (None, None)
) -> Moment:
    """A moment without its position and relation, which the lead states."""
    return Moment(grain=grain, when=when, first=days[0], last=days[1])
