"""All that the program must know of one kind of claim: how to find, compare, weigh and show it.

Each concept exports one ``ClaimKindSpec``, and ``consistency.claims.kinds`` lists them. Stages ask the specification
and never which kind a claim is of. ``docs/dev/adding.md`` walks through a new kind.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from consistency.types.alignment import ParsedArticle
from consistency.types.claim import Claim, ClaimKind
from consistency.types.entity import Attribution
from consistency.types.extraction import Extraction
from consistency.types.finding import Severity
from consistency.types.span import Span
from consistency.types.text import Article, Sentence

#: What each sentence of an article attributes to somebody.
Attributions = Sequence[Sequence[Attribution]]

#: Reads the folded text of a sentence of an article of that day, and leaves the spans that are taken alone.
FindInSentence = Callable[[str, date | None, Sequence[Span]], Sequence[Extraction]]

#: Reads a whole article.
FindInArticle = Callable[[Article, Sequence[Sentence], Attributions], Iterable[Claim]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """Another article in which a claim may be restated.

    ``sentences`` are those aligned with the claim's own, ``near`` their claims. ``likely`` are the claims of the whole
    article that the claim is compared with: all of them, unless there are very many.
    """

    article: ParsedArticle
    likely: Sequence[Claim]
    near: Sequence[Claim] = ()
    sentences: Sequence[Sentence] = ()


def _nothing_in_sentence(text: str, published: date | None, taken: Sequence[Span]) -> Sequence[Extraction]:
    return ()


def _nothing_in_article(article: Article, sentences: Sequence[Sentence], attributions: Attributions) -> Iterable[Claim]:
    return ()


def _always(left: Claim, right: Claim) -> bool:
    return True


def _never(left: Claim, right: Claim) -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """How claims of a kind are paired between articles by what they measure, and when one is missing.

    Functions of two claims are given claims of this kind only and are symmetric.
    """

    #: Equal for equal claims: an index of the claims of long articles.
    value: Callable[[Claim], Hashable] = lambda claim: claim.text.lower()
    #: Claims of one variety can be mistaken for each other; the kind itself is one variety where this is None.
    variety: Callable[[Claim], str] | None = None
    #: Whether one claim might be a typing error for the other, which is of the same variety.
    may_be_slip: Callable[[Claim, Claim], bool] = _always
    #: Whether the only unmatched claims of their variety in two aligned sentences state one fact; the flag is whether
    #: other claims of these sentences agree.
    answers: Callable[[Claim, Claim, bool], bool] = lambda left, right, agreed: False
    #: Whether one is the vaguer word for the other, both being the only claims of this kind in their sentences.
    vaguer_stand_in: Callable[[Claim, Claim], bool] = _never
    #: Whether the claim agrees with so much that an equal one confirms nothing.
    is_vague: Callable[[Claim], bool] = lambda claim: False
    #: Whether claims with much the same words around them state one fact in whichever sentences.
    known_by_context: bool = False
    #: Whether two claims of one article that differ in this can be an error.
    contradictable: Callable[[Claim], bool] = lambda claim: True
    #: Whether another article makes the claim in other words, besides claims that agree with it.
    restated: Callable[[Claim, Elsewhere], bool] = lambda claim, other: False
    #: Whether other values that the second article gives yield the claim of the first.
    derivable: Callable[[Claim, ParsedArticle, ParsedArticle], bool] = lambda claim, own, other: False
    #: Whether anything in another article might mean the claim, besides claims that agree with it.
    alluded: Callable[[Claim, Elsewhere], bool] = lambda claim, other: False
    #: Whether a claim that has a partner in one article can still be unsupported.
    unsupported_if_matched: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimKindSpec:
    """One kind of claim."""

    kind: ClaimKind

    #: The claims that one sentence shows. Of two kinds that want the same words, the one with the higher ``precedence``
    #: gets them.
    find: FindInSentence = _nothing_in_sentence
    precedence: int = 0
    #: The claims that only a whole article shows.
    find_in_article: FindInArticle = _nothing_in_article

    #: Whether two claims of this kind can state the same fact, and whether they agree: True if both can be true of one
    #: thing, False if they cannot, None if that is unknown.
    comparable: Callable[[Claim, Claim], bool] = _always
    agrees: Callable[[Claim, Claim], bool | None] = lambda left, right: None
    #: Whether the two are set apart in the claim matrix although they do not disagree.
    apart: Callable[[Claim, Claim], bool] = _never
    #: Whether the second is a vaguer form of the first.
    vaguer: Callable[[Claim, Claim], bool] = _never
    #: How claims are paired between articles; None for kinds that have an aligner of their own.
    matching: Matching | None = None

    #: How much it matters that one side alone makes the claim; None for not at all.
    weight: Callable[[Claim], Severity | None] = lambda claim: None
    #: The same where a draft adds the claim, from ``weight`` and whether it is unsupported, the sources an excerpt.
    added_weight: Callable[[Claim, Severity, bool, bool], Severity] = lambda claim, weight, unsupported, excerpt: weight

    #: Whether messages put the claim's words in quotation marks.
    quoted: bool = True
    #: The keys of this kind in a JSON claim; it is called with claims of every kind, and None stands for "not known".
    as_dict: Callable[[Claim], dict[str, Any]] = lambda claim: {}
    #: The keys that the text format prints.
    shown: tuple[str, ...] = ()
