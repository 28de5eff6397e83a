"""Finds when things are: dates, periods, windows and times told from an event, in one sentence.

The boundary to figures: a stretch of time that only says how long something takes ("for three years",
"a ten-year plan", "within 30 days") is a quantity and is left alone. A stretch that is tied to the present,
to an event or to another day is a date ("over the next three years", "three years ago", "two days after
the vote", "a year earlier"), with its number and unit inside the span.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from datetime import date

from consistency.dates import absolute, clock, relative, vague
from consistency.dates import durations as stretches
from consistency.dates import periods as spans
from consistency.dates.events import event
from consistency.dates.grammar import DIGITS, Form, Lead, Site, either, lead_of
from consistency.dates.occasions import STOPS, TRIGGERS
from consistency.language.calendar_words import MONTH_FORMS, WEEKDAYS
from consistency.types import ClaimKind, Grain, Moment, Span
from consistency.types.extraction import Extraction

_WORD = re.compile(r"'?\w+")
_PROPER = re.compile(rf"\d|{either([*MONTH_FORMS, *WEEKDAYS])}", re.IGNORECASE)
_NOUN = re.compile(r" ([A-Za-z]\w*)")
_ORDINAL = re.compile(r"\d+[a-z]{2}\b")
#: A bare article stays outside these: "the 2006 wave" tells of "2006".
_BARE = frozenset({Grain.YEAR, Grain.DAY, Grain.MONTH, Grain.WEEKDAY, Grain.TIME})


def _index() -> dict[str, tuple[Form, ...]]:
    table: dict[str, list[Form]] = defaultdict(list)
    for form in (*absolute.FORMS, *spans.FORMS, *clock.FORMS, *relative.FORMS, *stretches.FORMS, *vague.FORMS):
        for trigger in form.triggers:
            table[trigger].append(form)
    return {trigger: tuple(forms) for trigger, forms in table.items()}


_FORMS = _index()
_OPENINGS = _FORMS.keys() | TRIGGERS


def dates(text: str, published: date | None = None) -> list[Extraction]:
    """All dates in the folded text of one sentence, left to right, none overlapping.

    ``span`` takes in the preposition and the words for the place in the period ("by the end of 2024"),
    ``core`` is the date alone. ``published`` is the day of the article: with it "last week" or
    "yesterday" have days; without it only dates with a year do. The parts of a moment are equal for
    equal meanings.
    """
    found: list[Extraction] = []
    floor = 0
    for word in _WORD.finditer(text):
        start = word.start()
        if start < floor:
            continue
        key = _key(word[0].lower())
        hit = _at(text, start, floor, key, published) if key in _OPENINGS else None
        if hit is not None:
            found.append(hit)
            floor = hit.span.end
    return found


def _key(word: str) -> str:
    if word[0].isdigit() or (word[0] == "'" and word[1].isdigit()):
        return DIGITS
    return word if word in _OPENINGS else word.rstrip("0123456789")


def _at(text: str, start: int, floor: int, key: str, published: date | None) -> Extraction | None:
    hit = _formed(text, start, floor, key, published) if key in _FORMS else None
    if key in TRIGGERS and (told := event(text, start)) is not None:
        core, end, moment = told
        if hit is None or end > hit.span.end:
            return _found(Span(start, end), Span(core, end), moment)
    return hit


def _formed(text: str, start: int, floor: int, key: str, published: date | None) -> Extraction | None:
    """The longest form that begins at ``start``, with the words before it that belong to it."""
    best: tuple[int, Moment] | None = None
    lead: Lead | None = None
    for form in _FORMS[key]:
        match = form.pattern.match(text, start)
        if match is None or (best is not None and match.end() <= best[0]):
            continue
        lead = lead or lead_of(text, start, floor)
        moment = form.read(Site(text=text, match=match, lead=lead, published=published))
        if moment is not None:
            best = match.end(), moment
    if best is None or lead is None:
        return None
    return _joined(text, lead, Span(start, best[0]), best[1])


def _joined(text: str, lead: Lead, core: Span, moment: Moment) -> Extraction:
    bare = not lead.position and moment.grain in _BARE and _PROPER.match(text, core.start)
    if bare and (not lead.word or (lead.article and _modifies(text, core))):
        return _found(core, core, moment)
    relation = "during" if lead.relation == "from" and moment.when.is_range else lead.relation
    return _found(Span(lead.start, core.end), core, replace(moment, position=lead.position, relation=relation))


def _modifies(text: str, core: Span) -> bool:
    """Whether the date only qualifies a noun: "by the 1951 treaty" says "by the treaty", not "by 1951"."""
    noun = _NOUN.match(text, core.end)
    return noun is not None and noun[1].lower() not in STOPS and not _ORDINAL.match(text, core.start)


def _found(span: Span, core: Span, moment: Moment) -> Extraction:
    return Extraction(kind=ClaimKind.DATE, span=span, core=core, moment=moment)
