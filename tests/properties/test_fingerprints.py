"""A finding keeps its fingerprint through every change that is not one of its own words."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consistency.check import Checker
from consistency.read import article_from_text
from consistency.types import Finding, Report, Role

quick = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))

HEADING = "# Mill fire in Orvale"
PARAGRAPHS = (
    "The fire at the mill killed 15 people and burned two barns on the river's bank, the mayor's office said.",
    "The owner lost 40 horses in the fire, police said, and “nothing of the stables was left” by the morning after.",
    "## What comes next",
    "The council will vote on new rules for mills on 3 May, said Mayor Ada Brandt, who has led the town since 1994.",
)
SOURCE = """The fire at the mill killed 12 people and burned two barns on the river's bank, the mayor's office said.

The owner lost 50 horses in the fire, police said, and "nothing of the stables was left" by the morning after.

The council will vote on new rules for mills on 5 May, said Mayor Ada Brandt, who has led the town since 1994.
"""
DRAFT = "\n\n".join((HEADING, *PARAGRAPHS)) + "\n"


def check(checker: Checker, draft: str, path: str = "draft.md", source: str = SOURCE) -> Report:
    told = article_from_text(draft, id=path, role=Role.DRAFT, path=path)
    return checker.check(told, [article_from_text(source, id="wire", role=Role.SOURCE, path="wire.md")])


def marks(report: Report) -> list[tuple[str, str]]:
    return sorted((one.code, one.fingerprint) for one in report.findings if one.code[:3] in ("NUM", "DAT", "QUO"))


def test_every_finding_has_its_own(checker: Checker) -> None:
    found = marks(check(checker, DRAFT))
    assert [code for code, _ in found] == ["DAT201", "NUM101", "NUM101"]
    assert len({mark for _, mark in found}) == 3
    assert all(len(mark) == 16 and set(mark) <= set("0123456789abcdef") for _, mark in found)


CHANGES: dict[str, Callable[[str], str]] = {
    "lines above": lambda text: "Photo: A. Muller\n\n" * 50 + text,
    "lines below": lambda text: text + "\nMore will follow.\n",
    "front matter": lambda text: f"---\ntitle: Mill fire\ntags: [mills, fires]\n---\n{text}",
    "line ends": lambda text: text.replace("\n", "\r\n"),
    "heading elsewhere": lambda text: text.replace("## What comes next", "## A vote in May"),
    "first heading": lambda text: text.replace(HEADING, "# Orvale mill burns"),
    "quotes and dashes": lambda text: text.replace("“", '"').replace("”", '"').replace("'", "’"),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "no-break spaces": lambda text: text.replace("15 people", "15\u00a0people").replace("40 horses", "40\u202fhorses"),
    "emphasis": lambda text: text.replace("15 people", "**15** people").replace("3 May", "*3 May*"),
    "a link": lambda text: text.replace("40 horses", "[40 horses](https://example.org/horses)"),
    "a comment": lambda text: text.replace("15 people", "15 people <!-- consistency: ignore[QUO] -->"),
    "a list": lambda text: text.replace("The owner", "- The owner"),
    "a quotation": lambda text: text.replace("The owner", "> The owner"),
    "paragraphs turned": lambda text: "\n\n".join(reversed(text.strip().split("\n\n"))) + "\n",
    "another sentence in the paragraph": lambda text: text.replace("The owner", "It was put out by noon. The owner"),
    "an error mended elsewhere": lambda text: text.replace("40 horses", "50 horses"),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_it_survives(checker: Checker, change: Callable[[str], str]) -> None:
    before, after = check(checker, DRAFT), check(checker, change(DRAFT))
    kept = set(marks(before)) & set(marks(after))
    mended = change is CHANGES["an error mended elsewhere"]
    assert len(kept) == 3 - mended, [f.message for f in after.findings]


def test_it_survives_another_name_and_folder(checker: Checker) -> None:
    assert marks(check(checker, DRAFT, "content/2026/fire.md")) == marks(check(checker, DRAFT))


def test_it_survives_a_source_that_says_more(checker: Checker) -> None:
    assert marks(check(checker, DRAFT, source=f"A mill burned down in Orvale.\n\n{SOURCE}")) == marks(
        check(checker, DRAFT)
    )


#: Plain text is wrapped by programs at 65 to 80 characters; narrower lines are verse.
FLOWS = st.one_of(
    st.tuples(st.just("md"), st.sampled_from(["", "> "]), st.integers(30, 120)),
    st.tuples(st.just("txt"), st.just(""), st.integers(60, 90)),
)


@quick
@given(FLOWS)
def test_it_survives_reflow(checker: Checker, flow: tuple[str, str, int]) -> None:
    kind, mark, width = flow
    parts = [
        part if part.startswith("#") else textwrap.fill(part, width, initial_indent=mark, subsequent_indent=mark)
        for part in (HEADING, *PARAGRAPHS)
    ]
    before, after = (check(checker, text, f"draft.{kind}") for text in (DRAFT, "\n\n".join(parts) + "\n"))
    assert marks(after) == marks(before)


LINES = st.lists(
    st.sampled_from(["", "By our reporter", "Photo: A. Muller", "## Also", "It rained.", "![A mill](m.png)"]),
    max_size=6,
)


@quick
@given(st.lists(LINES, min_size=6, max_size=6))
def test_it_survives_lines_between_the_paragraphs(checker: Checker, put: list[list[str]]) -> None:
    parts = [HEADING, *PARAGRAPHS, ""]
    lines = [line for extra, part in zip(put, parts, strict=True) for line in (*extra, part)]
    kept = set(marks(check(checker, "\n\n".join(lines) + "\n")))
    assert set(marks(check(checker, DRAFT))) <= kept


def test_other_words_are_another_finding(checker: Checker) -> None:
    before = set(marks(check(checker, DRAFT)))
    for old, new in (("15 people", "16 people"), ("killed 15 people and", "killed 15 people, among them a child, and")):
        assert len(before & set(marks(check(checker, DRAFT.replace(old, new))))) == 2


SAME = "The mill owner lost 40 horses, police said."
OTHER = "The brewery at the lake lost 40 horses, its owner said."


def told(finding: Finding) -> tuple[int, str]:
    return finding.places[0].span.start, finding.fingerprint


def test_claims_with_the_same_figures_are_told_apart_by_their_sentences(checker: Checker) -> None:
    source = f"{SAME}\n\n{OTHER}\n".replace("40", "50")
    both = check(checker, f"{SAME}\n\n{OTHER}\n", source=source)
    turned = check(checker, f"{OTHER}\n\n{SAME}\n", source=source)
    first, second = (mark for _, mark in sorted(map(told, both.findings)))
    assert first != second
    assert [mark for _, mark in sorted(map(told, turned.findings))] == [second, first]


def test_findings_alike_in_all_are_counted(checker: Checker) -> None:
    source = SAME.replace("40", "50")
    once = check(checker, f"{SAME}\n", source=source)
    twice = check(checker, f"{SAME}\n\nIt rained.\n\n{SAME}\n", source=source)
    found = [finding.fingerprint for finding in twice.findings if finding.code == "NUM101"]
    assert len(set(found)) == len(found)
    assert once.findings[0].fingerprint in found or len(twice.findings[0].places) > 2
