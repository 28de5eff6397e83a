"""How the stories under ``data/`` come out: ``python -m bench.stories [-v] [-o RESULT.json]``."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from tools.judge import Answer, RememberingChecker, differences, load_story, share, strangers, traps

DATA = Path(__file__).resolve().parent.parent / "data"


def answers() -> dict[str, list[Answer]]:
    """Every line of gold, by measure."""
    checker = RememberingChecker()
    stories = [load_story(path.parent) for path in sorted(DATA.glob("*/gold.json"))]
    told = [story for story in stories if story.gold["differences"]]
    return {
        "stories.found": [a for story in told for a in differences(checker, story, figures_only=True)],
        "stories.found (all kinds)": [a for story in told for a in differences(checker, story)],
        "stories.traps": [a for story in told for a in traps(checker, story)],
        "stories.strangers": list(strangers(checker, stories)),
    }


def main(argv: list[str] | None = None) -> int:
    """Print the shares as JSON; with ``-v`` what went wrong before them."""
    parser = argparse.ArgumentParser(prog="python -m bench.stories", description=__doc__)
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true")
    asked = parser.parse_args(argv)
    found = answers()
    for measure, lines in found.items() if asked.verbose else ():
        for line in lines:
            if not line.right:
                print(f"{measure} | {line.id}", *line.said, sep="\n    ")
    table = {measure: {"lines": len(lines), "right": round(share(lines), 4)} for measure, lines in found.items()}
    answer = json.dumps(table, indent=1) + "\n"
    if asked.output:
        asked.output.write_text(answer, encoding="utf-8")
    print(answer, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
