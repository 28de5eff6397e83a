"""The predicates of a parsed sentence: verbs with their arguments, certainty and negation."""

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
    """The role of an argument of a verb."""

    AGENT = "agent"
    THEME = "theme"
    GOAL = "goal"


#: The slots that dependents fill, by their labels in the CLEAR scheme of spaCy's English models.
_SLOTS = {"nsubj": Slot.AGENT, "nsubjpass": Slot.THEME, "dobj": Slot.THEME, "dative": Slot.GOAL}

#: The slots that objects of prepositions fill.
_PREPOSITION_SLOTS = {"by": Slot.AGENT, "to": Slot.GOAL}

#: Dependents of a verb that are its subject, another statement or no argument.
_NOT_COMPLEMENTS = frozenset(
    {"advcl", "relcl", "acl", "ccomp", "conj", "parataxis", "nsubj", "nsubjpass", "punct", "cc", "mark"}
)

#: Parts of speech by which arguments are compared; adverbs vary too freely between versions.
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "VERB"})

#: Conjunctions of subordinate clauses that state a fact.
_FACTUAL_CONJUNCTIONS = frozenset({"as", "while", "after", "when", "because", "since", "although", "though"})

#: Auxiliaries of possibility, where the cue table finds nothing else; "could" can also express ability in the past.
_MAY = frozenset({"may", "might", "could"})

#: Tags of verbs that report a completed event, without and with a governing verb: "continues to strengthen".
_REPORTING_TAGS = (frozenset({"VBD"}), frozenset({"VBD", "VBZ", "VBP"}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """A verb, and the words ``[first, last)`` from its first auxiliary or governing verb to its particle.

    ``subject`` and ``rest`` are the lemmas of the content words of its subject and of its other arguments, countries
    as "@" and their name. ``pronoun_subject`` marks a subject that may refer to anybody. ``slots`` are the names in
    each slot, ``themes`` the indices of its direct objects or passive subjects. ``main`` is false in subordinate
    clauses, where certainty and negation depend on the conjunction. ``perfect`` marks a form with "have". ``extent`` is
    the word range from the verb to the end of its objects.
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
    pronoun_subject: bool
    rest: frozenset[str]
    slots: dict[Slot, frozenset[str]]
    themes: frozenset[int]
    extent: tuple[int, int]


@memoize_by_identity
def predicates(words: tuple[Word, ...]) -> tuple[Predicate, ...]:
    """The predicates of a sentence, in order, up to the limit ``VERBS``."""
    below = dependents(words)
    verbs = [n for n, word in enumerate(words) if word.pos == "VERB"]
    return tuple([_predicate(words, below, n) for n in verbs[:VERBS]])


Below = Mapping[int, Sequence[int]]


@memoize_by_identity
def dependents(words: tuple[Word, ...]) -> Below:
    """The indices of the dependents of each word that has any."""
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
    agents = [_antecedent(words, verb, n) for n in subjects(words, below, chain)]
    subject = {key for n in agents for key in _content(words, below, n)}
    rest = {
        key for n in below.get(verb, ()) if words[n].dep not in _NOT_COMPLEMENTS for key in _content(words, below, n)
    }
    return Predicate(
        verb=verb,
        first=first,
        last=last,
        lemma=words[verb].lemma.lower(),
        certainty=_certainty(words, below, first, chain),
        negated=_negated(words, below, [*chain, *helpers]),
        main=all(
            words[v].dep in ("ROOT", "conj", "ccomp", "relcl", "xcomp") or _states_a_fact(words, below, v)
            for v in chain
        ),
        perfect=any(words[n].lemma.lower() in ("have", "'ve") for n in helpers),
        subject=frozenset(subject),
        pronoun_subject=any(words[n].pos == "PRON" for n in agents),
        rest=frozenset(rest),
        slots={slot: frozenset(found) for slot, found in slots.items()},
        themes=frozenset(n for n in below.get(verb, ()) if words[n].dep in ("dobj", "nsubjpass")),
        extent=_extent(words, below, verb),
    )


def _antecedent(words: Sequence[Word], verb: int, subject: int) -> int:
    """The antecedent of a relative pronoun, or the subject itself if it is none."""
    top = verb
    while words[top].dep in ("xcomp", "conj") and words[top].head != top:
        top = words[top].head
    relative = words[top].dep == "relcl" and words[subject].tag in ("WDT", "WP")
    return words[top].head if relative else subject


def _chain(words: Sequence[Word], verb: int) -> list[int]:
    """A verb and the verbs that govern it as an open complement: "agreed to reinforce"."""
    chain = [verb]
    while words[chain[-1]].dep == "xcomp" and words[words[chain[-1]].head].pos == "VERB" and len(chain) < len(words):
        chain.append(words[chain[-1]].head)
    return chain


def _certainty(words: Sequence[Word], below: Below, first: int, chain: Sequence[int]) -> Certainty:
    """The certainty that auxiliaries and governing verbs give a verb; OPEN for a verb that governs another."""
    verb = chain[0]
    inner = words[first : verb + 1]
    grades = labels(inner, "certainty")
    if Certainty.COMMITTED in grades:
        return Certainty.COMMITTED
    if Certainty.INTENDED in grades:
        return Certainty.INTENDED
    if grades in ({Certainty.CERTAIN}, {Certainty.POSSIBLE}) or inner[0].lemma.lower() in _MAY:
        return Certainty.CERTAIN if grades == {Certainty.CERTAIN} else Certainty.POSSIBLE
    aspect = table("language", "stance")["aspect"]["verbs"]
    reporting = words[chain[-1]] if all(words[n].lemma.lower() in aspect for n in chain[1:]) else words[verb]
    finite = reporting.tag in _REPORTING_TAGS[len(chain) > 1] or (reporting.tag == "VBN" and _perfect(inner))
    root = reporting.dep in ("ROOT", "conj", "ccomp", "relcl")
    governs = any(words[n].dep == "xcomp" for n in below.get(verb, ()))
    return Certainty.DONE if finite and root and not governs and not grades else Certainty.OPEN


def _states_a_fact(words: Sequence[Word], below: Below, verb: int) -> bool:
    """Whether a subordinate clause states a fact of its own: "as", "while" or "after" something happens."""
    marks = [words[n].text.lower() for n in below.get(verb, ()) if words[n].dep in ("mark", "advmod")]
    return words[verb].dep == "advcl" and bool(marks) and marks[0] in _FACTUAL_CONJUNCTIONS


def _perfect(inner: Sequence[Word]) -> bool:
    return any(word.lemma.lower() in ("have", "'ve") and word.tag in ("VBZ", "VBP", "VBD") for word in inner) or any(
        word.dep == "auxpass" and word.tag == "VBD" for word in inner
    )


def _negated(words: Sequence[Word], below: Below, parts: Sequence[int]) -> bool:
    """Whether a verb with its auxiliaries and governing verbs has an odd number of negations."""
    own = {m for n in parts for m in below.get(n, ()) if words[m].dep in ("neg", "prt", "advmod", "aux", "mark")}
    return Polarity.after(negations([words[n] for n in sorted({*parts, *own})])) is Polarity.NEGATED


def _extent(words: Sequence[Word], below: Below, verb: int) -> tuple[int, int]:
    """The word range from a verb to the end of its objects."""
    objects = [
        n for n in below.get(verb, ()) if words[n].dep in ("dobj", "prep", "dative", "agent", "prt") and n > verb
    ]
    phrases = [m for n in objects for m in _noun(words, below, n)]
    return verb, max([verb, *phrases]) + 1


def _noun(words: Sequence[Word], below: Below, top: int) -> Iterator[int]:
    """The words of a noun or prepositional phrase, without clauses and further prepositional phrases."""
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
    """The subjects of a verb, else of its governing verb, else of the verb with which it is coordinated."""
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
            yield _SLOTS[words[n].dep], n
        slot = _PREPOSITION_SLOTS.get(words[n].text.lower())
        if slot and words[n].dep in ("prep", "agent", "dative"):
            yield from ((slot, m) for m in below.get(n, ()) if words[m].dep == "pobj")


def _names(words: Sequence[Word], below: Below, noun: int) -> set[str]:
    """The names in a noun phrase, without those in its prepositional phrases and clauses."""
    inner = [noun, *(n for n in below.get(noun, ()) if words[n].dep in ("compound", "appos", "nmod", "conj"))]
    return {_key(words[n]) for n in inner if words[n].pos == "PROPN"}


def _content(words: Sequence[Word], below: Below, top: int) -> Iterator[str]:
    """The content words of the subtree of a word, without embedded clauses."""
    return (_key(words[n]) for n in _under(words, below, top) if words[n].pos in _CONTENT)


def _key(word: Word) -> str:
    land = country_of(word.text) if word.text[:1].isupper() else None
    return f"@{land.name}" if land else word.lemma.lower()
