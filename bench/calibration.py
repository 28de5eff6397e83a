"""How well confidence tells how often a finding is true, and the constants that make it tell.

``python -m bench.calibration [--others ROWS.jsonl [--fit]] [-o bench/results/calibration.json]``.

Findings, also those too unsure to be shown, are labelled by gold: those of the stories and mutants under
``data/``, and those of ``--others``, articles and drafts of others that people have labelled. A row of that
file is ``{"origin", "group", "source", "draft", "wrong", "worth"}``: ``wrong`` has the ranges of the draft that
are wrong, [] for a right draft; ``worth`` is less than 1 where a draft is told again elsewhere. Such gold knows
nothing of what may be left out or noted, so notes, omissions and paraphrased quotations are not judged by it.
``--fit`` writes the constants anew from all of these. Every figure is cross-validated.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import permutations
from pathlib import Path
from typing import Any

from bench.reliability import Judged, crossed, fitted, summary
from consistency import __version__
from consistency.align import limited
from consistency.check import Checker
from consistency.findings.calibrate import Calibration
from consistency.findings.deduplicate import deduplicate
from consistency.findings.draft_kind import DraftKind, draft_kind
from consistency.read import article_from_text
from consistency.settings import Settings
from consistency.types import Article, Finding, Role, Severity
from tools.judge import Story, expected, fair, load_story, points_at, touches
from tools.mutate import mutants

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
CONSTANTS = ROOT / "consistency" / "rules" / "data" / "calibration.toml"

#: Mutants of one kind for each text.
LIMIT = 4

#: What gold of others does not speak of, whatever the severity: omissions, vaguer words, paraphrased quotations.
UNTOLD = ("COV701", "COV702", "COV703", "COV706", "QUO402")

#: What stands above the constants.
ORIGIN = """\
# Log odds that a finding is true, from the rule's own certainty; see consistency/findings/calibrate.py.
# Written by `python -m bench.calibration --others ROWS.jsonl --fit` from {count} findings: {origins}.
# The articles and summaries of others were labelled by people and are not part of this repository.
"""


class RawChecker:
    """Gives the findings of the rules before they are calibrated and selected."""

    def __init__(self) -> None:
        self._checker = Checker(Settings(min_confidence=0.0))

    def judged(self, draft: Article, sources: Sequence[Article]) -> tuple[tuple[Finding, ...], DraftKind]:
        """The findings, each difference once, rule confidence uncalibrated; and the kind of draft."""
        parsed = [self._checker.parse(article) for article in (draft, *sources)]
        docs = list(map(limited, parsed))
        findings = self._checker.apply_rules(self._checker.compare_parsed(docs).alignments, docs)
        return deduplicate(findings, parsed, self._checker.settings), draft_kind(parsed)


def story_findings(checker: RawChecker, story: Story) -> Iterator[Judged]:
    """True: at a marked difference, under a fair name; false: at a trap or a fact told alike; else not judged."""
    for draft, sources in story.checks():
        names = [draft, *sources]
        found, seen = checker.judged(
            story.article(draft, Role.DRAFT), [story.article(name, Role.SOURCE) for name in sources]
        )
        gold = [(row, expected(story, names, row)) for row in story.gold["differences"]]
        quiet = [expected(story, names, row) for part in ("traps", "same") for row in story.gold[part]]
        for finding in found:
            met = [row for row, places in gold if places and points_at(finding, places)]
            true = any(finding.name in fair(row) for row in met)
            if true or (not met and any(places and points_at(finding, places) for places in quiet)):
                yield Judged(origin="stories", group=story.name, sight=seen, finding=finding, true=true)


def mutant_findings(checker: RawChecker, path: Path) -> Iterator[Judged]:
    """True: at the planted error, under a fair name; false: elsewhere, or in a harmless mutant."""
    text = path.read_bytes().decode("utf-8")
    source = article_from_text(text, id="source", role=Role.SOURCE, path=path.name)
    for mutant in mutants({path.name: text}, limit=LIMIT):
        start, end, new = mutant["offset"], mutant["end"], mutant["new"]
        draft = article_from_text(text[:start] + new + text[end:], id="draft", role=Role.DRAFT, path=path.name)
        found, seen = checker.judged(draft, [source])
        for finding in found:
            there = (Role.DRAFT, start, start + max(len(new), 1)), (Role.SOURCE, start, end)
            at = mutant["kind"] != "none" and any(touches(finding, *place) for place in there)
            true = at and finding.name in (mutant["kind"], *mutant["accept_kinds"])
            if true or not at:
                yield Judged(origin="mutants", group=path.parent.name, sight=seen, finding=finding, true=true)


def other_findings(checker: RawChecker, row: dict[str, Any]) -> Iterator[Judged]:
    """True: an alarm at words of the draft that people marked as wrong."""
    draft, source = (
        article_from_text(row[role], id=role, role=Role(role), path=f"{role}.txt") for role in ("draft", "source")
    )
    found, seen = checker.judged(draft, [source])
    for finding in found:
        if finding.severity is not Severity.NOTE and not finding.code.startswith(UNTOLD):
            true = any(touches(finding, Role.DRAFT, start, end, slack=0) for start, end in row["wrong"])
            worth = 1.0 if true else row["worth"]
            yield Judged(origin=row["origin"], group=row["group"], sight=seen, finding=finding, true=true, worth=worth)


def own(checker: RawChecker) -> Iterator[Judged]:
    """The findings in the repository's own texts."""
    stories = [load_story(path.parent) for path in sorted(DATA.glob("*/gold.json"))]
    for story in stories:
        if story.gold["differences"]:
            yield from story_findings(checker, story)
    for path in sorted(p for p in DATA.rglob("*") if p.suffix in (".txt", ".md") and p.parent != DATA):
        yield from mutant_findings(checker, path)
    for one, two in permutations(stories, 2):
        draft, source = one.article(min(one.texts), Role.DRAFT), two.article(min(two.texts), Role.SOURCE)
        found, seen = checker.judged(draft, [source])
        for finding in found:
            yield Judged(origin="strangers", group=f"{one.name} {two.name}", sight=seen, finding=finding, true=False)


def others(checker: RawChecker, path: Path) -> Iterator[Judged]:
    """The findings in the drafts of a file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield from other_findings(checker, json.loads(line))


def written(constants: Calibration, judged: Sequence[Judged]) -> str:
    """The constants as TOML, with their origin."""
    counts = {one.origin: sum(other.origin == one.origin for other in judged) for one in judged}
    told = ", ".join(f"{count} of {origin}" for origin, count in counts.items())
    lines = [ORIGIN.format(count=len(judged), origins=told)]
    values = asdict(constants)
    lines += [f"{name} = {value}\n" for name, value in values.items() if not isinstance(value, dict)]
    for name, table in values.items():
        if isinstance(table, dict):
            lines.append(f"\n[{name}]\n" + "".join(f"{key} = {value}\n" for key, value in table.items()))
    return "".join(lines)


def main(argv: list[str] | None = None) -> int:
    """Print the figures as JSON, for the repository's own texts and for those of others."""
    parser = argparse.ArgumentParser(prog="python -m bench.calibration", description=__doc__)
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--others", type=Path, help="drafts of others; without them their figures stay as they are")
    parser.add_argument("--fit", action="store_true", help="write the constants anew")
    asked = parser.parse_args(argv)
    if asked.fit and not asked.others:
        parser.error("--fit needs --others: planted errors alone say nothing about false alarms")
    checker = RawChecker()
    mine = list(own(checker))
    judged = mine + (list(others(checker, asked.others)) if asked.others else [])
    known = json.loads(asked.output.read_text(encoding="utf-8")) if asked.output and asked.output.exists() else {}
    answer = {"version": __version__, "own texts": summary(mine, crossed(mine)), "all texts": known.get("all texts")}
    if asked.others:
        answer["all texts"] = summary(judged, crossed(judged))
    if asked.fit:
        CONSTANTS.write_text(written(fitted(judged), judged), encoding="utf-8")
    shown = json.dumps(answer, indent=1) + "\n"
    if asked.output:
        asked.output.write_text(shown, encoding="utf-8")
    print(shown, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
