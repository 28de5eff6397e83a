"""Edits of names, roles, quotations and attributions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from tools.mutate import lexicon
from tools.mutate.edit import Edit, like, sentences

NAME = r"[A-Z](?:[\w-]|[’'](?=[A-Z]))*[a-z]"
FULL = rf"{NAME}(?:\s[A-Z]\.)?(?:\s{NAME}){{1,2}}"
#: A person: a full name after a title, or before an age, "who" or a verb of speech.
PERSON = re.compile(
    rf"(?:\b(?:{lexicon.TITLES})\s(?P<after>{FULL})\b|\b(?<!of )(?P<before>{FULL})(?=,\s(?:\d\d|who)\b|\ssaid\b))"
)
COUNTRY = re.compile(rf"(?<![\w-])(?<![A-Z][a-z]{{4}}\s)(?:{'|'.join(lexicon.COUNTRIES)})\b(?!-|\s[A-Z])")
SPEECH = re.compile(r",?\s(?:said|says|told|added)\b|\bsaid\s\Z")
DEED = re.compile(
    rf"\b(?!(?:He|She|It|They|We|You|This|That)\b)(?P<a>(?:[A-Z][\w’'.-]*\s){{0,4}}{NAME})\s(?P<deed>(?:has\s|had\s)?(?:{lexicon.DEEDS}))\s"
    rf"(?P<b>(?:[A-Z][\w’'-]*\s){{0,4}}{NAME})(?=[.,;]|\s(?:in|on|over|for|to|that|at|of|with|after|by)\b)"
)
PASSIVE = re.compile(
    rf"(?P<a>(?:{NAME}\s){{0,3}}{NAME})(?P<deed>\swas\s\w+ed\sby\s)(?P<b>(?:{NAME}\s){{0,3}}{NAME})(?=[.,;\s])"
)
QUOTE = re.compile(r"[“\"](?P<words>[^“”\"\n]{20,})[”\"]")

_WHO = r"(?P<who>(?:U\.[SN]\.|[^,.;“”\"\n])+)"
TRAILING = re.compile(rf",?\saccording\sto\s{_WHO}(?=[.,;])")
FRONTED = re.compile(rf"(?:(?<=[.\n]\s)|^)According\sto\s{_WHO},\s(?P<next>\w)", re.M)
CLOSING = re.compile(
    rf"(?<![”\"’]),\s(?P<who>(?:{NAME}\s)*{NAME}|he|she|it|they|the\s[a-z ]{{3,30}}|[a-z ]{{3,30}}\sdata)"
    r"\s(?:said|says|shows?)(?=\.|,\s(?:main|most|pre))"
)
OPENING = re.compile(
    rf"(?:(?<=[.”\"]\s)|^)(?P<who>[A-Z][^,.;“”\"\n]{{2,60}}?)\ssaid\s(?:that\s)?"
    rf"(?P<rest>the|its|a|an|it|he|she|they|{NAME}(?=\s(?:was|were|is|would|had|has)\b))\b",
    re.M,
)


def people(text: str) -> list[tuple[int, int]]:
    """Where full names of persons stand."""
    return [m.span("after") if m["after"] else m.span("before") for m in PERSON.finditer(text)]


def swapped(text: str, spans: list[tuple[int, int]], rng: Random, accept: tuple[str, ...]) -> Iterator[Edit]:
    """Each span replaced by the words of another that its sentence does not have."""
    for start, end in spans:
        home = next((text[a:b] for a, b in sentences(text) if a <= start < b), None)
        others = sorted({text[a:b] for a, b in spans if home and text[a:b] not in home})
        quoted = [m for m in QUOTE.finditer(text) if m.start() < start < m.end()]
        if home is not None and others:
            spoke = SPEECH.match(text, end) or text[:start].endswith("said ")
            kind, also = ("attribution-change", "entity-swap") if spoke else ("entity-swap", "attribution-change")
            yield Edit(
                start=start,
                end=end,
                new=rng.choice(others),
                kind=kind,
                accept=(also, *accept, *(quoted and ("quote-altered",))),
            )


def entities(text: str, rng: Random) -> Iterator[Edit]:
    """A person or state replaced by another of the same text."""
    yield from swapped(text, people(text), rng, ("role-swap",))
    yield from swapped(text, [m.span() for m in COUNTRY.finditer(text)], rng, ("role-swap", "scope-shift"))


def roles(text: str, rng: Random) -> Iterator[Edit]:
    """Who did it and to whom it was done, exchanged."""
    for pattern in (DEED, PASSIVE):
        for m in pattern.finditer(text):
            if m["a"] not in m["b"] and m["b"] not in m["a"]:
                new = f"{m['b']} {m['deed'].strip()} {m['a']}"
                yield Edit(start=m.start("a"), end=m.end("b"), new=new, kind="role-swap", accept=("entity-swap",))
    for start, end in sentences(text):
        named = list(COUNTRY.finditer(text, start, end))
        if len(named) > 1 and named[0].start() - start < 20 and named[0][0] != named[1][0]:
            between = text[named[0].end() : named[1].start()]
            if not re.search(r"\b(?:and|or|with|between)\b|^,\s$", between):
                new = named[1][0] + between + named[0][0]
                yield Edit(
                    start=named[0].start(), end=named[1].end(), new=new, kind="role-swap", accept=("entity-swap",)
                )


def quotes(text: str, rng: Random) -> Iterator[Edit]:
    """A word inside quotation marks changed or gone."""
    for m in QUOTE.finditer(text):
        known = [w for w in re.finditer(r"[a-z]+", m["words"]) if w[0] in lexicon.MISQUOTES]
        for word in known and [rng.choice(known)]:
            start, end = m.start("words") + word.start(), m.start("words") + word.end()
            new = lexicon.MISQUOTES[word[0]]
            end += not new
            also = ("polarity-flip",) if word[0] == "not" else ("predicate-shift", "modality-shift")
            yield Edit(start=start, end=end, new=new, kind="quote-altered", accept=also)


def unsourced(text: str, rng: Random) -> Iterator[Edit]:
    """A claim without the words that say where it comes from."""
    dropped = ("detail-dropped", "modality-shift")
    for pattern in (TRAILING, CLOSING):
        for m in pattern.finditer(text):
            yield Edit(start=m.start(), end=m.end(), new="", kind="attribution-drop", accept=dropped)
    for m in FRONTED.finditer(text):
        yield Edit(start=m.start(), end=m.end(), new=m["next"].upper(), kind="attribution-drop", accept=dropped)
    for m in OPENING.finditer(text):
        yield Edit(start=m.start(), end=m.end(), new=like("X", m["rest"]), kind="attribution-drop", accept=dropped)


def resourced(text: str, rng: Random) -> Iterator[Edit]:
    """A claim credited to another provider."""
    for m in [*TRAILING.finditer(text), *FRONTED.finditer(text), *CLOSING.finditer(text)]:
        new = rng.choice(lexicon.PROVIDERS)
        yield Edit(start=m.start("who"), end=m.end("who"), new=new, kind="attribution-change", accept=("entity-swap",))
