"""Does another article make a claim anywhere, though not where it was looked for?

A claim without a partner is only missing, or added, where nothing in the other article can stand for it.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from itertools import pairwise

from consistency.align.claim_similarity import candidates, context_similarity
from consistency.claims.agreement import agrees, same_kind
from consistency.claims.kinds import matching_of
from consistency.language.inflection import suffix_stem, suffix_stems, words
from consistency.thresholds.claims import RESTATED
from consistency.types import Claim, ParsedArticle
from consistency.types.claim_kind import Elsewhere


def restated(claim: Claim, other: ParsedArticle, near: Collection[int], among: int = 1) -> bool:
    """Whether another article makes a claim somewhere; ``near`` are its sentences aligned with the claim's own.

    The claim's article has ``among`` claims: of very many, each is looked for among the likely ones only.
    """
    if _printed(claim, other.article.text):
        return True
    known = candidates(other.claims)
    likely = known.likely(claim, among, near)
    equal = (c for c in likely if same_kind(claim, c) and agrees(claim, c) is True)
    if any(context_similarity(claim, c) >= RESTATED for c in equal):
        return True
    sentences = [other.sentences[s] for s in sorted(near)]
    there = [c for s in sorted(near) for c in known.of(s)]
    if matching_of(claim).restated(claim, Elsewhere(article=other, likely=likely, near=there, sentences=sentences)):
        return True
    return any(_begins_alike(claim, s.text) for s in sentences)


def unsupported(claim: Claim, other: ParsedArticle, among: int = 1) -> bool:
    """Whether nothing in another article can mean a claim: neither its words nor its value.

    ``among`` is as in ``restated``.
    """
    likely = candidates(other.claims).likely(claim, among)
    if any(same_kind(claim, c) and agrees(claim, c) is True for c in likely):
        return False
    if matching_of(claim).alluded(claim, Elsewhere(article=other, likely=likely)):
        return False
    return not _worded(claim, other.article.text)


def _printed(claim: Claim, text: str) -> bool:
    """Whether all numerals of a claim, of two digits or more, are in a text, whatever they count there."""
    numerals = [n.replace(",", "") for n in re.findall(r"\d[\d.,]*\d", claim.text)]
    return bool(numerals) and _numerals(text).issuperset(numerals)


@lru_cache(maxsize=64)
def _numerals(text: str) -> frozenset[str]:
    """The numerals of a text in plain digits."""
    return frozenset(re.findall(r"(?<![\d.])\d+(?:\.\d+)*", _plain(text)))


@lru_cache(maxsize=64)
def _plain(text: str) -> str:
    """A text with its figures in plain digits; every claim is looked for in the whole article."""
    return re.sub(r"(?<=\d),(?=\d{3})", "", text)


def _worded(claim: Claim, text: str) -> bool:
    """Whether every word and numeral of a claim's core is somewhere in a text."""
    core = words((claim.figure.text if claim.figure else claim.text).replace(",", ""))
    known = suffix_stems(_plain(text))
    return all(suffix_stem(word) in known for word in core)


def _begins_alike(claim: Claim, text: str) -> bool:
    """Whether a sentence has the claim's first two words next to each other: "8 years" of "8 years later"."""
    first = [suffix_stem(word) for word in words(claim.text)[:2]]
    return len(first) > 1 and (first[0], first[1]) in _pairs(text)


@lru_cache(maxsize=4096)
def _pairs(text: str) -> frozenset[tuple[str, str]]:
    """The stems of each two words of a text that are next to each other."""
    return frozenset(pairwise(map(suffix_stem, words(text))))
