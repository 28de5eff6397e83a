"""The page of measured figures, generated from result files."""

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
    "stories.found.figures": "differences in figures, dates and ranks reported by a suitable rule",
    "stories.found.attributions": "differences in attribution, likewise",
    "stories.found.coverage": "additions and omissions, likewise",
    "stories.found.names": "differences in names and roles, likewise",
    "stories.found.quotations": "differences in quotations, likewise",
    "stories.found.statements": "differences in statements and their certainty, likewise",
    "stories.found (all kinds)": "differences of all kinds reported by a suitable rule",
    "stories.traps": "traps and equal facts without a finding",
    "stories.strangers": "pairs of articles about different events without a finding",
}

#: Rules that find less than this share of their differences are listed under "What is missed".
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
    return f"To repeat the measurement, in a clone of the repository:\n\n    {command}\n"


def _opening() -> Iterator[str]:
    gold = [_read(path.name, path.parent) for path in sorted(DATA.glob("*/gold.json"))]
    articles, told = sum(len(g["articles"]) for g in gold), [g for g in gold if g["differences"]]
    differences, traps = (sum(len(g[part]) for g in told) for part in ("differences", "traps"))
    yield "# Accuracy\n"
    yield (
        "All figures on this page are generated from result files in the repository (`bench/results`,\n"
        "`data/floors.json`). The texts were written by the authors of the rules; expect less on other articles.\n"
    )
    yield (
        f"Measured on {articles} articles: {len(told)} invented stories in three versions each, and articles about\n"
        f"other events. {differences} differences are annotated, and {traps} traps: wordings that look different\n"
        "but mean the same. The texts are in `data`, where a README explains the annotation.\n"
    )


def _stories() -> Iterator[str]:
    result, floors = _read("stories.json"), _read("floors.json", DATA)
    yield "## The stories\n"
    yield (
        "Each version of a story is checked against each other version, so a difference counts once for each pair\n"
        "that shows it. A floor is the minimum share; a test fails if a release falls below it.\n"
    )
    rows = [
        (what, str(row["lines"]), _percent(row["right"]), _percent(floors[name]) if name in floors else "")
        for name, what in MEASURES.items()
        if (row := result[name])
    ]
    yield table(("share of", "cases", "share", "floor"), rows)
    yield _again("python -m bench.stories -o bench/results/stories.json")


def _rules() -> Iterator[str]:
    counts = _read("stories.json")["rules"]
    yield "## Each rule\n"
    yield (
        "The same checks, by rule. *Annotated*: differences of this kind. *Found*: those reported by this rule or\n"
        "another one that a reader would accept. *Correct*: findings of this rule on an annotated difference that\n"
        "it suits. *False*: findings on a trap or on equal facts. *Elsewhere*: findings on text that is not\n"
        "annotated, or on a difference of another kind; these are not judged.\n"
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
    yield table(("rule", "annotated", "found", "correct", "false", "elsewhere"), rows)
    unseen = [f"[{rule.code}](rules/{rule.code}.md)" for rule in all_rules() if rule.code not in counts]
    if unseen:
        yield f"The stories contain no cases for {', '.join(unseen)}: these are tested on their own examples only.\n"


def _missed() -> Iterator[str]:
    counts = _read("stories.json")["rules"]
    weak = [
        f"- [{rule.code}](rules/{rule.code}.md) {rule.name}: {row['there'] - row['found']} of {row['there']} missed"
        for rule in all_rules()
        if (row := counts.get(rule.code)) and row["there"] and row["found"] < HALF * row["there"]
    ]
    yield "## What is missed\n"
    if weak:
        yield "These rules miss more than half of the annotated differences in freely rewritten text:\n"
        yield "\n".join(weak) + "\n"
    yield "[Limits](limits.md#what-it-misses) explains why, and what else is not found.\n"


def _mutants() -> Iterator[str]:
    floors = _read("floors.json", DATA)
    yield "## Planted errors\n"
    yield (
        "One word or figure of a story is changed, and the text with the error is checked against the original.\n"
        "*Found*: there is a finding at the error. *Named*: by a suitable rule. *False alarms*: texts with an\n"
        "error or warning somewhere else. Harmless changes, such as 12 for twelve, must cause neither: *quiet*.\n"
    )
    for name, command in (
        ("mutants.json", "python -m bench.mutants --select NUM,DAT -o bench/results/mutants.json"),
        ("mutants-all.json", "python -m bench.mutants --kinds all -o bench/results/mutants-all.json"),
    ):
        yield from _planted(_read(name), command)
    told = {name.removeprefix("mutants."): _percent(floor) for name, floor in floors.items() if "mutants." in name}
    shown = ", ".join(f"{name} {floor}" for name, floor in told.items())
    yield f"Floors, for a sample of each kind in three of the texts: {shown}.\n"


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
    yield table(("kind", "texts", "found", "named", "false alarms", "quiet"), rows)
    yield _again(command)


def _confidence() -> Iterator[str]:
    yield from confidence(_read("calibration.json"))
    yield _again("python -m bench.calibration -o bench/results/calibration.json")


def _alignment() -> Iterator[str]:
    result = _read("alignment.json")["stories"]
    yield "## Alignment\n"
    yield (
        "How confident the program is that two articles report the same event, from 0 to 1 (0.5 decides), and how\n"
        "often two sentences that state the same annotated fact are aligned.\n"
    )
    yield table(("measure", "value"), [(name, f"{value:g}") for name, value in result.items()])
    yield _again("python bench/alignment.py > bench/results/alignment.json")


def _speed() -> Iterator[str]:
    result = _read("speed.json")
    machine = result["machine"]
    yield "## Speed\n"
    yield (
        f"Two articles of a page each, on {machine['cores']} cores, {machine['system']}, Python\n"
        f"{machine['python']}. Each figure is the median ratio of two commands run alternately; times are for that\n"
        "machine. *Plain*: a script that only embeds the same sentences with sentence-transformers. *Watched*:\n"
        "from saving the draft to the finished report, with `--watch`; all other rows start a new process.\n"
    )
    rows = [
        (name, f"{row['ratio']:.2f}", f"{row['target']:g}", *(f"{row[s]:.3g} {row['unit']}" for s in ("ours", "other")))
        for name, row in result["figures"].items()
    ]
    yield table(("command / compared with", "ratio", "target, at most", "command", "compared with"), rows)
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
