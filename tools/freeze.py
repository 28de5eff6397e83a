"""Prove that a change of the code leaves every report equal.

    python -m tools.freeze write BEFORE.json        # on the code before the change
    python -m tools.freeze compare BEFORE.json      # on the code after it: names each report that differs

Every rule is on and no finding is left out for its confidence, so a report shows all that the program finds. The
reports are those of the stories and faithful versions under ``data/``, of planted errors and harmless edits in the
stories, and of any further rows given with ``--rows``, in the form that ``check --jsonl`` takes. Digests hold on one
machine only, as another processor may round the last digits of a score differently; so they are not committed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from consistency.check import Checker
from consistency.read import article_from_text
from consistency.reports import render
from consistency.settings import Settings
from consistency.types import Article, Report, Role
from tools.judge import load_story
from tools.mutate import mutants

DATA = Path(__file__).resolve().parent.parent / "data"
#: Planted edits of one kind for each text of a story; some 500 in all.
EDITS = 2


def main(argv: list[str] | None = None) -> int:
    """Write the digests, or compare them; 1 when a report differs."""
    parser = argparse.ArgumentParser(prog="python -m tools.freeze", description=__doc__)
    parser.add_argument("action", choices=["write", "compare"])
    parser.add_argument("file", type=Path)
    parser.add_argument("--rows", type=Path, action="append", default=[], help="more rows, as check --jsonl takes them")
    parser.add_argument("--quick", action="store_true", help="without planted errors: a quarter of the time")
    parser.add_argument("--keep", type=Path, help="a folder for the reports themselves")
    asked = parser.parse_args(argv)
    now = dict(frozen(asked.rows, asked.keep, edits=not asked.quick))
    if asked.action == "write":
        asked.file.write_text(json.dumps(now, indent=0, sort_keys=True) + "\n", encoding="utf-8")
        print(f"{len(now)} reports written")
        return 0
    before = json.loads(asked.file.read_text(encoding="utf-8"))
    return _compare({name: before[name] for name in before if name in now or not asked.quick}, now)


def frozen(rows: list[Path], keep: Path | None, *, edits: bool = True) -> Iterator[tuple[str, str]]:
    """The name of each report with the digest of its JSON, its signature left out."""
    checker = Checker(replace(Settings(), select=("ALL",), min_confidence=0.0, cache=False))
    for count, (name, report) in enumerate(_reports(checker, rows, edits), start=1):
        content: dict[str, Any] = json.loads(str(render(report, "json")))
        del content["signature"]
        text = json.dumps(content, ensure_ascii=False, sort_keys=True, indent=1)
        if keep is not None:
            keep.mkdir(parents=True, exist_ok=True)
            (keep / f"{hashlib.sha256(name.encode()).hexdigest()[:16]}.json").write_text(text, encoding="utf-8")
        print(f"\r{count} reports", end="", file=sys.stderr, flush=True)
        yield name, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    print(file=sys.stderr)


def _compare(before: dict[str, str], now: dict[str, str]) -> int:
    differing = sorted(name for name in before.keys() | now.keys() if before.get(name) != now.get(name))
    for name in differing:
        print(name)
    print(f"{len(differing)} of {len(before)} reports differ")
    return 1 if differing else 0


def _reports(checker: Checker, rows: list[Path], edits: bool) -> Iterator[tuple[str, Report]]:
    yield from _stories(checker)
    for path in (DATA / "faithful.jsonl", *rows):
        yield from _rows(checker, path)
    if edits:
        yield from _edits(checker)


def _stories(checker: Checker) -> Iterator[tuple[str, Report]]:
    for folder in sorted(path.parent for path in DATA.glob("*/gold.json")):
        story = load_story(folder)
        for draft, sources in story.checks():
            yield f"{story.name}: {draft} against {', '.join(sources)}", story.check(checker, draft, sources)
        peers = [story.article(name, Role.PEER) for name in story.texts]
        yield f"{story.name}: compared", checker.compare(peers)


def _rows(checker: Checker, path: Path) -> Iterator[tuple[str, Report]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        draft = _article({"id": "draft", **row["draft"]}, Role.DRAFT)
        sources = [_article(source, Role.SOURCE) for source in row["sources"]]
        yield f"{path.name}: {row['id']}", checker.check(draft, sources)


def _article(given: dict[str, Any], role: Role) -> Article:
    known = {key: given[key] for key in ("title", "published") if given.get(key)}
    return article_from_text(given["text"], id=given["id"], role=role, **known)


def _edits(checker: Checker) -> Iterator[tuple[str, Report]]:
    for path in sorted(DATA.glob("*/*.txt")):
        text = path.read_bytes().decode("utf-8")
        name = f"{path.parent.name}/{path.name}"
        source = article_from_text(text, id="source", role=Role.SOURCE, path="story.txt")
        for row in mutants({name: text}, kinds="all", limit=EDITS):
            edited = text[: row["offset"]] + row["new"] + text[row["end"] :]
            draft = article_from_text(edited, id="draft", role=Role.DRAFT, path="story.txt")
            yield f"{name}: {row['id']}", checker.check(draft, [source])


if __name__ == "__main__":
    sys.exit(main())
