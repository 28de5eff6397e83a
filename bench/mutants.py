"""How many planted errors are raised and named, and how many harmless rewrites stay quiet.

``python -m bench.mutants FILES... [--kinds figures] [-v] [-o RESULT.json]``.
Without files it takes the stories under ``data/``.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from consistency.check import Checker
from consistency.settings import Settings
from tools.judge import Verdict, judge, shares
from tools.mutate import KINDS, mutants

ROOT = Path(__file__).resolve().parent.parent
STORIES = sorted(p for p in (ROOT / "data").rglob("*") if p.suffix in (".txt", ".md") and p.parent.name != "data")


def run(files: list[Path], select: tuple[str, ...], *, kinds: str, seed: int, limit: int | None) -> list[Verdict]:
    """A verdict for each mutant of each file, by the rules of ``select`` (none: all)."""
    checker = Checker(Settings(select=select))
    verdicts = []
    for path in files:
        text = path.read_bytes().decode("utf-8")
        for mutant in mutants({path.name: text}, kinds=kinds, seed=seed, limit=limit):
            verdicts.append(judge(checker, text, mutant, path=path.name))
    return verdicts


def table(verdicts: list[Verdict]) -> dict[str, Any]:
    """The shares over all, and for each kind."""
    kinds: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        kinds[verdict.mutant["kind"]].append(verdict)
    rows = {kind: {"mutants": len(some), **rounded(shares(some))} for kind, some in sorted(kinds.items())}
    return {"mutants": len(verdicts), **rounded(shares(verdicts)), "kinds": rows}


def rounded(values: dict[str, float]) -> dict[str, float]:
    """Four digits are enough."""
    return {name: round(value, 4) for name, value in values.items()}


def show(verdict: Verdict) -> str:
    """A wrong verdict in a line or two."""
    m = verdict.mutant
    said = "\n    ".join(verdict.said) or "(nothing)"
    return f"{m['id']} {m['old'][:50]!r} -> {m['new'][:50]!r}\n    {said}"


def main(argv: list[str] | None = None) -> int:
    """Print the table as JSON; with ``-v`` what went wrong before it."""
    parser = argparse.ArgumentParser(prog="python -m bench.mutants", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, default=STORIES)
    parser.add_argument("--kinds", choices=sorted(KINDS), default="figures")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--limit", type=int, help="at most so many of a kind for each text")
    parser.add_argument("--select", default="", help="rules to run, such as NUM,DAT; all unless given")
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true")
    asked = parser.parse_args(argv)
    began = time.perf_counter()
    select = tuple(filter(None, asked.select.split(",")))
    verdicts = run(asked.files, select, kinds=asked.kinds, seed=asked.seed, limit=asked.limit)
    if asked.verbose:
        for verdict in verdicts:
            if not verdict.right or (verdict.extra and verdict.mutant["kind"] != "none"):
                print(show(verdict))
    print(f"{len(verdicts)} mutants in {time.perf_counter() - began:.1f} s", file=sys.stderr)
    answer = (
        json.dumps(
            {"kinds asked": asked.kinds, "rules": asked.select or "all", "seed": asked.seed, **table(verdicts)},
            indent=1,
        )
        + "\n"
    )
    if asked.output:
        asked.output.write_text(answer, encoding="utf-8")
    print(answer, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
