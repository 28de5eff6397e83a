"""The stories: gold that holds, differences that are found, traps and strangers that stay silent."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from consistency.check import Checker
from tools import stories
from tools.judge import KINDS, Answer, Story, differences, load_story, share, strangers, traps

DATA = Path(__file__).parent.parent / "data"
FLOORS: dict[str, float] = json.loads((DATA / "floors.json").read_text(encoding="utf-8"))
STORIES = [load_story(path.parent) for path in sorted(DATA.glob("*/gold.json"))]
TOLD = [story for story in STORIES if story.gold["differences"]]


def test_offsets_and_digests_are_up_to_date() -> None:
    assert stories.main([]) == 0


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_every_gold_place_cuts_its_words(story: Story) -> None:
    for section in stories.SECTIONS:
        for row in story.gold[section]:
            for place in (place for side in row["sides"] for place in side):
                assert story.texts[place["article"]][place["start"] : place["end"]] == place["text"], row["id"]


def named(answers: list[Answer]) -> str:
    return "\n".join(f"{answer.id} {answer.said}" for answer in answers if not answer.right)


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_differences_are_found(checker: Checker, kind: str) -> None:
    answers = [answer for story in TOLD for answer in differences(checker, story, kind)]
    assert len(answers) > 30
    assert share(answers) >= FLOORS[f"stories.found.{kind}"], named(answers)


@pytest.mark.slow
def test_traps_stay_silent(checker: Checker) -> None:
    answers = [answer for story in TOLD for answer in traps(checker, story)]
    assert len(answers) > 80
    assert share(answers) >= FLOORS["stories.traps"], named(answers)


@pytest.mark.slow
def test_strangers_stay_silent(checker: Checker) -> None:
    answers = list(strangers(checker, STORIES))
    assert share(answers) >= FLOORS["stories.strangers"], named(answers)
