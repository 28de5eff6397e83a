"""One act with two doers: a side clause that hangs on another name, or a person's pronoun for a country."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from consistency.align.article_pair import ArticlePair
from consistency.align.builders import aligned, words_side
from consistency.align.word_alignment import Counterparts
from consistency.language.countries import country_of
from consistency.language.memoize import memoize_by_identity
from consistency.language.resources import table
from consistency.names.compare import same_name
from consistency.statements.predicates import dependents, predicates, subjects
from consistency.thresholds.words import AGENT_LINK, AGENT_NAME_LINK, AGENT_SCORE
from consistency.types import ONE_STORY, Alignment, AlignmentKind, ParsedArticle, Side, Word

#: Pronouns that only a person can be.
PERSONAL = frozenset({"he", "she"})

#: Pronouns that stand for what they follow.
RELATIVE = frozenset({"which", "that", "who"})


class Act(NamedTuple):
    """A verb with the place of its doer, by ``name`` or by a person's pronoun (""), and those of its objects.

    ``relative`` says that the doer is the name which the clause hangs on.
    """

    verb: int
    lemma: str
    doer: int
    name: str
    relative: bool
    objects: frozenset[int]


def agent_mismatches(pairing: ArticlePair) -> Iterator[Alignment]:
    """The acts that another does in the other telling."""
    if pairing.related < ONE_STORY or not pairing.right.words:
        return
    for (i, j), score in sorted(pairing.linked.items()):
        mine, theirs = (acts(pairing.left.words[i]), acts(pairing.right.words[j])) if score >= AGENT_LINK else ((), ())
        both = [(one, two) for one in mine for two in theirs if one.lemma == two.lemma]
        linked = pairing.counterparts(i, j) if both else {}
        for one, two in both:
            other = _unlike(one, two) or (score >= AGENT_NAME_LINK and _swapped(one, two, pairing))
            if other and _one_act(one, two, linked):
                sides = _side(pairing.left, i, one), _side(pairing.right, j, two)
                kind = AlignmentKind.STATEMENT
                yield aligned(pairing, kind, sides, producer="statements.agents", score=AGENT_SCORE)


def _one_act(one: Act, two: Act, linked: Counterparts) -> bool:
    return any(linked.get(n, frozenset()) & two.objects for n in one.objects)


def _unlike(one: Act, two: Act) -> bool:
    """Whether a person does it in one, and a country in the other."""
    return bool(one.name) != bool(two.name) and _country(one.name or two.name)


def _swapped(one: Act, two: Act, pairing: ArticlePair) -> bool:
    """Whether two names that clauses hang on cannot be one, and neither does the like anywhere in the other telling."""
    if not (one.relative and two.relative) or same_name(one.name, two.name) is not False:
        return False
    ours, theirs = _known(pairing.left), _known(pairing.right)
    return not any(_does(one, act) for act in theirs) and not any(_does(two, act) for act in ours)


def _known(doc: ParsedArticle) -> set[tuple[str, str]]:
    """What is done anywhere in a telling, and by whom."""
    return {(act.lemma, act.name) for words in doc.words for act in acts(words)}


def _does(one: Act, act: tuple[str, str]) -> bool:
    lemma, name = act
    return lemma == one.lemma and (not name or same_name(one.name, name) is not False)


def _country(name: str) -> bool:
    land = country_of(name) if name not in table("language", "titles")["namesakes"] else None
    return land is not None and land.how == "name"


@memoize_by_identity
def acts(words: tuple[Word, ...]) -> tuple[Act, ...]:
    """The verbs with an object whose doer is a name, perhaps by a relative pronoun, or a person's pronoun."""
    below = dependents(words)
    found = []
    for one in predicates(words):
        for doer in subjects(words, below, [one.verb]) if one.themes else ():
            relative = words[doer].text.lower() in RELATIVE and words[one.verb].dep == "relcl"
            name = _name(words, words[one.verb].head if relative else doer)
            if name is not None and doer not in one.themes:
                found.append(Act(one.verb, one.lemma, doer, name, relative, one.themes))
    return tuple(found)


def _name(words: Sequence[Word], doer: int) -> str | None:
    """The name of a doer, "" for a person's pronoun, None for anybody else."""
    if words[doer].text.lower() in PERSONAL:
        return ""
    named = [n for n, word in enumerate(words) if word.head == doer and word.dep == "appos" and word.pos == "PROPN"]
    doer = named[0] if named and words[doer].pos != "PROPN" else doer
    if words[doer].pos != "PROPN":
        return None
    first = doer
    while first > 0 and words[first - 1].head == doer and words[first - 1].dep == "compound":
        first -= 1
    return " ".join(word.text for word in words[first : doer + 1])


def _side(doc: ParsedArticle, sentence: int, act: Act) -> Side:
    return words_side(doc, sentence, min(act.doer, act.verb), max(act.verb, *act.objects) + 1)
