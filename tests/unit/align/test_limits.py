"""What is done does not grow faster than the text, on texts made to be slow; and what is cut is reported."""

from __future__ import annotations

import sys
from collections.abc import Callable

import numpy as np
import pytest

from consistency.align.claim_matching import match
from consistency.align.claim_similarity import Candidates
from consistency.align.excess import exceeded
from consistency.align.limits import limited, nearest, room
from consistency.align.restatements import restated, unsupported
from consistency.align.sentence_alignment import links
from consistency.align.within_article import within_article
from consistency.embed.encoder import embedding
from consistency.extract import extract
from consistency.findings.deduplicate import deduplicate
from consistency.quantities.totals import differs_by, summed_anywhere
from consistency.read import article_from_text
from consistency.segment import segment
from consistency.settings import Settings
from consistency.types import ParsedArticle, Role, Severity, Word
from consistency.types.limits import ARTICLE_SENTENCES, CONTRADICTIONS, LINKS, PAIRS_OF_CLAIMS, WORDS
from tests.conftest import make_article, make_finding, make_place
from tests.unit.align.test_sentence_alignment import bags, sentences


def tell(text: str, role: Role = Role.DRAFT) -> ParsedArticle:
    article = article_from_text(text, id=role.value, role=role)
    cut = segment(article)
    return ParsedArticle(article=article, sentences=cut, claims=extract(article, cut))


def calls(work: Callable[[], object]) -> int:
    """How many calls of functions some work takes: the same on every machine, however busy."""
    count = 0

    def counted(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def toll(number: int) -> str:
    return f"The fire in ward {number} killed {number + 200} people."


def fires(size: int) -> str:
    return " ".join(map(toll, range(size)))


def test_figures_are_compared_in_proportion_to_their_number() -> None:
    sizes = [tuple(tell(fires(size), role) for role in (Role.DRAFT, Role.SOURCE)) for size in (400, 800)]
    small, large = (calls(lambda both=both: match(*both, {})) for both in sizes)  # type: ignore[misc]
    assert large < 2.6 * small


def test_a_claim_is_looked_for_among_the_likely_ones() -> None:
    source = tell(fires(900), Role.SOURCE)
    claim = tell("Some 9,999,999 people came.").claims[0]
    all_claims = len(source.claims)
    assert not restated(claim, source, {0}, all_claims)
    assert unsupported(claim, source, all_claims)
    assert calls(lambda: restated(claim, source, {0}, all_claims)) < all_claims * 2
    assert calls(lambda: unsupported(claim, source, all_claims)) < all_claims * 2
    assert restated(tell(toll(450)).claims[-1], source, {0}, all_claims)


def test_few_claims_are_all_compared_and_of_many_the_equal_ones_are() -> None:
    claims = tell(fires(900)).claims
    known = Candidates(claims)
    assert list(known.places(claims[0], PAIRS_OF_CLAIMS // len(claims))) == list(range(len(claims)))
    places = known.places(claims[0], len(claims))
    assert len(places) < len(claims) / 2
    assert 1 in known.places(tell(f"{'A word. ' * 3000}{toll(0)}").claims[-1], len(claims))


def test_sums_and_differences_of_an_article_are_worked_out_once() -> None:
    source = tell(" ".join(f"It took {n + 100} men and {n * 3 + 700} women." for n in range(200)), Role.SOURCE)
    claim = tell("Some 5 million people came.").claims[0]
    first = calls(lambda: summed_anywhere(claim, source.claims))
    again = calls(lambda: summed_anywhere(claim, source.claims))
    assert again < first / 20
    assert summed_anywhere(tell("Some 800 people came.").claims[0], source.claims)
    assert differs_by(602.0, source.claims)
    assert not differs_by(599.0, source.claims)


def test_a_sentence_told_over_and_over_is_aligned_with_a_few() -> None:
    repeated = ("The mayor said 12 people died in the fire.",) * 60
    one, two = bags(repeated, repeated)
    found = links(sentences(repeated), sentences(repeated), one, two)
    assert len(found) <= 60 * LINKS
    assert {link.left for link in found} == set(range(60))
    assert max(sum(link.left == n for link in found) for n in range(60)) == LINKS


@pytest.mark.parametrize(("length", "most"), [(80, LINKS), (1500, LINKS), (3000, 4), (80_000, 4)])
def test_a_very_long_sentence_is_aligned_with_fewer(length: int, most: int) -> None:
    assert room("a" * length) == most


def test_a_figure_contradicts_no_more_than_some_of_its_article_and_that_is_reported() -> None:
    told = tell(" ".join(f"The fire killed {n + 20} people." for n in range(60)))
    alike = embedding(np.ones(4, dtype=np.float32) / 2, np.ones((1, 4), dtype=np.float32), [(0, 3)], truncated=False)
    within = within_article(told, [alike] * len(told.sentences))
    assert 0 < len(within) <= len(told.claims) * CONTRADICTIONS
    assert len(within) > len(told.claims) * CONTRADICTIONS / 2
    (skipped,) = exceeded([told], {}, within)
    assert str(CONTRADICTIONS) in skipped.why


def test_differences_are_looked_up_where_they_stand() -> None:
    article = make_article(fires(1600))
    told = [ParsedArticle(article=article, sentences=(), claims=())]
    found = [make_finding(make_place(article, f"{n + 200} people")) for n in range(1600)]
    small, large = (calls(lambda some=some: deduplicate(some, told, Settings())) for some in (found[:800], found))  # type: ignore[misc]
    assert large < 2.6 * small
    double = make_finding(make_place(article, "200 people"), severity=Severity.NOTE)
    assert deduplicate([*found[:2], double], told, Settings()) == deduplicate(found[:2], told, Settings())


@pytest.mark.parametrize(("depth", "kept"), [(0.0, [0, 1, 2]), (0.5, [4, 5, 6]), (1.0, [7, 8, 9])])
def test_the_nearest_of_many(depth: float, kept: list[int]) -> None:
    assert list(nearest(range(10), depth, 3)) == kept
    assert list(nearest(range(3), depth, 3)) == [0, 1, 2]


def word(number: int, head: int) -> Word:
    return Word(number * 2, number * 2 + 1, "a", "a", "NOUN", "NN", "dep", head, "", starts=False)


def test_what_is_within_the_limits_stays_as_it_is() -> None:
    told = tell(fires(20))
    assert limited(told) is told
    assert exceeded([told], {}) == ()


def test_of_a_very_long_sentence_the_first_words_are_compared_and_that_is_reported() -> None:
    long = tuple(word(n, WORDS + 5) for n in range(WORDS + 10))
    told = ParsedArticle(
        article=make_article("a " * len(long)), sentences=tell("One line.").sentences, claims=(), words=(long,)
    )
    (kept,) = limited(told).words
    assert len(kept) == WORDS
    assert all(one.head == n for n, one in enumerate(kept))
    (skipped,) = exceeded([told], {})
    assert "line 1" in skipped.what
    assert f"first {WORDS}" in skipped.why


def test_of_very_many_sentences_the_first_are_compared_and_that_is_reported() -> None:
    told = tell("\n\n".join(["It rained again."] * (ARTICLE_SENTENCES + 3)))
    assert len(limited(told).sentences) == ARTICLE_SENTENCES
    (skipped,) = exceeded([told], {})
    assert f"from line {ARTICLE_SENTENCES * 2 + 1} on" in skipped.what
    assert f"{ARTICLE_SENTENCES + 3:,} sentences" in skipped.why
