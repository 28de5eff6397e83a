"""The figures of the accuracy page agree with each other and with the floors."""

from __future__ import annotations

import json
from typing import Any

from consistency.rules import all_rules
from tools.pages.accuracy import DATA, MEASURES, RESULTS, page


def read(name: str) -> dict[str, Any]:
    value: dict[str, Any] = json.loads((RESULTS / name).read_text(encoding="utf-8"))
    return value


def test_the_rules_add_up_to_the_measure_of_all_kinds() -> None:
    result = read("stories.json")
    whole, rules = result["stories.found (all kinds)"], result["rules"].values()
    assert sum(row["there"] for row in rules) == whole["lines"]
    assert round(sum(row["found"] for row in rules) / whole["lines"], 4) == whole["right"]


def test_only_rules_are_counted() -> None:
    assert read("stories.json")["rules"].keys() <= {rule.code for rule in all_rules()}


def test_what_was_measured_is_not_below_its_floor() -> None:
    floors, result = json.loads((DATA / "floors.json").read_text(encoding="utf-8")), read("stories.json")
    assert [name for name in MEASURES if name in floors and result[name]["right"] < floors[name]] == []


def test_every_rule_is_named_with_its_figures_or_as_unseen() -> None:
    text = page()
    assert [rule.code for rule in all_rules() if f"[{rule.code}](rules/{rule.code}.md)" not in text] == []
