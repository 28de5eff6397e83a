"""``python -m tools.mutate FILES... --kinds figures -o mutants.json``: write mutants of articles."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from pathlib import Path

from tools.mutate import KINDS, mutants


def main(argv: list[str] | None = None) -> int:
    """Write the mutants as JSON and say how many there are of each kind."""
    parser = argparse.ArgumentParser(prog="python -m tools.mutate", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--kinds", choices=sorted(KINDS), default="all")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--limit", type=int, help="at most so many of a kind for each text")
    parser.add_argument("-o", "--output", type=Path)
    asked = parser.parse_args(argv)
    files = [path.resolve() for path in asked.files]
    root = Path(os.path.commonpath([path.parent for path in files]))
    texts = {path.relative_to(root).as_posix(): path.read_bytes().decode("utf-8") for path in files}
    rows = mutants(texts, kinds=asked.kinds, seed=asked.seed, limit=asked.limit)
    answer = json.dumps({"mutants": rows}, indent=1, ensure_ascii=False) + "\n"
    if asked.output:
        asked.output.write_text(answer, encoding="utf-8")
    else:
        sys.stdout.write(answer)
    print(dict(sorted(Counter(str(row["kind"]) for row in rows).items())), file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
