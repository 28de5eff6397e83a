"""One act with two doers: a person by a pronoun in one telling, a country in the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from consistency.agree.lists import table
from consistency.agree.nations import nation
from consistency.agree.once import once
from consistency.align.pairing import Pairing
from consistency.align.predicates import dependents, predicates, subjects
from consistency.types import ONE_STORY, Alignment, Matter, Phrase, Side, Span, Telling, Word

#: Least score of two sentences that are compared.
LINKED = 0.5

#: How sure the other doer is: the verb is the same, so is its object, and no pronoun for a person stands for a country.
SURE = 0.7

#: Pronouns that only a person can be.
PERSONAL = frozenset({"he", "she"})

#: Pronouns that stand for what they follow.
RELATIVE = frozenset({"which", "that", "who"})


class Act(NamedTuple):
    """A verb at ``verb`` with its doer and the places of its objects; ``person`` is false for a country."""

    verb: int
    lemma: str
    doer: int
    person: bool
    objects: frozenset[int]


def doers(pairing: Pairing) -> Iterator[Alignment]:
    """The acts that a person does in one telling and a country in the other."""
    if pairing.related < ONE_STORY or not pairing.right.words:
        return
    for (i, j), score in sorted(pairing.linked.items()):
        ours, theirs = acts(pairing.left.words[i]), acts(pairing.right.words[j])
        linked = pairing.counterparts(i, j) if score >= LINKED and ours and theirs else {}
        for one in ours:
            for two in theirs:
                objects = any(linked.get(n, frozenset()) & two.objects for n in one.objects)
                if objects and one.lemma == two.lemma and one.person != two.person:
                    sides = _side(pairing.left, i, one), _side(pairing.right, j, two)
                    yield Alignment(sides=sides, score=SURE, related=pairing.related, matter=Matter.STATEMENT)


@once
def acts(words: tuple[Word, ...]) -> tuple[Act, ...]:
    """The verbs with an object whose doer is a person's pronoun, or a country by its name or a relative pronoun."""
    below = dependents(words)
    found = []
    for one in predicates(words):
        for doer in subjects(words, below, [one.verb]) if one.themes else ():
            kind = _kind(words, doer, one.verb)
            if kind is not None:
                found.append(Act(one.verb, one.lemma, doer, kind, one.themes))
    return tuple(found)


def _kind(words: Sequence[Word], doer: int, verb: int) -> bool | None:
    """Whether a doer is a person (true) or a country (false); None if neither is sure."""
    if words[doer].text.lower() in PERSONAL:
        return True
    if words[doer].text.lower() in RELATIVE and words[verb].dep == "relcl":
        doer = words[verb].head
    word = words[doer]
    land = nation(word.text) if word.pos == "PROPN" and word.text not in table("agree", "titles")["namesakes"] else None
    return False if land and land.how == "name" else None


def _side(telling: Telling, sentence: int, act: Act) -> Side:
    told, words = telling.sentences[sentence], telling.words[sentence]
    first, last = min(act.doer, act.verb), max(act.verb, *act.objects) + 1
    span = told.raw(Span(words[first].start, words[last - 1].end))
    phrase = Phrase(sentence=told, words=words, first=first, last=last, span=span)
    return Side(article=telling.article.id, role=telling.article.role, phrase=phrase)
