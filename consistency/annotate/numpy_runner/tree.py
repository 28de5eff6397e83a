"""The tree of a parse: arcs hung back where they belong, and where sentences begin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

#: Joins the label of an arc and that of its true head, where the arc is not projective (Nivre and Nilsson 2005).
LIFTED = "||"

#: How often the edges of subtrees are widened at most, where the tree is not projective.
ROUNDS = 12


@dataclass(slots=True)
class Tree:
    """The head of each word, which is the word itself for a root, its label, and whether a sentence begins there."""

    heads: list[int]
    labels: list[str]
    starts: list[bool]


def unlifted(heads: list[int], labels: list[str], spaces: Sequence[bool]) -> Tree:
    """The tree in which arcs that are not projective hang on the next word of the label told."""
    edges = _edges(heads)
    for word, label in enumerate(labels):
        if LIFTED in label:
            labels[word], wanted = label.split(LIFTED)
            below = (n for n in _below(word, heads, edges, spaces) if labels[n] == wanted)
            heads[word] = next(below, heads[word])
    starts = [False] * len(heads)
    for word, (first, _) in enumerate(_edges(heads)):
        if heads[word] == word:
            starts[first] = True
    return Tree(heads, labels, starts)


def _below(word: int, heads: Sequence[int], edges: Sequence[tuple[int, int]], spaces: Sequence[bool]) -> Iterator[int]:
    """The other words under the head of a word, from the head down and from left to right."""
    level = [heads[word]]
    for _ in heads:
        under = []
        for above in level:
            first, last = edges[above]
            inside = (n for n in range(first, last + 1) if heads[n] == above)
            under += [n for n in inside if n not in (above, word) and not spaces[n]]
        yield from under
        level = under


def _edges(heads: Sequence[int]) -> list[tuple[int, int]]:
    """The first and the last word of the subtree under each word.

    Where a tree is not projective it takes several rounds, and is left when every head stands in the
    sentence of its word, as in spaCy.
    """
    first, last = list(range(len(heads))), list(range(len(heads)))
    for _ in range(ROUNDS):
        for order in (range(len(heads)), reversed(range(len(heads)))):
            for child in order:
                head = heads[child]
                first[head] = min(first[head], first[child])
                last[head] = max(last[head], last[child])
        if _within(heads, first):
            break
    return list(zip(first, last, strict=True))


def _within(heads: Sequence[int], first: Sequence[int]) -> bool:
    """Whether no head stands outside the sentence of its word."""
    starts = {first[word] for word, head in enumerate(heads) if head == word} - {0}
    begin = 0
    for end in (*sorted(starts - {len(heads) - 1}), len(heads) - 1):
        if any(not begin <= head <= end for head in heads[begin:end]):
            return False
        begin = end
    return True
