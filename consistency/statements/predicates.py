"""Who does what to whom: the verbs of a sentence with their arguments, certainty and negations, from its parse."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from consistency.language.certainty import Certainty, Polarity
from consistency.language.countries import country_of
from consistency.language.cues import labels, negations
from consistency.language.memoize import memoize_by_identity
from consistency.language.resources import table
from consistency.types import Word
from consistency.types.limits import VERBS


class Slot(StrEnum):
    """What a name is to a verb."""

    AGENT = "agent"
    THEME = "theme"
    GOAL = "goal"


#: Dependents that are arguments, and the slots that they fill.
SLOTS = {"nsubj": Slot.AGENT, "nsubjpass": Slot.THEME, "dobj": Slot.THEME, "dative": Slot.GOAL}

#: Slots of the objects of prepositions.
PREPOSITIONS = {"by": Slot.AGENT, "to": Slot.GOAL}

#: Dependents that begin another statement.
CLAUSES = frozenset(
    {"advcl", "relcl", "acl", "ccomp", "conj", "parataxis", "nsubj", "nsubjpass", "punct", "cc", "mark"}
)

CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "VERB"})


#: What opens a side clause that tells a fact.
FACTS = frozenset({"as", "while", "after", "when", "because", "since", "although", "though"})

#: Helpers that leave open whether it happens; "could" also tells of what one was able to do.
MAY = frozenset({"may", "might", "could"})

#: Forms in which a verb tells what was done, without and with one that it depends on: "continues to strengthen".
_TOLD = (frozenset({"VBD"}), frozenset({"VBD", "VBZ", "VBP"}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """A verb at ``[first, last)`` of the words, with its auxiliaries and the verb that it depends on.

    ``subject`` and ``rest`` are the content words of its subject and of all other arguments; ``anyone``
    is true where a pronoun is the subject, which may stand for whoever is the other's;
    ``slots`` the names in each slot, ``themes`` the places of what it is done to. ``main`` is false
    for verbs of side clauses, whose certainty and negation depend on the word that opens them;
    ``perfect`` ones tell of a stretch of time. ``extent`` reaches from the verb over its objects.
    """

    verb: int
    first: int
    last: int
    lemma: str
    certainty: Certainty
    negated: bool
    main: bool
    perfect: bool
    subject: frozenset[str]
    anyone: bool
    rest: frozenset[str]
    slots: dict[Slot, frozenset[str]]
    themes: frozenset[int]
    extent: tuple[int, int]


@memoize_by_identity
def predicates(words: tuple[Word, ...]) -> tuple[Predicate, ...]:
    """The predicates of a sentence, in order; the same ones are asked for against each source."""
    below = dependents(words)
    verbs = [n for n, word in enumerate(words) if word.pos == "VERB"]
    return tuple([_predicate(words, below, n) for n in verbs[:VERBS]])


Below = Mapping[int, Sequence[int]]


@memoize_by_identity
def dependents(words: tuple[Word, ...]) -> Below:
    """For each word, the places of those that depend on it."""
    below: dict[int, list[int]] = {}
    for n, word in enumerate(words):
        if 0 <= word.head < len(words) and word.head != n:
            below.setdefault(word.head, []).append(n)
    return below


def _predicate(words: Sequence[Word], below: Below, verb: int) -> Predicate:
    chain = _chain(words, verb)
    helpers = [n for v in chain for n in below.get(v, ()) if words[n].dep in ("aux", "auxpass", "neg")]
    first = min([*chain, *helpers])
    last = max([verb, *(n for n in below.get(verb, ()) if words[n].dep == "prt")]) + 1
    slots: dict[Slot, set[str]] = {}
    for dep, noun in _arguments(words, below, verb, chain):
        slots.setdefault(dep, set()).update(_names(words, below, noun))
    doers = [_meant(words, verb, n) for n in subjects(words, below, chain)]
    subject = {key for n in doers for key in _content(words, below, n)}
    rest = {key for n in below.get(verb, ()) if words[n].dep not in CLAUSES for key in _content(words, below, n)}
    return Predicate(
        verb=verb,
        first=first,
        last=last,
        lemma=words[verb].lemma.lower(),
        certainty=_certainty(words, below, first, chain),
        negated=_negated(words, below, [*chain, *helpers]),
        main=all(
            words[v].dep in ("ROOT", "conj", "ccomp", "relcl", "xcomp") or _beside(words, below, v) for v in chain
        ),
        perfect=any(words[n].lemma.lower() in ("have", "'ve") for n in helpers),
        subject=frozenset(subject),
        anyone=any(words[n].pos == "PRON" for n in doers),
        rest=frozenset(rest),
        slots={slot: frozenset(found) for slot, found in slots.items()},
        themes=frozenset(n for n in below.get(verb, ()) if words[n].dep in ("dobj", "nsubjpass")),
        extent=_extent(words, below, verb),
    )


def _meant(words: Sequence[Word], verb: int, doer: int) -> int:
    """What a relative pronoun stands for: the noun that its clause belongs to."""
    top = verb
    while words[top].dep in ("xcomp", "conj") and words[top].head != top:
        top = words[top].head
    relative = words[top].dep == "relcl" and words[doer].tag in ("WDT", "WP")
    return words[top].head if relative else doer


def _chain(words: Sequence[Word], verb: int) -> list[int]:
    """The verb and those that govern it as an open complement: "agreed to reinforce"."""
    chain = [verb]
    while words[chain[-1]].dep == "xcomp" and words[words[chain[-1]].head].pos == "VERB" and len(chain) < len(words):
        chain.append(words[chain[-1]].head)
    return chain


def _certainty(words: Sequence[Word], below: Below, first: int, chain: Sequence[int]) -> Certainty:
    """What the helpers and governors of a verb make of it; one that governs another says nothing by itself."""
    verb = chain[0]
    inner = words[first : verb + 1]
    said = labels(inner, "certainty")
    if Certainty.COMMITTED in said:
        return Certainty.COMMITTED
    if Certainty.INTENDED in said:
        return Certainty.INTENDED
    if said in ({Certainty.CERTAIN}, {Certainty.POSSIBLE}) or inner[0].lemma.lower() in MAY:
        return Certainty.CERTAIN if said == {Certainty.CERTAIN} else Certainty.POSSIBLE
    aspect = table("language", "stance")["aspect"]["verbs"]
    told = words[chain[-1]] if all(words[n].lemma.lower() in aspect for n in chain[1:]) else words[verb]
    finite = told.tag in _TOLD[len(chain) > 1] or (told.tag == "VBN" and _perfect(inner))
    root = told.dep in ("ROOT", "conj", "ccomp", "relcl")
    governs = any(words[n].dep == "xcomp" for n in below.get(verb, ()))
    return Certainty.DONE if finite and root and not governs and not said else Certainty.OPEN


def _beside(words: Sequence[Word], below: Below, verb: int) -> bool:
    """Whether a side clause tells a fact beside the main one: "as", "while", "after" it happens."""
    marks = [words[n].text.lower() for n in below.get(verb, ()) if words[n].dep in ("mark", "advmod")]
    return words[verb].dep == "advcl" and bool(marks) and marks[0] in FACTS


def _perfect(inner: Sequence[Word]) -> bool:
    return any(word.lemma.lower() in ("have", "'ve") and word.tag in ("VBZ", "VBP", "VBD") for word in inner) or any(
        word.dep == "auxpass" and word.tag == "VBD" for word in inner
    )


def _negated(words: Sequence[Word], below: Below, parts: Sequence[int]) -> bool:
    """Whether an odd number of negations stands with a verb, its governors and helpers."""
    own = {m for n in parts for m in below.get(n, ()) if words[m].dep in ("neg", "prt", "advmod", "aux", "mark")}
    return Polarity.after(negations([words[n] for n in sorted({*parts, *own})])) is Polarity.NEGATED


def _extent(words: Sequence[Word], below: Below, verb: int) -> tuple[int, int]:
    """From the verb to the last word of its objects."""
    objects = [
        n for n in below.get(verb, ()) if words[n].dep in ("dobj", "prep", "dative", "agent", "prt") and n > verb
    ]
    phrases = [m for n in objects for m in _noun(words, below, n)]
    return verb, max([verb, *phrases]) + 1


def _noun(words: Sequence[Word], below: Below, top: int) -> Iterator[int]:
    """A noun or prepositional phrase without clauses and without what hangs on it by another preposition."""
    yield top
    for n in below.get(top, ()):
        if words[n].dep in ("pobj", "compound", "det", "amod", "poss", "nummod", "nmod", "appos"):
            yield from _noun(words, below, n)


def _under(words: Sequence[Word], below: Below, top: int) -> Iterator[int]:
    yield top
    for n in below.get(top, ()):
        if words[n].dep not in ("relcl", "advcl", "ccomp", "acl", "pcomp"):
            yield from _under(words, below, n)


def subjects(words: Sequence[Word], below: Below, chain: Sequence[int]) -> list[int]:
    """The subjects of a verb, of what governs it, or of the verb it is joined to."""
    seen = list(chain)
    while (
        words[seen[-1]].dep == "conj" and words[words[seen[-1]].head].pos in ("VERB", "AUX") and len(seen) < len(words)
    ):
        seen.append(words[seen[-1]].head)
    for verb in seen:
        found = [n for n in below.get(verb, ()) if words[n].dep in ("nsubj", "nsubjpass")]
        if found:
            return found
    return []


def _arguments(words: Sequence[Word], below: Below, verb: int, chain: Sequence[int]) -> Iterator[tuple[Slot, int]]:
    passive = any(words[n].dep == "auxpass" for n in below.get(verb, ()))
    for n in subjects(words, below, chain):
        yield Slot.THEME if passive else Slot.AGENT, n
    for n in below.get(verb, ()):
        if words[n].dep in ("dobj", "dative") and words[n].pos != "ADP":
            yield SLOTS[words[n].dep], n
        slot = PREPOSITIONS.get(words[n].text.lower())
        if slot and words[n].dep in ("prep", "agent", "dative"):
            yield from ((slot, m) for m in below.get(n, ()) if words[m].dep == "pobj")


def _names(words: Sequence[Word], below: Below, noun: int) -> set[str]:
    """The names in a noun phrase, without what hangs on it by a preposition or clause."""
    inner = [noun, *(n for n in below.get(noun, ()) if words[n].dep in ("compound", "appos", "nmod", "conj"))]
    return {_key(words[n]) for n in inner if words[n].pos == "PROPN"}


def _content(words: Sequence[Word], below: Below, top: int) -> Iterator[str]:
    """The content words under a word, no further than the next statement."""
    return (_key(words[n]) for n in _under(words, below, top) if words[n].pos in CONTENT)


def _key(word: Word) -> str:
    land = country_of(word.text) if word.text[:1].isupper() else None
    return f"@{land.name}" if land else word.lemma.lower()
