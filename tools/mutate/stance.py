"""Edits of certainty, negation, reach and cause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from tools.mutate import lexicon
from tools.mutate.edit import Edit, like, sentences

DONE = re.compile(rf"\b(?P<has>has\s|have\s|had\s)?(?P<verb>{lexicon.ANNOUNCED})\sto\s(?P<act>[a-z]+)\b")
SOON = re.compile(
    rf"\b(?P<who>[A-Z]\w+|it|he|she|who|which|company|government|country|board)\s"
    rf"(?P<verb>{lexicon.ANNOUNCES})\sto\s(?P<act>[a-z]+)\b"
)
EXPECTED = re.compile(r"\b(?:is|are)\s(?:expected|likely)\sto\s(?=[a-z])")
MODAL = re.compile(
    r"\b(?<!our )(?<!the )(?<!a )(?P<modal>will|may|might|could|must)\s(?=(?!not\b|never\b|be\sable)[a-z]+)"
)
MODALS = {"will": "may", "may": "will", "might": "will", "could": "will", "must": "may"}

AUXILIARY = re.compile(
    r"\b(?P<aux>will|would|could|should|must|can)\s(?!not\b|never\b|always\b|only\b|also\b)(?=[a-z]{2,}\b)"
    r"|\b(?P<has>has|have|had)\s(?=(?!not\b|agreed|refused)[a-z]+(?:ed|en|own)\b|become\b|been\b)(?!\w+[.,])"
    r"|\b(?P<is>is|are|was|were)\s(?=(?:a|an|the|[a-z]+ed|[a-z]+ing|in|at|due|expected|likely|ready|able)\b)"
)
NEGATED = re.compile(
    r"\b(?P<aux>did|does|do|will|would|could|has|have|had|is|are|was|were)\snot\s"
    r"(?P<verb>(?!only\b|yet\b|to\b)[a-z]+)\b"
)
#: Words after which no cause can follow, or which give one already.
LINKED = re.compile(
    r"[“”\"]|said\.$|\b(?:who|which|that|whose|according|because|since|owing|due to|as a result|after"
    r"|amid|lest|so as)\b"
)


def past(verb: str, *, participle: bool = False) -> str:
    """The past form of a verb."""
    if participle and verb in lexicon.PARTICIPLES:
        return lexicon.PARTICIPLES[verb]
    if verb in lexicon.IRREGULAR:
        return lexicon.IRREGULAR[verb]
    if verb in lexicon.DOUBLED:
        return f"{verb}{verb[-1]}ed"
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ied"
    return f"{verb}ed"


def present(verb: str) -> str:
    """The third person of a verb."""
    if verb.endswith(("s", "sh", "ch", "x", "o")):
        return f"{verb}es"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}s"


def modality(text: str, rng: Random) -> Iterator[Edit]:
    """What was announced is done; what may be will be, and the other way round."""
    also = ("predicate-shift", "polarity-flip", "quote-altered", "date-shift")
    for m in DONE.finditer(text):
        new = (m["has"] or "") + past(m["act"], participle=bool(m["has"]))
        yield Edit(start=m.start(), end=m.end(), new=new, kind="modality-shift", accept=also)
    for m in SOON.finditer(text):
        yield Edit(
            start=m.start(),
            end=m.end(),
            new=f"has {past(m['act'], participle=True)}",
            kind="modality-shift",
            accept=also,
        )
    for m in EXPECTED.finditer(text):
        yield Edit(start=m.start(), end=m.end(), new="will ", kind="modality-shift", accept=also)
    for m in MODAL.finditer(text):
        yield Edit(
            start=m.start("modal"), end=m.end("modal"), new=MODALS[m["modal"]], kind="modality-shift", accept=also
        )


def polarity(text: str, rng: Random) -> Iterator[Edit]:
    """A negation put in or taken out; a verb turned into its opposite."""
    also = ("quote-altered", "modality-shift", "predicate-shift")
    for start, end in sentences(text):
        found = list(AUXILIARY.finditer(text, start, end))
        for m in found and [rng.choice(found)]:
            at = m.end() - 1
            yield Edit(start=at, end=at, new=" not", kind="polarity-flip", accept=also)
    for m in NEGATED.finditer(text):
        plain = {"did": past(m["verb"]), "does": present(m["verb"]), "do": m["verb"]}.get(
            m["aux"], f"{m['aux']} {m['verb']}"
        )
        yield Edit(start=m.start(), end=m.end(), new=plain, kind="polarity-flip", accept=also)
    for m in re.finditer(rf"\b(?:{'|'.join(lexicon.OPPOSITES)})\b", text):
        yield Edit(start=m.start(), end=m.end(), new=lexicon.OPPOSITES[m[0]], kind="polarity-flip", accept=also)


def scope(text: str, rng: Random) -> Iterator[Edit]:
    """A claim about some made a claim about all, or the other way round."""
    for m in re.finditer(rf"\b(?:{'|'.join(lexicon.SCOPES)})\b(?!\s(?:\d|also\b))", text, re.I):
        new = like(m[0], lexicon.SCOPES[m[0].lower()])
        yield Edit(
            start=m.start(),
            end=m.end(),
            new=new,
            kind="scope-shift",
            accept=("value-mismatch", "quote-altered", "bound-shift"),
        )


def causes(text: str, rng: Random) -> Iterator[Edit]:
    """A reason that nobody gave."""
    for start, end in sentences(text):
        sentence = text[start:end]
        plain = sentence[-1] == "." and end - start < 130 and sentence.count(",") < 2
        if plain and not LINKED.search(sentence):
            yield Edit(
                start=end - 1,
                end=end - 1,
                new=rng.choice(lexicon.CAUSES),
                kind="causality-added",
                accept=("detail-added",),
            )
