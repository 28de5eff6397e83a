"""Whether a report says what it should: of mutants, of the differences and traps of a story."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path
from typing import Any

from consistency.check import Checker
from consistency.read import article_from_text
from consistency.types import Article, Finding, Report, Role, Severity

#: How far from an edit a finding may point and still mean it, in characters.
SLACK = 60

#: Names of findings about figures, dates and ranks.
FIGURES = frozenset(
    ("value-mismatch", "unit-mismatch", "bound-shift", "date-shift", "rank-shift", "sources-disagree", "measure-shift")
)
#: What a difference in gold is about if it is no figure, date or rank, by the letters of its code.
FAMILIES = {"ATT": "attributions", "COV": "coverage", "ENT": "names", "MOD": "statements", "QUO": "quotations"}
#: All that a difference may be about.
KINDS = ("figures", *sorted(FAMILIES.values()))

#: What a difference is called when the other telling is the draft.
MIRRORED = {
    "claim-dropped": "claim-added",
    "detail-dropped": "detail-added",
    "vaguer": "more-specific",
    "attribution-drop": "attribution-added",
    "quote-paraphrased": "quote-invented",
}
MIRRORED |= {two: one for one, two in MIRRORED.items()}

#: Names of notes that say what an article leaves out or adds.
COVERAGE = frozenset(("claim-dropped", "claim-added", "detail-dropped", "detail-added"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a checker made of one mutant: ``raised`` at the edit, under a fair name, and alarms elsewhere."""

    mutant: dict[str, Any]
    raised: bool
    named: bool
    extra: int
    said: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Named where something is wrong, silent where nothing is."""
        return not self.extra if self.mutant["kind"] == "none" else self.named


def loud(report: Report) -> list[Finding]:
    """The findings that a desk must look at."""
    return [f for f in report.findings if f.severity in (Severity.ERROR, Severity.WARNING)]


def touches(
    finding: Finding, role: Role, start: int, end: int, *, article: str | None = None, slack: int = SLACK
) -> bool:
    """Whether the finding points at, or near, a range of the article in that role."""
    return any(
        p.role == role and article in (None, p.article) and p.span.start < end + slack and start - slack < p.span.end
        for p in finding.places
    )


def judge(checker: Checker, base: str, mutant: dict[str, Any], *, path: str = "story.txt") -> Verdict:
    """Check a mutant of ``base`` against ``base``."""
    start, end, new = mutant["offset"], mutant["end"], mutant["new"]
    source = article_from_text(base, id="source", role=Role.SOURCE, path=path)
    draft = article_from_text(base[:start] + new + base[end:], id="draft", role=Role.DRAFT, path=path)
    report = checker.check(draft, [source])
    at_edit = [
        finding
        for finding in report.findings
        if touches(finding, Role.DRAFT, start, start + max(len(new), 1)) or touches(finding, Role.SOURCE, start, end)
    ]
    harmless = mutant["kind"] == "none"
    alarms = [f for f in loud(report) if harmless or f not in at_edit]
    named = {mutant["kind"], *mutant["accept_kinds"]}
    return Verdict(
        mutant=mutant,
        raised=bool(at_edit),
        named=any(f.name in named for f in at_edit),
        extra=len(alarms),
        said=tuple(map(words, alarms if harmless else [*at_edit, *alarms])),
    )


def shares(verdicts: Iterable[Verdict]) -> dict[str, float]:
    """Share of wrong mutants raised and named, of harmless ones that stay quiet, and alarms elsewhere per wrong one."""
    wrong = [v for v in verdicts if v.mutant["kind"] != "none"]
    harmless = [v for v in verdicts if v.mutant["kind"] == "none"]
    answer = {}
    if wrong:
        answer["raised"] = sum(v.raised for v in wrong) / len(wrong)
        answer["named"] = sum(v.named for v in wrong) / len(wrong)
        answer["extra"] = sum(bool(v.extra) for v in wrong) / len(wrong)
    if harmless:
        answer["quiet"] = sum(v.right for v in harmless) / len(harmless)
    return answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The tellings of one event under ``data/``, with what is known about them."""

    name: str
    texts: dict[str, str]
    paths: dict[str, str]
    draft: str | None
    gold: dict[str, Any]

    def article(self, name: str, role: Role) -> Article:
        """One telling, in a role."""
        return article_from_text(self.texts[name], id=name, role=role, path=self.paths[name])

    def checks(self) -> list[tuple[str, tuple[str, ...]]]:
        """Which telling is checked against which: the draft against its sources, or each against each."""
        if self.draft:
            return [(self.draft, tuple(name for name in self.texts if name != self.draft))]
        return [(draft, (source,)) for draft, source in permutations(self.texts, 2)]

    def check(self, checker: Checker, draft: str, sources: Sequence[str]) -> Report:
        """The report on one telling against others."""
        return checker.check(self.article(draft, Role.DRAFT), [self.article(s, Role.SOURCE) for s in sources])


def load_story(folder: Path) -> Story:
    """The story in a folder of ``data/``."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    texts = {name: (folder / file).read_bytes().decode("utf-8") for name, file in gold["articles"].items()}
    return Story(name=folder.name, texts=texts, paths=gold["articles"], draft=manifest.get("draft"), gold=gold)


def points_at(finding: Finding, places: Sequence[dict[str, Any]]) -> bool:
    """Whether, in each article where the finding points somewhere, it points at one of the places."""
    mine = {p.article for p in finding.places} & {p["article"] for p in places}
    return bool(mine) and all(
        any(
            p.article == at["article"]
            and p.span.start < at["end"] + (SLACK if "kind" in at else 0)
            and at["start"] - (SLACK if "kind" in at else 0) < p.span.end
            for p in finding.places
            for at in places
            if at["article"] == name
        )
        for name in mine
    )


def fair(row: dict[str, Any]) -> set[str]:
    """The names under which a difference may be raised, whichever telling is the draft."""
    names = {row["name"], *row["accept"]}
    return names | {MIRRORED[name] for name in names if name in MIRRORED}


def expected(story: Story, names: Sequence[str], row: dict[str, Any]) -> list[dict[str, Any]]:
    """The places of a gold row in the named articles, if they are on more than one side, or if it is a trap."""
    sides = [[place for place in side if place["article"] in names] for side in row["sides"]]
    met = [side for side in sides if side]
    enough = len(met) > 1 if "name" in row else sum(map(len, met)) > 1
    return [place for side in met for place in side] if enough else []


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """How one line of gold came out: ``right`` or not, with the words of the findings that spoke."""

    id: str
    right: bool
    said: tuple[str, ...] = ()


def kind_of(row: dict[str, Any]) -> str:
    """What a difference in gold is about, one of ``KINDS``."""
    return "figures" if row["name"] in FIGURES else FAMILIES[row["code"][:3]]


def differences(checker: Checker, story: Story, kind: str | None = None) -> Iterator[Answer]:
    """For each check of the story and each difference, of one kind or any: whether it was raised under a fair name."""
    for draft, sources, report in checked(checker, story):
        for row in story.gold["differences"]:
            places = expected(story, [draft, *sources], row)
            if places and kind in (None, kind_of(row)):
                at = [f for f in report.findings if points_at(f, places)]
                right = any(f.name in fair(row) for f in at)
                yield Answer(id=label(story, draft, sources, row), right=right, said=tuple(map(words, at)))


def traps(checker: Checker, story: Story) -> Iterator[Answer]:
    """For each check of the story and each trap in it: whether it stayed silent."""
    for draft, sources, report in checked(checker, story):
        gold = [expected(story, [draft, *sources], row) for row in story.gold["differences"]]
        for row in (*story.gold["traps"], *story.gold["same"]):
            places = expected(story, [draft, *sources], row)
            names = {*row.get("looks_like", FIGURES), "detail-added", "detail-dropped"}
            fallen = [f for f in report.findings if f.name in names and points_at(f, places)]
            alarms = [f for f in fallen if not any(points_at(f, other) for other in gold)]
            if places:
                yield Answer(id=label(story, draft, sources, row), right=not alarms, said=tuple(map(words, alarms)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How one rule came out over some checks."""

    there: int = 0
    found: int = 0
    right: int = 0
    wrong: int = 0
    elsewhere: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(**{name: getattr(self, name) + getattr(other, name) for name in self.__slots__})


def tallies(checker: Checker, story: Story) -> Iterator[tuple[str, Tally]]:
    """The codes of a story's differences and findings: differences that are ``there`` and ``found`` under a fair
    name; findings that are ``right`` (at a difference, fairly named), ``wrong`` (at a trap or a fact told alike),
    and those ``elsewhere``: at nothing that gold speaks of, or at a difference under another name.
    """
    for draft, sources, report in checked(checker, story):
        gold = [(row, expected(story, [draft, *sources], row)) for row in story.gold["differences"]]
        quiet = [expected(story, [draft, *sources], row) for part in ("traps", "same") for row in story.gold[part]]
        for row, places in gold:
            if places:
                hit = any(f.name in fair(row) and points_at(f, places) for f in report.findings)
                yield row["code"], Tally(there=1, found=int(hit))
        for finding in report.findings:
            met = [row for row, places in gold if places and points_at(finding, places)]
            if any(finding.name in fair(row) for row in met):
                yield finding.code, Tally(right=1)
            elif not met and any(places and points_at(finding, places) for places in quiet):
                yield finding.code, Tally(wrong=1)
            else:
                yield finding.code, Tally(elsewhere=1)


def strangers(checker: Checker, stories: Sequence[Story]) -> Iterator[Answer]:
    """For every two articles about different events: whether nothing loud, dropped or added was raised."""
    firsts = [(story, sorted(story.texts)[0]) for story in stories]
    for (one, draft), (two, source) in permutations(firsts, 2):
        report = checker.check(one.article(draft, Role.DRAFT), [two.article(source, Role.SOURCE)])
        alarms = [f for f in report.findings if f.severity is not Severity.NOTE or f.name in COVERAGE]
        yield Answer(id=f"{one.name}>{two.name}", right=not alarms, said=tuple(map(words, alarms)))


def checked(checker: Checker, story: Story) -> Iterator[tuple[str, tuple[str, ...], Report]]:
    """Every check of a story, with its report."""
    for draft, sources in story.checks():
        yield draft, sources, story.check(checker, draft, sources)


def label(story: Story, draft: str, sources: Sequence[str], row: dict[str, Any]) -> str:
    """A line of gold in one check, by name."""
    return f"{story.name} {draft}<{'+'.join(sources)} {row['id']} {row.get('name', '')}: {row['note']}"


def words(finding: Finding) -> str:
    """A finding in a line."""
    return f"{finding.severity} {finding.name}: {finding.message}"


def share(answers: Iterable[Answer]) -> float:
    """Share of right answers."""
    marks = [answer.right for answer in answers]
    return sum(marks) / len(marks)
