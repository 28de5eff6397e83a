"""Names in the place of others in sentences told freely: the same part of words that stand for each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from consistency.align.article_pair import ArticlePair
from consistency.align.builders import aligned, name_side
from consistency.align.names.by_position import competing_names
from consistency.align.word_alignment import Counterparts
from consistency.annotate.content_words import contents
from consistency.names.comparable import by_sentence
from consistency.names.index import NameIndex
from consistency.thresholds.words import FULL_NAME_WORDS, ROLE_CONTEXT, ROLE_LINK, ROLE_SCORE, TITLE_CONTEXT
from consistency.types import Alignment, AlignmentKind, EntityType, Mention, ParsedArticle, Word
from consistency.types.limits import SENTENCE_NAMES

#: Sorts of names that are compared, and words of a full one.
SORTS = frozenset({EntityType.PERSON, EntityType.ORG, EntityType.PLACE})
#: Parts that a word plays for its governor, as one; what one does, the other has done to it.
PARTS = {"nsubj": "doer", "agent": "doer", "dobj": "done to", "nsubjpass": "done to"}

#: What a title is to a name, or a name to a title.
TITLES = frozenset({"appos", "compound", "nmod", "amod"})


class SyntacticRole(NamedTuple):
    """A part by grammar: what a name is to the word ``of``, or whose ``title`` word it bears."""

    part: str
    of: int


def names_by_role(pairing: ArticlePair) -> Iterator[Alignment]:
    """Names of left sentences that hold the place of another name of the right sentence told there."""
    if not pairing.right.words:
        return
    here, there = by_sentence(pairing.left), by_sentence(pairing.right)
    for (i, j), score in sorted(pairing.linked.items()):
        if score >= ROLE_LINK and i in here and j in there:
            yield from _between(pairing, i, j, here[i], there[j])


def _between(
    pairing: ArticlePair, i: int, j: int, here: Sequence[Mention], there: Sequence[Mention]
) -> Iterator[Alignment]:
    pairs = [(one, two) for one, two in product(_fit(here), _fit(there)) if _full(one, two)]
    linked = pairing.counterparts(i, j) if pairs else {}
    for one, two in pairs:
        kept = _kept(pairing.left.words[i], one, linked)
        shared = _shared(pairing, one, two, linked) if kept >= ROLE_CONTEXT and competing_names(one, two) else set()
        sure = "title" in shared and kept >= TITLE_CONTEXT
        if shared and _apart(pairing, one, two, alone=sure):
            yield aligned(
                pairing,
                AlignmentKind.NAME,
                (name_side(pairing.left, one), name_side(pairing.right, two)),
                producer="names.by_role",
                score=ROLE_SCORE,
                overlap=round(kept, 4),
            )


def _fit(named: Sequence[Mention]) -> list[Mention]:
    """The names that are compared at all; of a list of them, the first."""
    return [one for one in named if one.type in SORTS and len(one.name) >= FULL_NAME_WORDS][:SENTENCE_NAMES]


def _full(one: Mention, two: Mention) -> bool:
    """Whether two names are of one sort and told in full: a surname may be anybody's."""
    if one.type is not two.type:
        return False
    return one.type is EntityType.PLACE or not set(one.name) & set(two.name)


def _kept(words: tuple[Word, ...], one: Mention, linked: Counterparts) -> float:
    """The share of the content words around a name that have a counterpart."""
    around = [n for n in contents(words) if not words[n].span.overlaps(one.span)]
    return sum(n in linked for n in around) / len(around) if around else 0.0


def _shared(pairing: ArticlePair, one: Mention, two: Mention, linked: Counterparts) -> set[str]:
    """The parts that two names share; a title, such as "an auditor", tells who is meant."""
    ours = syntactic_roles(pairing.left.words[one.sentence], one)
    theirs = syntactic_roles(pairing.right.words[two.sentence], two)
    return {a.part for a in ours for b in theirs if a.part == b.part and b.of in linked.get(a.of, ())}


def syntactic_roles(words: Sequence[Word], one: Mention) -> list[SyntacticRole]:
    """The parts that a name plays: for its verb, by a preposition, and the titles that it bears."""
    inside = [n for n, word in enumerate(words) if word.span.overlaps(one.span)]
    tops = [n for n in inside if words[n].head not in inside or words[n].head == n]
    found = [seat for top in tops for seat in _ruled(words, top)]
    return found + [SyntacticRole("title", n) for top in tops for n in _titles(words, top, inside)]


def _ruled(words: Sequence[Word], top: int) -> Iterator[SyntacticRole]:
    word = words[top]
    if word.dep in PARTS:
        yield SyntacticRole(PARTS[word.dep], word.head)
    elif word.dep == "pobj":
        by = words[word.head]
        yield SyntacticRole("doer" if by.dep == "agent" else by.lemma.lower(), by.head)
    elif word.dep == "appos" and words[word.head].dep in PARTS:
        yield SyntacticRole(PARTS[words[word.head].dep], words[word.head].head)


def _titles(words: Sequence[Word], top: int, inside: Sequence[int]) -> Iterator[int]:
    """The nouns that tell who somebody is: before the name, behind it, or governing it."""
    for n, word in enumerate(words):
        if n not in inside and word.pos in ("NOUN", "PROPN") and word.head == top and word.dep in TITLES:
            yield n
    if words[top].dep == "appos" and words[words[top].head].pos in ("NOUN", "PROPN"):
        yield words[top].head


def _apart(pairing: ArticlePair, one: Mention, two: Mention, *, alone: bool) -> bool:
    """Whether neither passage names the other's, for then both may be told in turn; or, ``alone``, neither sentence."""
    here, there = {one.sentence}, {two.sentence}
    if not alone:
        here = _near(here | {i for i, j in pairing.linked if j == two.sentence}, pairing.left)
        there = _near(there | set(pairing.links(one.sentence)), pairing.right)
    return not _names(pairing.left, here, two) and not _names(pairing.right, there, one)


def _near(sentences: set[int], doc: ParsedArticle) -> set[int]:
    """Sentences with those beside them."""
    return {s + by for s in sentences for by in (-1, 0, 1)} & set(range(len(doc.sentences)))


def _names(doc: ParsedArticle, sentences: set[int], mention: Mention) -> bool:
    return NameIndex(doc.sentences[s].text for s in sorted(sentences)).names(mention.text)
