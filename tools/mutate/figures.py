"""Edits of figures: value, unit and bound."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from tools.mutate import words
from tools.mutate.edit import Edit, like

NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
SCALE = r"(?:thousand|million|billion|trillion|bn|m)\b"
WORD = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)"
MONTH = "|".join(words.MONTHS)

MONEY = re.compile(rf"(?P<currency>US\$|[$€£])(?P<number>{NUMBER})(?:\s?(?P<scale>{SCALE}))?")
PERCENT = re.compile(rf"(?<![\w.,$€£-])(?P<number>{NUMBER})(?P<sign>\s?%|\s(?:percent|per cent)\b)")
#: A bare figure before a word: no part of a date, of money or of a longer number.
COUNT = re.compile(
    rf"(?<![\w.,$€£:/-])(?<!No\. )(?P<number>{NUMBER})(?P<scale>\s{SCALE})?"
    rf"(?=(?:\s(?!{MONTH})[A-Za-z’']|-[a-z]))(?!\s(?:percent|per cent)\b)"
)
#: A figure that is part of a name: "the Level 7 Group".
NAMED = re.compile(r"[A-Z]\w+\s\Z")
SPELLED = re.compile(
    rf"(?<![\w-])(?P<number>{WORD})(?P<scale>\s{SCALE})?(?=\s(?!sides\b)[a-z]|-(?:year|day|month|week|hour|point|member|story)\b)",
    re.I,
)
YEAR = re.compile(r"(?:19|20)\d\d\Z")
#: A figure before this is a time of day.
CLOCK = re.compile(r"\s[ap]\.?m\b")
DAY = re.compile(rf"(?:{MONTH}|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)\s\Z")

_BOUND = "|".join(sorted((b for side in words.BOUNDS.values() for b in side), key=len, reverse=True))
BOUND = re.compile(
    rf"\b(?P<bound>{_BOUND})\s(?=(?:US\$|[$€£])?\d|{WORD}\b|a (?:million|billion|dozen|hundred|thousand)\b)", re.I
)
#: Between these and a figure there is no room for a bound.
CLOSED = re.compile(
    r"\b(?:the|a|an|its|his|her|their|this|that|these|those|another|further|additional|extra|first|last|next|past|every"
    r"|other|than|by|or|and|to|least|most|no|of its|exactly|[a-z]+[’']s)\s\Z",
    re.I,
)
DURATION = re.compile(
    r"(?:\d+|[a-z]+)[\s-](?:more\s)?(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centur)", re.I
)
CHANGE = re.compile(
    r"\b(?:rose|fell|(?<!made )up|down|increased?|dropped|grew|climbed|gained|slipped|declined|jumped|risen|fallen"
    r"|grown)\s(?:\w+\s){0,2}\Z"
)


def counts(text: str) -> Iterator[re.Match[str]]:
    """Bare figures that count something: no years, no days of the month."""
    for m in COUNT.finditer(text):
        if NAMED.search(text, 0, m.start()) and text[m.end() + 1].isupper():
            continue
        if m["scale"] or not (YEAR.match(m["number"]) or DAY.search(text, 0, m.start())):
            yield m


def changed(number: str, rng: Random) -> str:
    """Another number in the same notation, further away than any rounding."""
    digits = [i for i, c in enumerate(number) if c.isdigit()]
    value = float(number.replace(",", ""))
    options = []
    for i in digits[:2]:
        for digit in "123456789":
            options.append(number[:i] + digit + number[i + 1 :])
    if len(digits) > 1:
        a, b = digits[:2]
        swap = list(number)
        swap[a], swap[b] = swap[b], swap[a]
        options.append("".join(swap))
    options = [
        o
        for o in options
        if abs(float(o.replace(",", "")) - value) > max(0.25 * value, 0.9 if value < 5 and "." not in number else 0)
    ]
    options = [o for o in options if not o.startswith("0") or number.startswith("0")]
    return rng.choice([o for o in options if value > 100 or float(o.replace(",", "")) <= 100 or value < 10] or options)


def values(text: str, rng: Random) -> Iterator[Edit]:
    """Money, shares and counts with another number."""
    accept = ("arithmetic", "self-contradiction")
    for m in [*MONEY.finditer(text), *PERCENT.finditer(text), *counts(text)]:
        start, end = m.span("number")
        kind, also = ("date-shift", ()) if CLOCK.match(text, end) else ("value-mismatch", accept)
        new = next((n for n in (changed(m["number"], rng) for _ in range(20)) if ordered(text, start, end, n)), None)
        if new:
            yield Edit(start=start, end=end, new=new, kind=kind, accept=also)
    for m in SPELLED.finditer(text):
        old = words.CARDINALS.index(m["number"].lower())
        word = words.CARDINALS[rng.choice([n for n in range(2, 21) if n != old and abs(n - old) <= 3])]
        timed = ("date-shift",) if DURATION.match(text, m.start()) else ()
        yield Edit(
            start=m.start("number"),
            end=m.end("number"),
            new=like(m["number"], word),
            kind="value-mismatch",
            accept=(*accept, *timed),
        )


def ordered(text: str, start: int, end: int, new: str) -> bool:
    """Whether a range around the number, if there is one, still rises; and a clock still tells a time."""
    value = float(new.replace(",", ""))
    if CLOCK.match(text, end):
        return 1 <= value <= 12
    upper = re.match(rf"\s(?:and|to)\s(?:US\$|[$€£])?({NUMBER})", text[end:])
    lower = re.search(rf"({NUMBER})\s?(?:%|percent|per cent)?\s(?:and|to)\s(?:US\$|[$€£])?\Z", text[:start])
    above = upper is None or value < float(upper[1].replace(",", ""))
    return above and (lower is None or value > float(lower[1].replace(",", "")))


def units(text: str, rng: Random) -> Iterator[Edit]:
    """Figures with another scale, currency or unit."""
    scaled = ("value-mismatch",)
    for m in [*MONEY.finditer(text), *counts(text), *SPELLED.finditer(text)]:
        scale = (m["scale"] or "").strip()
        if scale in words.SCALE_SHIFTS:
            new = rng.choice(words.SCALE_SHIFTS[scale])
            yield Edit(
                start=m.end("scale") - len(scale), end=m.end("scale"), new=new, kind="unit-mismatch", accept=scaled
            )
    for m in MONEY.finditer(text):
        yield Edit(
            start=m.start(), end=m.end("currency"), new=words.CURRENCY_SHIFTS[m["currency"]], kind="unit-mismatch"
        )
    for m in re.finditer(rf"(?:{NUMBER}|{WORD})(?:\s{SCALE})?[\s](?P<unit>\w+)\b", text):
        new_unit = (words.UNIT_SHIFTS | words.CURRENCY_WORDS).get(m["unit"])
        if new_unit:
            yield Edit(
                start=m.start("unit"),
                end=m.end("unit"),
                new=new_unit,
                kind="unit-mismatch",
                accept=(*scaled, "date-shift"),
            )
    for m in PERCENT.finditer(text):
        if CHANGE.search(text, 0, m.start()):
            yield Edit(start=m.start("sign"), end=m.end("sign"), new=" percentage points", kind="unit-mismatch")


def bounds(text: str, rng: Random) -> Iterator[Edit]:
    """Figures whose approximator points elsewhere, is gone, or is new."""
    bound = set()
    for m in BOUND.finditer(text):
        bound.add(m.end())
        old = m["bound"].lower()
        if old in ("over", "under", "around", "some", "about") and DURATION.match(text, m.end()):
            continue
        side = next(s for s, names in words.BOUNDS.items() if old in names)
        new = rng.choice(words.BOUND_SHIFTS[side])
        end = m.end("bound") if new else m.end()
        if not new and text[m.end()].islower() and m["bound"][0].isupper():
            continue
        accept = ("value-mismatch",) if new else ("value-mismatch", "more-specific")
        yield Edit(
            start=m.start(), end=end, new=like(m["bound"], new) if new else "", kind="bound-shift", accept=accept
        )
    for m in [*MONEY.finditer(text), *PERCENT.finditer(text), *counts(text)]:
        large = m.re is not COUNT or bool(m["scale"]) or float(m["number"].replace(",", "")) >= 100
        if (
            large
            and m.start() not in bound
            and not CLOSED.search(text, 0, m.start())
            and text[m.end() : m.end() + 1] != "-"
        ):
            if DURATION.match(text, m.start()) or not text[: m.start()].endswith(" "):
                continue
            new = rng.choice(("more than ", "less than ", "at least "))
            yield Edit(
                start=m.start(),
                end=m.start(),
                new=new,
                kind="bound-shift",
                accept=("vaguer", "value-mismatch", "detail-added"),
            )
