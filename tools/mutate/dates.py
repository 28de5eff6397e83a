"""Edits of dates and of places in an order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from tools.mutate import words
from tools.mutate.edit import Edit, like

WEEKDAY = re.compile(rf"\b(?:{'|'.join(words.WEEKDAYS)})\b(?!-)")
_MONTHS = "|".join(words.MONTHS)
MONTH = re.compile(rf"\b(?<=\b[Ii]n )(?:{_MONTHS})\b|\b(?:{_MONTHS})(?=\s\d)|(?<=\d\s)(?:{_MONTHS})\b")
DAY = re.compile(rf"\b(?:{_MONTHS})\s(?P<after>\d{{1,2}})\b|\b(?P<before>\d{{1,2}})\s(?={_MONTHS})")
YEAR = re.compile(
    r"\b(?P<lead>in|since|of|by|until|from|before|after|during|to|and|than) (?P<year>(?:19|20)\d\d)\b(?![-%s])", re.I
)
RELATIVE = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, words.TIME_SHIFTS), key=len, reverse=True))})\b", re.I)
#: "after" and "before" where an event follows.
ORDER = re.compile(
    r"(?P<lead>\b\w+,?\s|^)(?P<word>after|before)\s(?=(?:the|his|her|its|their|a|an|he|she|it|they|[a-z]+ing)\b)",
    re.I | re.M,
)
SUPERLATIVE = re.compile(
    rf"\b(?:(?P<place>{'|'.join(words.ORDINALS[1:])})-)?(?P<word>{'|'.join(words.SUPERLATIVES)})(?=\s[a-z]|-[a-z]|[,.])",
    re.I,
)
ORDINAL = re.compile(
    rf"(?P<lead>\b(?:the|a|an|its|his|her|their|this)\s|[’']s\s|\b[Ff]or\s(?:the|a)\s)(?P<word>{'|'.join(words.ORDINALS)})\s"
    r"(?!of\b|lady|person|hand|half|place|party|and\b|or\b|ones?\b|world|responders?|\d|two|three|four|five|few)(?P<noun>[a-z]+)"
)


def days(text: str, rng: Random) -> Iterator[Edit]:
    """Another weekday, month, day of the month or year."""
    for m in WEEKDAY.finditer(text):
        at = words.WEEKDAYS.index(m[0])
        yield Edit(
            start=m.start(), end=m.end(), new=words.WEEKDAYS[(at + rng.choice((2, 3, 4, 5))) % 7], kind="date-shift"
        )
    for m in MONTH.finditer(text):
        at = words.MONTHS.index(m[0])
        short = [n for n in range(12) if abs(n - at) > 1]
        yield Edit(start=m.start(), end=m.end(), new=words.MONTHS[rng.choice(short)], kind="date-shift")
    for m in DAY.finditer(text):
        group = "after" if m["after"] else "before"
        new = rng.choice([n for n in range(1, 29) if abs(n - int(m[group])) > 2])
        yield Edit(start=m.start(group), end=m.end(group), new=str(new), kind="date-shift")
    for m in YEAR.finditer(text):
        new = int(m["year"]) + rng.choice((-7, -3, -2, 2))
        yield Edit(start=m.start("year"), end=m.end("year"), new=str(new), kind="date-shift")


def times(text: str, rng: Random) -> Iterator[Edit]:
    """Another relative date, or the other side of an event."""
    for m in RELATIVE.finditer(text):
        new = words.TIME_SHIFTS[m[0].lower()]
        yield Edit(start=m.start(), end=m.end(), new=like(m[0], new), kind="date-shift", accept=("vaguer",))
    for m in ORDER.finditer(text):
        if m["lead"].strip(" ,").lower() not in words.NOT_TIMES:
            new = {"after": "before", "before": "after"}[m["word"].lower()]
            yield Edit(start=m.start("word"), end=m.end("word"), new=like(m["word"], new), kind="date-shift")


def ranks(text: str, rng: Random) -> Iterator[Edit]:
    """Another place in an order."""
    for m in SUPERLATIVE.finditer(text):
        if m["place"]:
            at = words.ORDINALS.index(m["place"].lower())
            new = rng.choice([o for o in words.ORDINALS[1:6] if o != words.ORDINALS[at]])
            yield Edit(start=m.start("place"), end=m.end("place"), new=like(m[0], new), kind="rank-shift")
        else:
            new = rng.choice(words.SUPERLATIVES[m["word"].lower()])
            yield Edit(start=m.start(), end=m.end(), new=like(m[0], new), kind="rank-shift")
    for m in ORDINAL.finditer(text):
        at = words.ORDINALS.index(m["word"])
        new = rng.choice([o for n, o in enumerate(words.ORDINALS) if 0 < abs(n - at) <= 2])
        kind, accept = (
            ("date-shift", ("rank-shift",))
            if m["noun"] in ("day", "week", "month", "quarter", "year", "decade", "century")
            else ("rank-shift", ("value-mismatch",))
        )
        yield Edit(start=m.start("word"), end=m.end("word"), new=new, kind=kind, accept=accept)


#: Three or more items of one or two words, the last after "and".
LIST = re.compile(
    r"(?P<items>(?:(?:[A-Z][\w’'.-]+|[a-z]{4,})(?:\s[A-Z][\w’'.-]+){0,3},\s){2,})(?:(?:[A-Z][\w’'.-]+|[a-z]{4,})(?:\s[A-Z][\w’'.-]+){0,3},?\sand\s)?(?=[A-Z])"
)


def members(text: str, rng: Random) -> Iterator[Edit]:
    """A list of names without one of its members."""
    for m in LIST.finditer(text):
        items = list(re.finditer(r"[^,]+,\s", m["items"]))
        names = [i for i in items[1:] if i[0][0].isupper()]
        if names and re.search(r"\sand\s\Z|\Z", m[0]):
            item = rng.choice(names)
            start = m.start("items") + item.start()
            yield Edit(start=start, end=start + len(item[0]), new="", kind="value-mismatch", accept=("detail-dropped",))
