"""Statements that differ between aligned sentences: their arguments, certainty or polarity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, product

from consistency.align.article_pair import ArticlePair
from consistency.align.builders import aligned, statement_side, words_side
from consistency.align.diff_tokens import Token, tokens
from consistency.align.statements.agents import agent_mismatches
from consistency.align.statements.hedging import hedges
from consistency.align.token_diff import edits, side
from consistency.align.word_alignment import Counterparts
from consistency.language.certainty import Certainty, Polarity
from consistency.language.cues import negations
from consistency.language.resources import table
from consistency.language.word_relations import EQUIVALENT, INTERCHANGEABLE, relation
from consistency.statements.predicates import Predicate, Slot, predicates
from consistency.thresholds.words import (
    DIFF_LINK,
    ONE_ACT_SHARED,
    PARSED_SCORE,
    PREDICATE_SHARE,
    PREDICATE_SHARED,
    RETOLD_ACT,
    SWAPPED_NAMES_DISTANCE,
)
from consistency.types import Alignment, AlignmentKind, ParsedArticle, Side

#: The index of a sentence and its predicates.
SentencePredicates = tuple[int, Sequence[Predicate]]

_MADE = frozenset({Certainty.COMMITTED, Certainty.INTENDED})
_OPEN_OR_NOT = frozenset({Certainty.POSSIBLE, Certainty.CERTAIN})


def statements(pairing: ArticlePair) -> Iterator[Alignment]:
    """The statements of each left sentence that differ in an aligned right sentence."""
    if not pairing.right.words:
        return
    yield from hedges(pairing)
    yield from agent_mismatches(pairing)
    theirs = {j: predicates(pairing.right.words[j]) for j in sorted({j for _, j in pairing.linked})}
    for i in range(len(pairing.left.words)):
        links = pairing.links(i)
        ours = predicates(pairing.left.words[i]) if links else ()
        swapped = [found for j in links for found in _swapped_names(pairing, i, j, links[j])]
        yield from swapped[:1]
        for j, score in links.items():
            if not swapped and score >= DIFF_LINK:
                yield from _stated(pairing, (i, ours), (j, theirs[j]))


def _swapped_names(pairing: ArticlePair, i: int, j: int, score: float) -> Iterator[Alignment]:
    """Names that swapped their places around equal words."""
    if score < DIFF_LINK:
        return
    left, right = tokens(pairing.left.words[i]), tokens(pairing.right.words[j])
    found = list(swapped_arguments(left, right))
    kept = 1.0 - len(edits(left, right)) / max(len(left), len(right), 1) if found else 0.0
    for one, two in found:
        sides = side(pairing.left, i, left, one), side(pairing.right, j, right, two)
        yield _alignment(pairing, sides, "statements.swapped_arguments", (1.0 + kept) / 2, kept)


def _stated(pairing: ArticlePair, left: SentencePredicates, right: SentencePredicates) -> Iterator[Alignment]:
    """Predicates that correspond, and say something else about their names, certainty or polarity."""
    (i, ours), (j, theirs) = left, right
    for one, two in product(ours, theirs):
        if _roles(one, two):
            sides = _phrase(pairing.left, i, one), _phrase(pairing.right, j, two)
            yield _alignment(pairing, sides, "statements.roles", PARSED_SCORE, 1.0)
        elif cover := _differ(pairing, (i, one), (j, two)):
            claims = _side(pairing.left, i, one), _side(pairing.right, j, two)
            yield _alignment(pairing, claims, "statements.predicates", PARSED_SCORE, cover)


def _differ(pairing: ArticlePair, left: tuple[int, Predicate], right: tuple[int, Predicate]) -> float:
    """How much of their words two predicates share that differ in certainty or polarity; 0 if they do not differ."""
    (i, one), (j, two) = left, right
    if _unlike(one, two) and (one.negated == two.negated or _odd(pairing, i, j)):
        return 1.0
    return RETOLD_ACT if _akin(one, two) and _retold(one, two, pairing.counterparts(i, j)) else 0.0


def _odd(pairing: ArticlePair, i: int, j: int) -> bool:
    """Whether the sentences differ in polarity as wholes: "no one should" and "all should not" do not."""
    return (negations(pairing.left.words[i]) - negations(pairing.right.words[j])) % 2 == 1


def _alignment(
    pairing: ArticlePair, sides: tuple[Side, Side], producer: str, score: float, overlap: float
) -> Alignment:
    kind = AlignmentKind.STATEMENT
    return aligned(pairing, kind, sides, producer=producer, score=round(score, 4), overlap=overlap)


def _unlike(one: Predicate, two: Predicate) -> bool:
    """Whether two predicates describe the same act and differ in whether it was done or affirmed."""
    if not (one.main and two.main and one.subject & two.subject):
        return False
    shared = one.rest & two.rest
    if len(shared) < max(PREDICATE_SHARED, PREDICATE_SHARE * min(len(one.rest), len(two.rest))):
        return False
    same = relation(one.lemma, two.lemma) in EQUIVALENT
    if one.negated != two.negated:
        return one.lemma == two.lemma and one.certainty is two.certainty and one.perfect == two.perfect
    return _made(one, two) and (same or (len(shared) >= ONE_ACT_SHARED and any(not key.isalpha() for key in shared)))


def _akin(one: Predicate, two: Predicate) -> bool:
    """Whether two predicates of one subject differ in certainty: a cheap test before words are compared."""
    if not (one.main and two.main and one.negated == two.negated and _same_agent(one, two)):
        return False
    return _made(one, two) or {one.certainty, two.certainty} == _OPEN_OR_NOT


def _retold(one: Predicate, two: Predicate, linked: Counterparts) -> bool:
    """Whether two verbs correspond and have corresponding objects."""
    same = any(linked.get(n, frozenset()) & two.themes for n in one.themes)
    return same and two.verb in linked.get(one.verb, ())


def _same_agent(one: Predicate, two: Predicate) -> bool:
    """Whether two verbs share their subject; a pronoun matches any subject if the verbs are equivalent."""
    alike = relation(one.lemma, two.lemma) in EQUIVALENT
    return bool(one.subject & two.subject) or (alike and (one.pronoun_subject or two.pronoun_subject))


def _made(one: Predicate, two: Predicate) -> bool:
    """Whether one act is done and the other promised or intended."""
    grades = {one.certainty, two.certainty}
    return Certainty.DONE in grades and bool(_MADE & grades)


def _roles(one: Predicate, two: Predicate) -> bool:
    """Whether theme and goal of a verb of sending, or agent and theme of another verb, changed places."""
    if one.lemma in _sending("verbs") and two.lemma in _sending("verbs"):
        return bool(
            _names(one, Slot.THEME) & _names(two, Slot.GOAL) or _names(one, Slot.GOAL) & _names(two, Slot.THEME)
        )
    agents, themes = _names(one, Slot.AGENT), _names(one, Slot.THEME)
    crossed = agents & _names(two, Slot.THEME) and themes & _names(two, Slot.AGENT)
    if not crossed or agents & themes or one.lemma in _sending("mutual"):
        return False
    return relation(one.lemma, two.lemma) in INTERCHANGEABLE


@cache
def _sending(sort: str) -> frozenset[str]:
    """The verbs of sending, or those that go both ways, of the table."""
    return frozenset(table("language", "stance")["sending"][sort])


def _names(predicate: Predicate, slot: Slot) -> frozenset[str]:
    return predicate.slots.get(slot, frozenset())


def _phrase(doc: ParsedArticle, sentence: int, predicate: Predicate) -> Side:
    return words_side(doc, sentence, *predicate.extent)


def _side(doc: ParsedArticle, sentence: int, predicate: Predicate) -> Side:
    polarity = str(Polarity.after(predicate.negated))
    place = predicate.first, predicate.last
    return statement_side(doc, sentence, place, modality=str(predicate.certainty), polarity=polarity)


#: An exchange of names: their hull in the left sentence and in the right one, as ranges of tokens.
Exchange = tuple[tuple[int, int], tuple[int, int]]

#: Between these, the order of two names says nothing.
EVEN = frozenset({"and", "or", "with", "between", "&", "versus", "vs.", "nor", "but"})


def swapped_arguments(left: Sequence[Token], right: Sequence[Token]) -> Iterator[Exchange]:
    """Where two names of the left sentence stand in the other order in the right one, with equal words between."""
    here, there = _name_spans(left), _places(right)
    for (a, b), (c, d) in combinations(here, 2):
        if not b <= c <= b + SWAPPED_NAMES_DISTANCE:
            continue
        first, second, between = _keys(left, a, b), _keys(left, c, d), _keys(left, b, c)
        if first == second or not between or EVEN & set(between):
            continue
        yield from (((a, d), place) for place in there.get((second, first, between), ()))


def _places(found: Sequence[Token]) -> dict[tuple[tuple[str, ...], ...], list[tuple[int, int]]]:
    """Where each two names stand, by their words and those between them."""
    places: dict[tuple[tuple[str, ...], ...], list[tuple[int, int]]] = {}
    for (a, b), (c, d) in combinations(_name_spans(found), 2):
        if not b <= c <= b + SWAPPED_NAMES_DISTANCE:
            continue
        keys = _keys(found, a, b), _keys(found, c, d), _keys(found, b, c)
        places.setdefault(keys, []).append((a, d))
    return places


def _keys(found: Sequence[Token], first: int, last: int) -> tuple[str, ...]:
    return tuple(token.key for token in found[first:last])


def _name_spans(found: Sequence[Token]) -> list[tuple[int, int]]:
    """Runs of words that are names, with their titles; a country may change places without what it owns."""
    runs: list[tuple[int, int]] = []
    for n, token in enumerate(found):
        if token.pos != "PROPN" and not token.key.startswith("@"):
            continue
        if runs and runs[-1][1] == n:
            runs[-1] = (runs[-1][0], n + 1)
        else:
            runs.append((n, n + 1))
    lands = [(n, n + 1) for n, token in enumerate(found) if token.key.startswith("@")]
    return sorted({*runs, *lands})
