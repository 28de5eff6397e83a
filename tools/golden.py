"""Keep the reports of the demo as files: ``python -m tools.golden --update`` writes them anew.

Read every line of the difference before you commit it: a golden file is what the program is meant to say.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from consistency.check import Checker
from consistency.reports import render
from tools.judge import load_story

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "golden"
#: Name of each golden file and the format it holds.
FILES = {"demo.txt": "text", "demo.json": "json"}


def reports(checker: Checker) -> dict[str, str]:
    """What the program says of the demo now, by golden file."""
    story = load_story(ROOT / "data" / "demo")
    draft, sources = story.checks()[0]
    report = story.check(checker, draft, sources)
    return {name: stable(str(render(report, format)), format) for name, format in FILES.items()}


def stable(rendered: str, format: str) -> str:
    """The report without what changes with each release or machine: the signature, and last digits of scores."""
    if format != "json":
        return rendered
    value: dict[str, Any] = json.loads(rendered)
    del value["signature"]
    for row in (*value["findings"], *value["alignments"]):
        for score in {"score", "confidence"} & row.keys():
            row[score] = round(row[score], 2)
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def main(argv: list[str] | None = None) -> int:
    """Compare, or with ``--update`` write; 1 when a file is not what the program says."""
    parser = argparse.ArgumentParser(prog="python -m tools.golden")
    parser.add_argument("--update", action="store_true")
    update = parser.parse_args(argv).update
    GOLDEN.mkdir(parents=True, exist_ok=True)
    stale = 0
    for name, now in reports(Checker()).items():
        path = GOLDEN / name
        if not path.exists() or path.read_text(encoding="utf-8") != now:
            stale += 1
            print(f"{'updated' if update else 'out of date'}: {path.relative_to(ROOT)}")
            if update:
                path.write_text(now, encoding="utf-8")
    return 1 if stale and not update else 0


if __name__ == "__main__":
    sys.exit(main())
