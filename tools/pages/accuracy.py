"""The page of measured figures: all of it comes from result files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from consistency.rules import all_rules
from tools.pages.blocks import table
from tools.pages.confidence import confidence

ROOT = Path(__file__).resolve().parent.parent.parent
DATA, RESULTS = ROOT / "data", ROOT / "bench" / "results"

#: What each measure of the stories and the mutants is a share of, as in data/README.md.
MEASURES = {
    "stories.found.figures": "differences in figures, dates and ranks raised under a fair name",
    "stories.found.attributions": "differences in who says something, likewise",
    "stories.found.coverage": "what one article adds or leaves out, likewise",
    "stories.found.names": "differences in names and in who does what, likewise",
    "stories.found.quotations": "differences in quotations, likewise",
    "stories.found.statements": "differences in what is stated, and how certainly, likewise",
    "stories.found (all kinds)": "differences of all kinds raised under a fair name",
    "stories.traps": "traps, and facts told alike, that stay silent",
    "stories.strangers": "pairs of articles about different events that stay silent",
}

#: A rule that finds less than this share of its differences is named under "What is missed".
HALF = 0.5


def page() -> str:
    """The whole page."""
    return "\n".join(
        [*_opening(), *_stories(), *_rules(), *_missed(), *_mutants(), *_confidence(), *_alignment(), *_speed()]
    )


def _read(name: str, folder: Path = RESULTS) -> dict[str, Any]:
    value: dict[str, Any] = json.loads((folder / name).read_text(encoding="utf-8"))
    return value


def _percent(share: float) -> str:
    """A share with one digit after the point, or none."""
    return f"{100 * share:.1f}".removesuffix(".0") + " %"


def _again(command: str) -> str:
    return f"Measure it again, in a clone of the repository:\n\n    {command}\n"


def _opening() -> Iterator[str]:
    gold = [_read(path.name, path.parent) for path in sorted(DATA.glob("*/gold.json"))]
    articles, told = sum(len(g["articles"]) for g in gold), [g for g in gold if g["differences"]]
    differences, traps = (sum(len(g[part]) for g in told) for part in ("differences", "traps"))
    yield "# Accuracy\n"
    yield (
        "Every figure here is written from a result file of the repository (`bench/results`, `data/floors.json`);\n"
        "none is typed. The texts were written by the people who wrote the rules: on the articles of others, expect\n"
        "less.\n"
    )
    yield (
        f"Measured on {articles} articles: {len(told)} invented stories, each told three times, and articles about\n"
        f"other events. {differences} differences are marked in them, and {traps} traps: wordings that mean the same\n"
        "and look as if they did not. They are in the folder `data`; its README says how they are marked.\n"
    )


def _stories() -> Iterator[str]:
    result, floors = _read("stories.json"), _read("floors.json", DATA)
    yield "## The stories\n"
    yield (
        "Each telling is checked against each other one; so one difference counts as often as two tellings show it.\n"
        "A floor is a share below which no version may fall: a test fails.\n"
    )
    rows = [
        (what, str(row["lines"]), _percent(row["right"]), _percent(floors[name]) if name in floors else "")
        for name, what in MEASURES.items()
        if (row := result[name])
    ]
    yield table(("share of", "lines", "right", "floor"), rows)
    yield _again("python -m bench.stories -o bench/results/stories.json")


def _rules() -> Iterator[str]:
    counts = _read("stories.json")["rules"]
    yield "## Each rule\n"
    yield (
        "The same checks, by rule. *There*: marked differences of this kind. *Found*: those raised under a fair\n"
        "name, this one or one that a reader would accept. *Right*: findings of this rule at a marked difference,\n"
        "under a fair name. *Wrong*: findings at a trap, or at a fact that is told alike. *Elsewhere*: findings at\n"
        "nothing that is marked, or at a difference of another kind; they are not judged.\n"
    )
    rows = [
        (
            f"[{rule.code}](rules/{rule.code}.md) {rule.name}",
            str(row["there"]),
            f"{row['found']} ({_percent(row['found'] / row['there'])})" if row["there"] else "",
            *(str(row[key]) for key in ("right", "wrong", "elsewhere")),
        )
        for rule in all_rules()
        if (row := counts.get(rule.code))
    ]
    yield table(("rule", "there", "found", "right", "wrong", "elsewhere"), rows)
    unseen = [f"[{rule.code}](rules/{rule.code}.md)" for rule in all_rules() if rule.code not in counts]
    if unseen:
        yield f"The stories hold nothing for {', '.join(unseen)}: these are tried on their own examples only.\n"


def _missed() -> Iterator[str]:
    counts = _read("stories.json")["rules"]
    weak = [
        f"- [{rule.code}](rules/{rule.code}.md) {rule.name}: {row['there'] - row['found']} of {row['there']} missed"
        for rule in all_rules()
        if (row := counts.get(rule.code)) and row["there"] and row["found"] < HALF * row["there"]
    ]
    yield "## What is missed\n"
    if weak:
        yield "More than half of what is marked is missed by these rules, in free retellings:\n"
        yield "\n".join(weak) + "\n"
    yield "Why, and what else is not found, is told in [Limits](limits.md#what-it-misses).\n"


def _mutants() -> Iterator[str]:
    floors = _read("floors.json", DATA)
    yield "## Planted errors\n"
    yield (
        "One word or figure of a story is changed, and the text with the error is checked against the text without\n"
        "it. *Raised*: something is raised at the error. *Named*: under a fair name. *Alarms beside*: texts with an\n"
        "error or a warning at another place. A harmless change, such as 12 for twelve, must raise neither: *quiet*.\n"
    )
    for name, command in (
        ("mutants.json", "python -m bench.mutants --select NUM,DAT -o bench/results/mutants.json"),
        ("mutants-all.json", "python -m bench.mutants --kinds all -o bench/results/mutants-all.json"),
    ):
        yield from _planted(_read(name), command)
    told = {name.removeprefix("mutants."): _percent(floor) for name, floor in floors.items() if "mutants." in name}
    shown = ", ".join(f"{name} {floor}" for name, floor in told.items())
    yield f"Floors, on a few of each kind in three of the texts: {shown}.\n"


def _planted(result: dict[str, Any], command: str) -> Iterator[str]:
    kinds = "Figures, dates and ranks" if result["kinds asked"] == "figures" else "All kinds"
    rules = "all rules" if result["rules"] == "all" else f"rules {result['rules'].replace(',', ', ')}"
    yield f"### {kinds}, {rules}\n"
    rows = [
        (
            "harmless" if kind == "none" else kind,
            str(row["mutants"]),
            *(_percent(row[key]) if key in row else "" for key in ("raised", "named", "extra", "quiet")),
        )
        for kind, row in [*sorted(result["kinds"].items(), key=lambda item: item[0] == "none"), ("all", result)]
    ]
    yield table(("kind", "texts", "raised", "named", "alarms beside", "quiet"), rows)
    yield _again(command)


def _confidence() -> Iterator[str]:
    yield from confidence(_read("calibration.json"))
    yield _again("python -m bench.calibration -o bench/results/calibration.json")


def _alignment() -> Iterator[str]:
    result = _read("alignment.json")["stories"]
    yield "## Which passages belong together\n"
    yield (
        "How surely two articles are taken to tell one story, 0 to 1 (0.5 decides), and how often two sentences that\n"
        "tell one marked fact are put side by side.\n"
    )
    yield table(("measure", "value"), [(name, f"{value:g}") for name, value in result.items()])
    yield _again("python bench/alignment.py > bench/results/alignment.json")


def _speed() -> Iterator[str]:
    result = _read("speed.json")
    machine = result["machine"]
    yield "## Speed\n"
    yield (
        f"Two articles of a page each, on {machine['cores']} cores, {machine['system']}, Python {machine['python']}.\n"
        "Each figure is the median ratio of two commands run in turn; the times are of that machine. *Plain*: a\n"
        "script that does no more than embed the same sentences with sentence-transformers. *Watched*: from saving\n"
        "the draft until the report is there, in a process that `--watch` keeps; other rows begin a process each.\n"
    )
    rows = [
        (name, f"{row['ratio']:.2f}", f"{row['target']:g}", *(f"{row[s]:.3g} {row['unit']}" for s in ("ours", "other")))
        for name, row in result["figures"].items()
    ]
    yield table(("what / to what", "ratio", "wanted, at most", "what", "to what"), rows)
    yield _again("python bench/speed.py")
    yield from _embedding()


def _embedding() -> Iterator[str]:
    result = _read("embedding.json")
    yield "### The sentence encoder alone\n"
    told = [row for part, values in result.items() if part != "machine" for row in values.items()]
    rows = [(name, f"{value:g}") for name, value in told]
    yield table(("measure", "value"), rows)
    yield _again("python bench/embedding.py").rstrip()
    yield ""
