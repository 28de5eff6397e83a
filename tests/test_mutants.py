"""One planted error must be raised under its name; one harmless rewrite must stay silent."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from consistency.check import Checker
from consistency.settings import Settings
from tools.judge import Verdict, judge, shares
from tools.mutate import edits, mutants

DATA = Path(__file__).parent.parent / "data"
FLOORS: dict[str, float] = json.loads((DATA / "floors.json").read_text(encoding="utf-8"))
BASES = [DATA / name for name in ("demo/sources/wire.txt", "court/a.txt", "results/a.txt")]
#: Mutants of one kind for each text: enough to see a loss, few enough to stay fast.
LIMIT = 4


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> list[Verdict]:
    cache = str(tmp_path_factory.mktemp("cache"))
    checker = Checker(Settings(select=("NUM", "DAT"), cache_dir=cache))
    found = []
    for path in BASES:
        text = path.read_bytes().decode("utf-8")
        rows = mutants({path.name: text}, kinds="figures", limit=LIMIT)
        found += [judge(checker, text, row, path=path.name) for row in rows]
    return found


@pytest.mark.slow
@pytest.mark.parametrize("measure", ["raised", "named", "quiet"])
def test_share_is_not_below_its_floor(verdicts: list[Verdict], measure: str) -> None:
    wrong = [f"{v.mutant['id']} {v.mutant['old']!r} -> {v.mutant['new']!r}: {v.said}" for v in verdicts if not v.right]
    assert shares(verdicts)[measure] >= FLOORS[f"mutants.{measure}"], "\n".join(wrong)


@pytest.mark.parametrize("path", BASES, ids=lambda path: path.parent.name)
def test_each_mutant_changes_what_it_says_it_changes(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    rows = mutants({"base": text}, kinds="all")
    assert len({row["id"] for row in rows}) == len(rows) > 80
    assert all(text[row["offset"] : row["end"]] == row["old"] != row["new"] for row in rows)


def test_the_same_seed_makes_the_same_mutants() -> None:
    text = BASES[0].read_bytes().decode("utf-8")
    assert list(edits(text, seed=3)) == list(edits(text, seed=3))
    assert list(edits(text, seed=3)) != list(edits(text, seed=4))


@pytest.mark.parametrize(
    ("text", "kind", "old"),
    [
        ("The mine sold more than 1,200 tonnes.", "bound-shift", "more than"),
        ("Sales rose to $3.4 million.", "unit-mismatch", "million"),
        ("He came on Friday with two bags.", "date-shift", "Friday"),
        ("It is the third-largest dam of the valley.", "rank-shift", "third"),
        ("It has 410 beds.", "value-mismatch", "410"),
        ("The firm, the oldest of its trade, closed.", "rank-shift", "oldest"),
    ],
)
def test_finds_the_place_for_an_error(text: str, kind: str, old: str) -> None:
    assert (kind, old) in {(edit.kind, text[edit.start : edit.end]) for edit in edits(text, kinds="figures")}


@pytest.mark.parametrize(
    "text",
    [
        "He was born in 1962.",
        "The Level 7 Group met on May 4.",
        "See https://example.org/2024/100 for more.",
        "---\ntitle: 40 boats\n---\nNothing else.",
    ],
)
def test_years_names_and_addresses_are_no_counts(text: str) -> None:
    assert not [edit for edit in edits(text, kinds="figures") if edit.kind == "value-mismatch"]
