"""Statements that one version hedges and the other asserts: "likely to avoid" for "to avoid"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consistency.align.article_pair import ArticlePair
from consistency.align.builders import aligned, statement_side
from consistency.align.word_alignment import Counterparts, turned
from consistency.language.certainty import HEDGING, ModalStatus, Polarity
from consistency.language.cues import labels
from consistency.language.memoize import memoize_by_identity
from consistency.language.resources import table
from consistency.statements.predicates import Below, dependents, predicates
from consistency.thresholds.words import HEDGE_LINK, HEDGE_SCORE
from consistency.types import ONE_STORY, Alignment, AlignmentKind, ParsedArticle, Side, Word

#: Dependents that are arguments of a verb.
ARGUMENTS = frozenset({"dobj", "nsubj", "nsubjpass", "attr", "dative"})

#: Dependents that precede a verb and belong to it.
HELPERS = frozenset({"aux", "auxpass", "neg", "mark", "nsubj"})

#: A hedge and the verb that it weakens, or a plain verb twice.
Hedged = tuple[int, int]


def hedges(pairing: ArticlePair) -> Iterator[Alignment]:
    """The statements of aligned sentences that are hedged on one side only."""
    if pairing.related < ONE_STORY or not pairing.right.words:
        return
    for (i, j), score in sorted(pairing.linked.items()):
        if score >= HEDGE_LINK:
            yield from _hedged(pairing, i, j)


def _hedged(pairing: ArticlePair, i: int, j: int) -> Iterator[Alignment]:
    left, right = pairing.left.words[i], pairing.right.words[j]
    weak = _weak(left)
    if weak == _weak(right):
        return
    linked = pairing.counterparts(i, j)
    one, two, linked = (left, right, linked) if weak else (right, left, turned(linked))
    for hedge, verb in hedged(one):
        plain = _answer(one, verb, two, linked)
        if plain is not None:
            places = (hedge, verb), (plain, plain)
            sides = places if weak else places[::-1]
            yield _alignment(pairing, (i, sides[0]), (j, sides[1]), weak=weak)


@memoize_by_identity
def _weak(words: tuple[Word, ...]) -> bool:
    """Whether a sentence has any cue that hedges."""
    return bool(labels(words, "hedge") or HEDGING & labels(words, "certainty"))


def hedged(words: tuple[Word, ...]) -> Iterator[Hedged]:
    """Each hedge of a sentence with the verb that it weakens."""
    below, listed = dependents(words), table("language", "stance")["hedge"]
    for n, word in enumerate(words):
        verb: int | None = None
        if word.lemma.lower() in listed["verbs"]:
            verb = _complement(words, below, n)
        elif word.lemma.lower() in listed["words"]:
            head = word.head if word.dep == "advmod" and words[word.head].pos in ("VERB", "AUX") else None
            verb = _complement(words, below, n) if head is None else head
        if verb is not None:
            yield n, verb


def _complement(words: Sequence[Word], below: Below, top: int) -> int | None:
    """The verb that completes a word, perhaps by an adjective: "appears unwilling to go"."""
    for n in below.get(top, ()):
        if words[n].dep in ("xcomp", "acomp", "oprd"):
            return n if words[n].pos == "VERB" else _complement(words, below, n)
    return None


def _answer(words: Sequence[Word], verb: int, others: Sequence[Word], linked: Counterparts) -> int | None:
    """The verb of the other sentence that corresponds to a verb, or has corresponding arguments."""
    direct = {m for m in linked.get(verb, ()) if others[m].pos == "VERB"}
    same = [m for m in direct if others[m].lemma.lower() == words[verb].lemma.lower()]
    if same:
        return same[0]
    about = [n for n, word in enumerate(words) if word.head == verb and word.dep in ARGUMENTS and word.pos != "PRON"]
    heads = [others[m].head for n in about for m in linked.get(n, ()) if others[m].dep in ARGUMENTS]
    answers = [m for m in heads if others[m].pos == "VERB" and (m in direct or len(about) == len(heads))]
    return answers[0] if answers else None


def _alignment(pairing: ArticlePair, left: tuple[int, Hedged], right: tuple[int, Hedged], *, weak: bool) -> Alignment:
    sides = _side(pairing.left, *left, weak=weak), _side(pairing.right, *right, weak=not weak)
    return aligned(pairing, AlignmentKind.STATEMENT, sides, producer="statements.hedging", score=HEDGE_SCORE)


def _side(doc: ParsedArticle, sentence: int, place: Hedged, *, weak: bool) -> Side:
    whole = _opening(doc.words[sentence], place), max(place) + 1
    status = ModalStatus.HEDGED if weak else ModalStatus.ASSERTED
    return statement_side(doc, sentence, whole, modality=str(status), polarity=str(Polarity.AFFIRMED))


def _opening(words: tuple[Word, ...], place: Hedged) -> int:
    """The first word of a hedge and its verb, or of a verb with what governs and helps it: "does not want to go"."""
    hedge, verb = place
    chain = next((one.first for one in predicates(words) if one.verb == verb), verb) if hedge == verb else hedge
    first = min(hedge, chain)
    while first > 0 and words[first - 1].head == verb and words[first - 1].dep in HELPERS:
        first -= 1
    return first
