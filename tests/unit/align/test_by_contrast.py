"""Another thing of a kind, another act or an opposite, in an article and a summary told in other words."""

from __future__ import annotations

import pytest

from consistency.check import Checker
from consistency.settings import Settings
from tests.unit import checking

ARTICLE = """Rescuers in Orvale pulled a young climber from a ravine on Sunday after she broke her wrist in a fall.
The climber, Dora Velk, had been walking with her sister along a path above the Rill when it gave way.
A helicopter of the coast guard took her to the hospital in Brennick, where doctors set the bone.
The council said that an inquiry into the state of the path continues and that no date was set for its end.
Two farmers were charged with stealing copper from the fence beside the path in March.
Neighbours welcomed the plan to mend the path, which is popular with families.
The old chapel at the end of the path was painted green by volunteers last year.
A bakery beside it sells cherry cake to walkers.
"""


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(Settings(cache=False))


def loud(checker: Checker, draft: str) -> list[tuple[str, str]]:
    return [(finding.code, checking.words(finding, draft)) for finding in checking.loud(checker, draft, ARTICLE)]


@pytest.mark.parametrize(
    ("draft", "found"),
    [
        ("A climber broke her ankle in a fall above Orvale.", ("ENT301", "ankle")),
        ("She was taken to Brennick in a lorry of the coast guard, where doctors set the bone.", ("ENT301", "lorry")),
        ("The farmers stole tin from a fence beside the path.", ("ENT301", "tin")),
        ("The old chapel was painted yellow last year by volunteers.", ("ENT301", "yellow")),
        ("Two farmers were convicted of stealing copper from the fence in March.", ("MOD603", "convicted")),
        ("An inquiry by the council into the path's state has concluded.", ("MOD602", "concluded")),
        ("Neighbours slammed a plan to mend the path.", ("MOD602", "slammed")),
    ],
)
def test_a_rival_is_found(checker: Checker, draft: str, found: tuple[str, str]) -> None:
    assert loud(checker, draft) == [found]


@pytest.mark.parametrize(
    "draft",
    [
        "A climber broke an arm in a fall above Orvale.",  # a wrist is part of it
        "She was flown to Brennick in an aircraft of the coast guard, where doctors set the bone.",
        "The farmers stole copper wire from a fence beside the path.",
        "The inquiry by the council into the path's state has not concluded.",
        "A bakery sells cherry cake, and no apple cake, to walkers.",
    ],
)
def test_what_may_be_said_of_the_same_is_silent(checker: Checker, draft: str) -> None:
    assert [code for code, _ in loud(checker, draft) if code in ("ENT301", "MOD602", "MOD603")] == []
