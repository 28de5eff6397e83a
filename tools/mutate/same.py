"""Edits that keep the meaning: notation, synonyms of bounds and ranks, names of one country, marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from tools.mutate import words
from tools.mutate.edit import NONE, Edit, like, opens
from tools.mutate.figures import BOUND, CLOCK, DURATION, MONEY, PERCENT, SPELLED, counts

#: After these a sum is no attribute: "$5 million in grants", not "a $5 million grant".
FREE = re.compile(
    r"\s?(?:[,.;:)]|\s(?:in|of|from|for|to|and|by|on|at|over|since|as|more|mainly|according|last|this|a)\b|\Z)"
)
CLOSED = re.compile(r"\b(?:a|an|the|this|that|its|his|her|their|whose|[A-Z][a-z]+’s|[A-Z][a-z]+'s)\s(?:\w+\s)?\Z")
CURLY = str.maketrans("“”‘’", "\"\"''")


def notation(text: str, rng: Random) -> Iterator[Edit]:
    """The same figure written in another way."""
    for m in MONEY.finditer(text):
        number, scale = m["number"], m["scale"]
        if m["currency"] == "$" and FREE.match(text, m.end()) and not CLOSED.search(text, 0, m.start()):
            yield Edit(start=m.start(), end=m.end(), new=f"{number}{' ' + scale if scale else ''} dollars", kind=NONE)
        if scale == "million" and float(number.replace(",", "")) >= 100:
            new = f"{m['currency']}{float(number.replace(',', '')) / 1000:g} billion"
            yield Edit(start=m.start(), end=m.end(), new=new, kind=NONE)
        if scale == "billion" and re.fullmatch(r"\d\.\d", number):
            yield Edit(
                start=m.start(), end=m.end(), new=f"{m['currency']}{round(float(number) * 1000):,} million", kind=NONE
            )
        if scale and text[m.end() - len(scale) - 1] == " ":
            at = m.end() - len(scale) - 1
            yield Edit(start=at, end=at + 1, new="\u00a0", kind=NONE)
    for m in PERCENT.finditer(text):
        new = rng.choice([s for s in ("%", " %", " percent", " per cent") if s != m["sign"].replace("\u00a0", " ")])
        yield Edit(start=m.start("sign"), end=m.end("sign"), new=new, kind=NONE)
    for m in counts(text):
        value = float(m["number"].replace(",", ""))
        if m["scale"] or CLOCK.match(text, m.end()):
            continue
        if value % 1000 == 0 and value // 1000 in range(1, 21):
            new = f"{'one' if value == 1000 else words.CARDINALS[int(value // 1000)]} thousand"
            yield Edit(
                start=m.start(), end=m.end("number"), new=like("X" if opens(text, m.start()) else "x", new), kind=NONE
            )
        elif value in range(2, 13):
            new = words.CARDINALS[int(value)]
            yield Edit(
                start=m.start(), end=m.end("number"), new=like("X" if opens(text, m.start()) else "x", new), kind=NONE
            )
        elif value >= 1000 and "," in m["number"]:
            yield Edit(start=m.start(), end=m.end("number"), new=m["number"].replace(",", ""), kind=NONE)
    for m in SPELLED.finditer(text):
        if not opens(text, m.start()) and not m["scale"]:
            yield Edit(
                start=m.start(), end=m.end("number"), new=str(words.CARDINALS.index(m["number"].lower())), kind=NONE
            )


def synonyms(text: str, rng: Random) -> Iterator[Edit]:
    """Another word for the same bound, rank, increment or unit."""
    for m in BOUND.finditer(text):
        twin = words.BOUND_TWINS.get(m["bound"].lower())
        if twin and not ({twin, m["bound"].lower()} & {"over", "around"} and DURATION.match(text, m.end())):
            yield Edit(start=m.start(), end=m.end("bound"), new=like(m["bound"], twin), kind=NONE)
    for m in re.finditer(r"\b(largest|biggest)\b", text, re.I):
        new = "biggest" if m[0].lower() == "largest" else "largest"
        yield Edit(start=m.start(), end=m.end(), new=like(m[0], new), kind=NONE)
    for m in re.finditer(r"\b(another|an additional|a further)\s(?=[$€£]?\d)", text, re.I):
        new = rng.choice([w for w in ("another", "an additional", "a further") if w != m[1].lower()])
        yield Edit(start=m.start(1), end=m.end(1), new=like(m[1], new), kind=NONE)
    for m in re.finditer(r"(?<=\d )(kilometres|kilometers|km|percent)\b", text):
        new = {"kilometres": "km", "kilometers": "km", "km": "kilometres", "percent": "per cent"}[m[0]]
        yield Edit(start=m.start(), end=m.end(), new=new, kind=NONE)
    for m in re.finditer(r"\b(ten years|a decade)(?= (?:ago|earlier|later)\b)", text):
        yield Edit(start=m.start(), end=m.end(), new="a decade" if m[0] == "ten years" else "ten years", kind=NONE)


def names(text: str, rng: Random) -> Iterator[Edit]:
    """A country, date or day in its other usual form."""
    for m in re.finditer(r"\b(?P<the>[Tt]he )(?P<name>United States|U\.S\.(?!\s[A-Z]))(?=[\s,.])", text):
        new = "U.S." if m["name"].startswith("United") else "United States"
        tail = m.end()
        if new == "U.S." and text[tail] == ".":
            tail += 1
        ends = m["name"] == "U.S." and re.match(r"\s*(?:\n|\Z)", text[tail:]) is not None
        yield Edit(start=m.start("name"), end=tail, new=new + ("." if ends else ""), kind=NONE)
    for m in re.finditer(r"\bU\.S\.(?= [a-z])", text):
        yield Edit(start=m.start(), end=m.end(), new="US", kind=NONE)
    for m in re.finditer(rf"(?<=[a-z]\s)on (?=(?:{'|'.join(words.WEEKDAYS)})\b)", text):
        yield Edit(start=m.start(), end=m.end(), new="", kind=NONE)
    for m in re.finditer(rf"\b({'|'.join(words.MONTHS)}) (\d{{1,2}})(?=[\s.,])(?!,? \d{{4}})", text):
        yield Edit(start=m.start(), end=m.end(), new=f"{m[2]} {m[1]}", kind=NONE)


def marks(text: str, rng: Random) -> Iterator[Edit]:
    """The same words with other quotation marks, apostrophes, dashes or composed letters."""
    for line in re.finditer(r"[^\n]{40,}", text):
        straight = line[0].translate(CURLY)
        if straight != line[0]:
            yield Edit(start=line.start(), end=line.end(), new=straight, kind=NONE)
        curly = re.sub(r"(?<!\S)\"|(?<=[(])\"", "“", line[0]).replace('"', "”")
        curly = re.sub(r"(?<![\w.,!?”])'(?=\w)", "‘", curly).replace("'", "’")
        if curly != line[0] and line[0].count('"') % 2 == 0:
            yield Edit(start=line.start(), end=line.end(), new=curly, kind=NONE)
    for m in re.finditer(r" [–—-] |(?<=\w)—(?=\w)", text):
        yield Edit(
            start=m.start(),
            end=m.end(),
            new=rng.choice([d for d in (" — ", " – ", " - ", "—") if d != m[0]]),
            kind=NONE,
        )
