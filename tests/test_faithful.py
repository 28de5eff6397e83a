"""Faithful retellings of invented news: an editor is bothered with nothing that is no mistake."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from consistency.check import Checker
from consistency.read import article_from_text
from consistency.settings import Settings
from consistency.types import Report, Role, Severity

#: Each row has a draft, its source, under "right" the rules that rightly say something of it, and under "false" those
#: that still raise a false alarm.
ROWS: list[dict[str, Any]] = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data" / "faithful.jsonl").read_text(encoding="utf-8").splitlines()
]

#: A faithful row, words in its draft, what an inattentive writer puts there, and the rule that tells of it.
SLIPS = [
    ("quake1", "more than 30 people", "more than 40 people", "NUM101"),
    ("quake0", "34 or more people", "43 or more people", "NUM101"),
    ("quake0", "11 km below", "17 km below", "NUM101"),
    ("bank0", "wanted to cut by 0.25 points", "wanted to cut by 0.5 points", "COV705"),
    ("bank1", "Five of the seven", "Six of the seven", "NUM101"),
    ("bank1", "Inflation fell to 2.9 percent", "Inflation fell to 3.9 percent", "COV705"),
    ("study0", "23 percent higher", "32 percent higher", "NUM101"),
    ("court0", "four years for accepting", "five years for accepting", "NUM101"),
    ("obit0", "two daughters and five grandchildren", "two sons and five grandchildren", "ENT301"),
    ("strike0", "pay will rise by 9 percent", "pay will rise by 19 percent", "COV705"),
    ("tech0", "14 October", "24 October", "COV705"),
    ("ferry0", "almost 340 people", "almost 440 people", "COV705"),
    ("ferry0", "truck drivers from Bulgaria", "truck drivers from Romania", "COV705"),
    ("vote0", "only five of 19 districts", "only eight of 19 districts", "COV705"),
    ("vote0", "Seventy-one percent", "Seventy-nine percent", "COV705"),
    ("storm0", "48 centimetres", "84 centimetres", "COV704"),
    ("storm0", "six provinces", "nine provinces", "NUM101"),
    ("museum0", "150 euros", "1,500 euros", "NUM101"),
    ("merger0", "down by 3.2 percent", "down by 2.3 percent", "COV705"),
    ("crash0", "it was allowed to carry 36 people", "it was allowed to carry 63 people", "COV705"),
    ("results0", "climbed 46 percent", "climbed 64 percent", "NUM101"),
    ("space0", "38 minutes", "83 minutes", "NUM101"),
    ("school0", "8,500 fewer", "5,800 fewer", "NUM101"),
    ("school0", "By nine votes to six", "By eight votes to seven", "COV705"),
    ("health0", "four out of five kindergarten", "three out of five kindergarten", "NUM101"),
    ("film0", "81", "71", "COV705"),
    ("bear0", "three cubs aged eight months", "two cubs aged eight months", "NUM101"),
]


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(replace(Settings(), cache=False))


def rows() -> list[object]:
    """Every row; of one with a false alarm, the test is to fail until nothing raises it any more."""

    def marks(row: dict[str, Any]) -> list[pytest.MarkDecorator]:
        reason = f"false alarms: {', '.join(row.get('false', []))}"
        return [pytest.mark.xfail(strict=True, reason=reason, raises=AssertionError)] if "false" in row else []

    return [pytest.param(row, id=row["id"], marks=marks(row)) for row in ROWS]


def checked(checker: Checker, row: dict[str, Any], draft: str) -> Report:
    source = article_from_text(row["sources"][0]["text"], id="wire", role=Role.SOURCE)
    return checker.check(article_from_text(draft, id="draft", role=Role.DRAFT), [source])


def loud(report: Report) -> list[str]:
    return [finding.code for finding in report.findings if finding.severity is not Severity.NOTE]


@pytest.mark.parametrize("row", rows())
def test_a_faithful_retelling_raises_no_alarm(row: dict[str, Any], checker: Checker) -> None:
    report = checked(checker, row, row["draft"]["text"])
    assert loud(report) == row["right"], [finding.message for finding in report.findings]


@pytest.mark.parametrize(("id", "right", "wrong", "code"), SLIPS)
def test_a_slip_in_it_does(id: str, right: str, wrong: str, code: str, checker: Checker) -> None:
    row = next(row for row in ROWS if row["id"] == id)
    assert row["draft"]["text"].count(right) >= 1
    report = checked(checker, row, row["draft"]["text"].replace(right, wrong, 1))
    # What is said of the faithful text already is not said of the slip.
    assert code in Counter(loud(report)) - Counter([*row["right"], *row.get("false", [])])
