"""A cache changes how long a check takes, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consistency.check import Checker
from consistency.embed import Encoder, open_encoder
from consistency.read import article_from_text
from consistency.reports import render
from consistency.settings import Settings
from consistency.types import Article, Role
from tools.judge import load_story

STORY = load_story(Path(__file__).parents[2] / "data" / "demo").texts

#: What an editor does to one sentence between two checks.
CHANGES: dict[str, Callable[[str], str]] = {
    "another figure": lambda text: re.sub(r"\d", lambda digit: str((int(digit.group()) + 3) % 10), text, count=1),
    "a word less": lambda text: re.sub(r" \w+", "", text, count=1),
    "a name put in": lambda text: f"In Lyr, {text}",
    "told twice": lambda text: f"{text} {text}",
    "left out": lambda text: "",
}


def article(text: str, role: Role) -> Article:
    return article_from_text(text, id=role.value, role=role, path=f"{role.value}.txt")


def answer(checker: Checker, draft: str) -> str | bytes:
    report = checker.check(article(draft, Role.DRAFT), [article(STORY["wire"], Role.SOURCE)])
    return render(report, "json")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that has seen the unchanged draft, and then every change before."""
    folder = tmp_path_factory.mktemp("cache")
    answer(Checker(Settings(cache_dir=str(folder))), STORY["draft"])
    return folder


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    """An encoder that keeps nothing; opened once."""
    return open_encoder(Settings(cache=False))


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_after_a_change_the_report_is_the_one_of_an_empty_cache(
    folder: Path, encoder: Encoder, data: st.DataObject
) -> None:
    sentences = re.split(r"(?<=[.!?\"]) +|(?<=\n)\n", STORY["draft"])
    place = data.draw(st.integers(0, len(sentences) - 1), label="sentence")
    change = data.draw(st.sampled_from(sorted(CHANGES)), label="change")
    draft = STORY["draft"].replace(sentences[place], CHANGES[change](sentences[place]), 1)

    # New checkers: what an earlier one has in memory must not answer for the store.
    kept = answer(Checker(Settings(cache_dir=str(folder))), draft)
    empty = Checker(Settings(cache=False))
    empty.encoder = encoder
    assert kept == answer(empty, draft)
    assert kept == answer(Checker(Settings(cache_dir=str(folder))), draft)
