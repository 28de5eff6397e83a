"""What of these articles was not compared, because there was more of it than the limits allow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from consistency.align.article_pair import ArticlePair
from consistency.align.quotations import affordable, quotes
from consistency.claims.kinds import MATCHED
from consistency.types import Alignment, AlignmentKind, ClaimKind, ParsedArticle, Skipped
from consistency.types.limits import ARTICLE_SENTENCES, CONTRADICTIONS, LINKS, PAIRS_OF_CLAIMS, WORDS


def exceeded(
    docs: Sequence[ParsedArticle], pairings: Mapping[tuple[int, int], ArticlePair], within: Iterable[Alignment] = ()
) -> tuple[Skipped, ...]:
    """What of these articles was not compared.

    ``docs`` are whole, ``pairings`` of their limited ones, and ``within`` what contradicts itself inside one.
    """
    alone = chain(*map(_uncut, docs), _listed(docs, within))
    both = chain.from_iterable(_cut(pairings[key]) for key in sorted(pairings))
    return tuple(Skipped(what=what, why=why) for what, why in chain(alone, both))


def _name(doc: ParsedArticle) -> str:
    return doc.article.path or doc.article.id


def _line(doc: ParsedArticle, sentence: int) -> int:
    return doc.article.text.count("\n", 0, doc.sentences[sentence].span.start) + 1


def _uncut(doc: ParsedArticle) -> Iterator[tuple[str, str]]:
    if len(doc.sentences) > ARTICLE_SENTENCES:
        yield (
            f"{_name(doc)} from line {_line(doc, ARTICLE_SENTENCES)} on",
            f"it has {len(doc.sentences):,} sentences, of which the first {ARTICLE_SENTENCES:,} are compared",
        )
    long = [n for n, words in enumerate(doc.words[:ARTICLE_SENTENCES]) if len(words) > WORDS]
    if long:
        lines = f"{len(long)} sentences from line" if len(long) > 1 else "a sentence in line"
        yield (
            f"{_name(doc)}, {lines} {_line(doc, long[0])}",
            f"of a sentence of more than {WORDS} words only the first {WORDS} are compared word by word",
        )


def _listed(docs: Sequence[ParsedArticle], within: Iterable[Alignment]) -> Iterator[tuple[str, str]]:
    """The articles of whose figures some contradict so many others that the rest was not looked at."""
    firsts = (one.sides[0] for one in within if one.kind is AlignmentKind.INTERNAL)
    counts = Counter((side.article, side.claims[0].span) for side in firsts)
    lists = {article for (article, _), many in counts.items() if many >= CONTRADICTIONS}
    for doc in docs:
        if doc.article.id in lists:
            yield (
                _name(doc),
                f"of its own figures some differ from {CONTRADICTIONS} or more others in the same words, as in a list: "
                f"no more than {CONTRADICTIONS} are shown of each",
            )


def _cut(pairing: ArticlePair) -> Iterator[tuple[str, str]]:
    left, right = pairing.left, pairing.right
    what = f"{_name(left)} and {_name(right)}"
    if pairing.crowded:
        yield (
            what,
            (
                f"{pairing.crowded:,} sentences are like more than {LINKS} sentences of the other article: "
                f"each is compared with {LINKS} of them"
            ),
        )
    for one, two, said, budget in (
        (_count(left, MATCHED), _count(right, MATCHED), "figures and dates", PAIRS_OF_CLAIMS),
        (len(quotes(left)), len(quotes(right)), "quotations", affordable(quotes(left), quotes(right))),
    ):
        if one * two > budget:
            yield (
                what,
                (
                    f"they have {one:,} and {two:,} {said}: each is compared with those that are equal, in aligned "
                    f"sentences or near the same place, not with all"
                ),
            )


def _count(doc: ParsedArticle, kinds: Container[ClaimKind]) -> int:
    return sum(claim.kind in kinds for claim in doc.claims)
