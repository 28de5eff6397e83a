"""Edits that drop, add or blur what a text says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from tools.mutate import lexicon, words
from tools.mutate.edit import Edit, sentences
from tools.mutate.facts import people
from tools.mutate.figures import BOUND, CLOSED, MONEY, counts

#: A sentence that begins so leans on the one before it.
LEANING = re.compile(
    r"\s*[“\"]?(?:It|He|She|They|This|That|These|Those|Its|His|Her|Their|The group|However|But|Meanwhile|If|Though"
    r"|Still|In response)\b|[^.\n]*\b(?:also|too|either)\b"
)
APPOSITION = re.compile(
    r"(?<=[a-z]),\s(?:the|a|an|which|who|whose)\s(?:[^,.;“”\"\n]|(?<=\d),(?=\d)){8,70},(?=\s(?!according|nor|and|or)[a-z])"
)
TAIL = re.compile(
    r",\s(?:mainly|mostly|predominantly|particularly|especially|including|down\sfrom|up\sfrom)"
    r"\s(?:[^,.;“”\"\n]|,\s\w+\sand\s|(?<=\d),(?=\d)){5,70}(?=\.(?:\s|$))",
    re.M,
)
#: Things that are measured, not counted: nobody writes "dozens of metres".
MEASURED = re.compile(rf"\s(?:{'|'.join(words.UNIT_SHIFTS)}|MW|GW|cents|degrees|percent|per cent)\b|-")
BLURRED = {"thousand": "thousands", "million": "millions", "billion": "billions", "trillion": "trillions"}


def dropped(text: str, rng: Random) -> Iterator[Edit]:
    """A whole sentence gone, the first and those that others lean on excepted."""
    for start, end in sentences(text)[1:]:
        line = text[end : (text + "\n").index("\n", end)].strip()
        alone = not line and text[start - 1 : start] == "\n"
        rest = text[end:].lstrip()
        if end - start >= 60 and not LEANING.match(rest):
            stop = len(text) - len(rest) if alone or line else end
            yield Edit(start=start, end=stop, new="", kind="claim-dropped", accept=("detail-dropped",))


def trimmed(text: str, rng: Random) -> Iterator[Edit]:
    """A clause that gives a detail gone."""
    for m in [*APPOSITION.finditer(text), *TAIL.finditer(text)]:
        accept = ("claim-dropped", "attribution-drop", "scope-shift", "vaguer")
        yield Edit(start=m.start(), end=m.end(), new="", kind="detail-dropped", accept=accept)


def blurred(text: str, rng: Random) -> Iterator[Edit]:
    """A figure or date made vague."""
    also = ("detail-dropped", "date-shift")
    for m in re.finditer(rf"\bon (?:{'|'.join(words.WEEKDAYS)})\b|\blast (?:week|month)\b", text):
        yield Edit(start=m.start(), end=m.end(), new="recently", kind="vaguer", accept=also)
    for m in re.finditer(r"\b(?:in|since) ((?:19|20)\d)\d\b(?=[\s,.])", text):
        yield Edit(start=m.start(1), end=m.end(), new=f"the {m[1]}0s", kind="vaguer", accept=also)
    for m in [*MONEY.finditer(text), *counts(text)]:
        scale = (m["scale"] or "").strip()
        lead = next((b for b in BOUND.finditer(text) if b.end() == m.start()), None)
        start = lead.start() if lead else m.start()
        if CLOSED.search(text, 0, start) or text[start : start + 1].isupper():
            continue
        if (
            m.re is MONEY
            and m["currency"] == "$"
            and scale in BLURRED
            and not text[m.end() :].startswith((" worth", " more"))
        ):
            yield Edit(
                start=start,
                end=m.end(),
                new=f"{BLURRED[scale]} of dollars",
                kind="vaguer",
                accept=("detail-dropped", "bound-shift"),
            )
        elif m.re is not MONEY and not scale and not MEASURED.match(text, m.end()):
            new = crowd(float(m["number"].replace(",", "")))
            if new:
                yield Edit(start=start, end=m.end(), new=new, kind="vaguer", accept=("detail-dropped", "bound-shift"))


def crowd(value: float) -> str:
    """The loose word for a count; none below 20."""
    sizes = {
        200_000: "hundreds of thousands of",
        20_000: "tens of thousands of",
        2_000: "thousands of",
        200: "hundreds of",
        20: "dozens of",
    }
    return next((word for least, word in sizes.items() if value >= least), "")


def added(text: str, rng: Random) -> Iterator[Edit]:
    """A detail about a person, or a sentence, that the text did not have."""
    for start, end in people(text):
        if not text[end:].startswith((",", "’", "'")) and text[:start].rstrip()[-1:] != "“":
            new = rng.choice(lexicon.PERSONAL)
            comma = "" if text[end : end + 1] in ".;" else ","
            yield Edit(
                start=end, end=end, new=new + comma, kind="detail-added", accept=("claim-added", "more-specific")
            )
    for _, end in sentences(text)[1:]:
        if (text + "\n")[end] == "\n" and rng.random() < 0.6:
            new = " " + rng.choice(lexicon.STRANGERS)
            yield Edit(start=end, end=end, new=new, kind="claim-added", accept=("detail-added", "date-shift"))
