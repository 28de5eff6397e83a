"""No kind of text makes the work grow faster than its size times a logarithm; see `bench/complexity.py`."""

from __future__ import annotations

import pytest

from bench.complexity import checker, measured
from bench.hostile import KINDS, changed, text
from consistency.check import Checker

#: Characters of the smaller and of the larger text.
SMALL, LARGE = 10_000, 40_000

#: How much longer the larger text may take. n log n takes 4.6 times as long, a square 16 times.
MOST = 9.0

#: Seconds that one run may take, and below which the smaller text's time says nothing.
LIMIT, FLOOR = 20.0, 0.05


@pytest.fixture(scope="module")
def ready() -> Checker:
    return checker()


@pytest.mark.slow
@pytest.mark.parametrize("stage", ["read", "cut", "extract"])
@pytest.mark.parametrize("kind", KINDS)
def test_four_times_the_text_takes_hardly_longer_than_four_times(kind: str, stage: str, ready: Checker) -> None:
    # Of several tries the quickest: a busy machine only adds.
    for _ in range(3):
        small, problem = measured(ready, kind, stage, SMALL, LIMIT)
        assert not problem, problem
        large, problem = measured(ready, kind, stage, LARGE, LIMIT)
        assert not problem, problem
        if large <= MOST * max(small, FLOOR):
            return
    pytest.fail(f"{small:.2f} s for {SMALL:,} characters, {large:.2f} s for {LARGE:,}")


@pytest.mark.parametrize("kind", KINDS)
def test_texts_have_the_size_asked_for(kind: str) -> None:
    assert SMALL * 0.4 <= len(text(kind, SMALL)) <= SMALL * 2
    assert len(text(kind, LARGE)) > 3 * len(text(kind, SMALL))


def test_the_other_text_differs_and_keeps_its_markup() -> None:
    original = text("table", SMALL)
    other = changed(original)
    assert other != original
    assert other.count("|") == original.count("|")


def test_a_run_that_does_not_end_is_killed(ready: Checker) -> None:
    took, problem = measured(ready, "news", "extract", SMALL, 0.0001)
    assert took == 0.0001
    assert problem == "not done after 0.0001 s at 10 kB"
