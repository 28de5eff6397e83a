"""Which quotations of several articles are one utterance, in the same or other words, and which have no counterpart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from consistency.align.article_pair import ArticlePair
from consistency.align.builders import aligned, claims_side, silent_side
from consistency.align.claim_similarity import candidates
from consistency.align.limits import nearest, share
from consistency.language.stopwords import STOPWORDS
from consistency.language.terms import words
from consistency.quotations.compare import same_words
from consistency.thresholds.claims import (
    QUOTE_SCORE,
    QUOTE_SCORE_GAIN,
    QUOTE_SIMILAR,
    QUOTE_SIMILAR_LINKED,
    QUOTE_SIMILAR_SHORT,
    QUOTED_IN_PART,
    QUOTED_WORD_SIMILARITY,
    SHORT_QUOTE,
    SPEECH_WORDS,
)
from consistency.types import ONE_STORY, Alignment, AlignmentKind, Claim, ClaimKind, ParsedArticle, Sentence
from consistency.types.limits import LINKS, PAIRS_OF_PASSAGES, PAIRS_OF_QUOTES, WORK_ON_QUOTES


def quotations(pairing: ArticlePair) -> tuple[Alignment, ...]:
    """Each left quotation with its counterpart, if any; then the right ones that are told without marks."""
    return pairing.once(_all_quotations)


def _all_quotations(pairing: ArticlePair) -> tuple[Alignment, ...]:
    return tuple(_quotations(pairing)) if pairing.related >= ONE_STORY else ()


def _quotations(pairing: ArticlePair) -> Iterator[Alignment]:
    left, right = quotes(pairing.left), quotes(pairing.right)
    used: set[int] = set()
    likely = _Likely(pairing, left, right)
    for n, quote in enumerate(left):
        found, score = _counterpart(quote, likely.of(n), pairing)
        used.update(map(id, found))
        yield _against(quote, found, score, pairing)
    back = _Likely(pairing.flip(), right, left)
    for n, quote in enumerate(right):
        if id(quote) not in used and not _among(quote, back.of(n)):
            yield from _unquoted(quote, pairing)


class _Likely:
    """The quotations that one may be: all of the other telling, or of very many those of equal words and near ones."""

    def __init__(self, pairing: ArticlePair, ours: list[Claim], theirs: list[Claim]) -> None:
        self._ours, self._theirs, self._links = ours, theirs, pairing.links
        budget = affordable(ours, theirs)
        self._all = len(ours) * len(theirs) <= budget
        self._most = share(budget, len(ours), len(theirs))
        self._equal: dict[tuple[str, ...], list[int]] = {}
        self._of: dict[int, list[int]] = {}
        for n, claim in enumerate(theirs if not self._all else ()):
            self._equal.setdefault(_folded(claim), []).append(n)
            self._of.setdefault(claim.sentence, []).append(n)

    def of(self, at: int) -> list[Claim]:
        """Those of one of ours, by its number."""
        if self._all:
            return self._theirs
        quote, depth = self._ours[at], at / len(self._ours)
        linked = [n for sentence in self._links(quote.sentence) for n in self._of.get(sentence, ())]
        sorts = self._equal.get(_folded(quote), ()), linked, range(len(self._theirs))
        return [self._theirs[n] for n in sorted({n for some in sorts for n in nearest(some, depth, self._most)})]


def quotes(doc: ParsedArticle) -> list[Claim]:
    """The quotations of an article, in order."""
    return [claim for claim in doc.claims if claim.kind is ClaimKind.QUOTE]


def _inner(claim: Claim) -> str:
    return claim.figure.text if claim.figure else claim.text


def _among(quote: Claim, others: list[Claim]) -> bool:
    """Whether other quotations, read one after another, have the same words."""
    return same_words(_inner(quote), " ".join(map(_inner, others))) is True


def _counterpart(quote: Claim, others: list[Claim], pairing: ArticlePair) -> tuple[list[Claim], float]:
    """The quotations with the same words; else the likest one with other words; and how sure that is."""
    same = [other for other in others if same_words(_inner(quote), _inner(other)) is True]
    if same:
        return same[:LINKS], 1.0
    ranked = sorted(((_likeness(quote, other, pairing), n) for n, other in enumerate(others)), reverse=True)
    if not ranked or ranked[0][0] <= 0 or _among(quote, others):
        return [], 1.0
    return [others[ranked[0][1]]], round(QUOTE_SCORE + QUOTE_SCORE_GAIN * ranked[0][0], 4)


def _likeness(one: Claim, two: Claim, pairing: ArticlePair) -> float:
    """Share of the shorter quotation's words that the other has in the same order; 0 if they are two quotations."""
    linked = (one.sentence, two.sentence) in pairing.linked
    first, second = _folded(one), _folded(two)
    if min(len(first), len(second)) < SPEECH_WORDS:
        replaced = linked and one.form == two.form == "word" and not set(first) & set(second)
        return QUOTED_WORD_SIMILARITY if replaced else 0.0
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    shared = [word for block in blocks for word in first[block.a : block.a + block.size]]
    share = len(shared) / min(len(first), len(second))
    content = any(word not in STOPWORDS for word in shared)
    least = QUOTE_SIMILAR_LINKED if linked else QUOTE_SIMILAR
    if min(len(first), len(second)) < SHORT_QUOTE:
        least = QUOTE_SIMILAR_SHORT
    return share if content and share >= least else 0.0


def _folded(claim: Claim) -> tuple[str, ...]:
    return _lowered(_inner(claim))


@lru_cache(maxsize=4096)
def _lowered(text: str) -> tuple[str, ...]:
    return tuple([span.cut(text).lower() for span in words(text)])


@lru_cache(maxsize=4096)
def _vocabulary(text: str) -> frozenset[str]:
    return frozenset(_lowered(text))


def _against(quote: Claim, found: list[Claim], score: float, pairing: ArticlePair) -> Alignment:
    """A left quotation with its counterparts, or with the place where they lack."""
    if found:
        other, overlap = claims_side(pairing.right, *found), 1.0
    else:
        other = silent_side(pairing.right, pairing.links(quote.sentence))
        overlap = 1.0 - _printed(quote, pairing.right, len(pairing.left.sentences))
    sides = claims_side(pairing.left, quote), other
    return aligned(pairing, AlignmentKind.QUOTE, sides, producer="quotations.counterpart", score=score, overlap=overlap)


def affordable(ours: Sequence[Claim], theirs: Sequence[Claim]) -> int:
    """How many pairs of quotations may be compared: fewer where quotations are long."""
    work = 1.0
    for claims in (ours, theirs):
        work *= max(sum(len(_folded(claim)) for claim in claims) / max(len(claims), 1), 1.0)
    return min(PAIRS_OF_QUOTES, round(WORK_ON_QUOTES / work))


def _printed(quote: Claim, doc: ParsedArticle, among: int) -> float:
    """The longest run of a quotation's words that another telling prints, marks or none, as a share of them all."""
    mine, best, own = _folded(quote), 0, frozenset(_folded(quote))
    for sentence in _near(quote, doc, among):
        theirs = _lowered(sentence.text)
        if len(own & _vocabulary(sentence.text)) > best:
            match = SequenceMatcher(None, mine, theirs, autojunk=False).find_longest_match()
            best = max(best, match.size)
    return best / len(mine) if mine else 0.0


def _near(quote: Claim, doc: ParsedArticle, among: int) -> Sequence[Sentence]:
    """The sentences that may print a quotation from an article of so many: all, or of very many those at its depth."""
    most = share(PAIRS_OF_PASSAGES, among)
    return nearest(doc.sentences, quote.sentence / max(among, 1), most)


def _unquoted(quote: Claim, pairing: ArticlePair) -> Iterator[Alignment]:
    """A right quotation whose sentence the left telling tells without quoting a fair part of it."""
    links = pairing.flip().links(quote.sentence)
    words = _folded(quote)
    near = (claim for s in links for claim in candidates(pairing.left.claims).of(s))
    parts = [frozenset(_folded(claim)) for claim in near if claim.kind is ClaimKind.QUOTE]
    quoted = any(sum(word in part for word in words) >= QUOTED_IN_PART * len(words) for part in parts)
    if links and not quoted and len(words) >= SPEECH_WORDS:
        sides = silent_side(pairing.left, links), claims_side(pairing.right, quote)
        score = max(links.values())
        yield aligned(pairing, AlignmentKind.QUOTE, sides, producer="quotations.unquoted", score=score)


Place = tuple[int, int]


def quote_clusters(
    docs: Sequence[ParsedArticle], pairings: Mapping[tuple[int, int], ArticlePair]
) -> tuple[Alignment, ...]:
    """A group for each quotation: a side for each telling, without claims where it does not print it.

    Quotations are one if any two tellings have them as one; none in articles that tell another story.
    """
    owner = {(i, n): (i, n) for i, doc in enumerate(docs) for n, c in enumerate(doc.claims) if _is_speech(c)}
    numbers = [{id(claim): n for n, claim in enumerate(doc.claims)} for doc in docs]
    for (i, j), pairing in pairings.items():
        for left, right in _same_utterance(pairing):
            _join(owner, (i, numbers[i][id(left)]), (j, numbers[j][id(right)]))
    groups: dict[Place, list[Place]] = defaultdict(list)
    for place in owner:
        groups[_root(owner, place)].append(place)
    return tuple(_cluster(docs, places) for places in groups.values())


def _is_speech(claim: Claim) -> bool:
    """Whether a claim is speech; single words in quotation marks are nobody's alone."""
    return claim.kind is ClaimKind.QUOTE and claim.form != "word"


def _same_utterance(pairing: ArticlePair) -> list[tuple[Claim, Claim]]:
    found = [a.sides for a in quotations(pairing) if a.sides[0].claims and a.sides[1].claims]
    return [
        (one.claims[0], claim)
        for one, two in found
        for claim in two.claims
        if _is_speech(one.claims[0]) and _is_speech(claim)
    ]


def _root(owner: dict[Place, Place], place: Place) -> Place:
    while owner[place] != place:
        # each place looked at on the way is brought nearer to its root
        owner[place] = owner[owner[place]]
        place = owner[place]
    return place


def _join(owner: dict[Place, Place], one: Place, two: Place) -> None:
    first, second = sorted((_root(owner, one), _root(owner, two)))
    owner[second] = first


def _cluster(docs: Sequence[ParsedArticle], places: Sequence[Place]) -> Alignment:
    sides = tuple(claims_side(doc, *(doc.claims[n] for i, n in places if i == at)) for at, doc in enumerate(docs))
    return Alignment(sides=sides, score=1.0, kind=AlignmentKind.QUOTE, producer="quotations.cluster")
