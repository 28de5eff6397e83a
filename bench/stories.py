"""How the stories under ``data/`` come out, by measure and by rule.

``python -m bench.stories [-v] [-o RESULT.json]``.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from dataclasses import asdict
from pathlib import Path
from typing import Any

from consistency import __version__
from consistency.check import Checker
from tools.judge import (
    KINDS,
    Answer,
    Story,
    Tally,
    differences,
    load_story,
    share,
    strangers,
    tallies,
    traps,
)

DATA = Path(__file__).resolve().parent.parent / "data"


def answers(checker: Checker, stories: list[Story]) -> dict[str, list[Answer]]:
    """Every line of gold, by measure."""
    told = [story for story in stories if story.gold["differences"]]
    return {
        **{f"stories.found.{kind}": [a for s in told for a in differences(checker, s, kind)] for kind in KINDS},
        "stories.found (all kinds)": [a for story in told for a in differences(checker, story)],
        "stories.traps": [a for story in told for a in traps(checker, story)],
        "stories.strangers": list(strangers(checker, stories)),
    }


def by_rule(checker: Checker, stories: list[Story]) -> dict[str, dict[str, int]]:
    """What ``tools.judge.tallies`` counts, over all stories, for each code."""
    counts: dict[str, Tally] = defaultdict(Tally)
    for story in stories:
        for code, tally in tallies(checker, story) if story.gold["differences"] else ():
            counts[code] += tally
    return {code: asdict(counts[code]) for code in sorted(counts)}


def main(argv: list[str] | None = None) -> int:
    """Print the shares as JSON; with ``-v`` what went wrong before them."""
    parser = argparse.ArgumentParser(prog="python -m bench.stories", description=__doc__)
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true")
    asked = parser.parse_args(argv)
    checker = Checker()
    stories = [load_story(path.parent) for path in sorted(DATA.glob("*/gold.json"))]
    found = answers(checker, stories)
    for measure, lines in found.items() if asked.verbose else ():
        for line in lines:
            if not line.right:
                print(f"{measure} | {line.id}", *line.said, sep="\n    ")
    table: dict[str, Any] = {"version": __version__}
    table |= {measure: {"lines": len(lines), "right": round(share(lines), 4)} for measure, lines in found.items()}
    table["rules"] = by_rule(checker, stories)
    answer = json.dumps(table, indent=1) + "\n"
    if asked.output:
        asked.output.write_text(answer, encoding="utf-8")
    print(answer, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
