"""Laws that hold for every article, whatever it says."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consistency.check import Checker
from consistency.errors import EmptyInput
from consistency.read import article_from_text
from consistency.reports import render
from consistency.segment import segment
from consistency.types import Article, Finding, Place, PlaceKind, Report, Role
from tools.judge import load_story

DATA = Path(__file__).parent.parent.parent / "data"
STORIES = {path.parent.name: load_story(path.parent) for path in sorted(DATA.glob("*/gold.json"))}
TELLINGS = [(name, doc) for name, story in STORIES.items() for doc in story.texts]
#: A draft and a source that disagree in many ways.
PAIRS = [("demo", "draft", "wire"), ("court", "a", "c"), ("accident", "a", "b"), ("results", "a", "c")]

#: What two figures say of each other is the same from both sides.
SYMMETRIC = ("NUM101", "NUM102", "NUM103", "NUM104", "DAT201")

quick = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def article(text: str, role: Role, name: str = "") -> Article:
    return article_from_text(text, id=name or role.value, role=role, path=f"{name or role.value}.txt")


def check(checker: Checker, draft: str, *sources: str) -> Report:
    told = [article(text, Role.SOURCE, f"source-{number}") for number, text in enumerate(sources)]
    return checker.check(article(draft, Role.DRAFT), told)


def pair(name: str, draft: str, source: str) -> tuple[str, str]:
    return STORIES[name].texts[draft], STORIES[name].texts[source]


def spots(places: tuple[Place, ...]) -> frozenset[tuple[str, int, int]]:
    return frozenset((p.article, p.span.start, p.span.end) for p in places if p.kind is PlaceKind.EVIDENCE)


def essence(finding: Finding) -> tuple[str, frozenset[tuple[str, int, int]]]:
    return finding.code, spots(finding.places)


# ------------------------------------------------------------------ spans

ODD = st.text(
    alphabet=st.sampled_from("aZ 9.,$%\"'“”’–—-…\n\r\t\u00a0\u2009\u200b\u0301é\ufb01\U0001f600€½"), max_size=120
)


@quick
@given(ODD | st.text(max_size=80))
def test_every_sentence_lies_in_its_text_and_its_offsets_rise(text: str) -> None:
    try:
        told = article(text, Role.DRAFT)
    except EmptyInput:
        return
    for sentence in segment(told):
        assert 0 <= sentence.span.start < sentence.span.end <= len(text)
        assert len(sentence.offsets) == len(sentence.text) + 1
        assert list(sentence.offsets) == sorted(sentence.offsets)
        assert sentence.span.start <= sentence.offsets[0]
        assert sentence.offsets[-1] <= len(text)


def bare(text: str) -> str:
    """Letters and digits alone: what folding never touches."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).casefold()


@pytest.mark.parametrize(("name", "doc"), TELLINGS)
def test_every_sentence_and_claim_cuts_its_words(checker: Checker, name: str, doc: str) -> None:
    told = checker.parse(STORIES[name].article(doc, Role.DRAFT))
    raw = told.article.text
    assert len(told.sentences) > 5
    for sentence in told.sentences:
        assert "](" in raw or bare(sentence.span.cut(raw)) == bare(sentence.text)
    assert len(told.claims) > 5
    for claim in told.claims:
        assert bare(claim.span.cut(raw)) == bare(claim.text)
        if claim.figure:
            assert bare(claim.figure.span.cut(raw)) == bare(claim.figure.text)


# ------------------------------------------------------------------ silence


@pytest.mark.parametrize(("name", "doc"), TELLINGS)
def test_an_article_against_itself_is_silent(checker: Checker, name: str, doc: str) -> None:
    text = STORIES[name].texts[doc]
    own = [f for f in check(checker, text, text).findings if f.code != "DOC901"]
    assert own == []


NOTATIONS: dict[str, Callable[[str], str]] = {
    "straight quotes": lambda text: text.translate(str.maketrans("“”‘’", "\"\"''")),
    "no-break spaces": lambda text: re.sub(r"(?<=\d) (?=[a-z])", "\u00a0", text),
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text),
    "line ends": lambda text: text.replace("\n", "\r\n"),
    "percent sign": lambda text: re.sub(r"(?<=\d) per ?cent\b", "%", text),
    "figures without commas": lambda text: re.sub(r"(?<=\d),(?=\d{3}\b)", "", text),
    "over": lambda text: re.sub(r"\bmore than (?=[$€£\d])", "over ", text),
    "biggest": lambda text: text.replace("largest", "biggest"),
    "hyphens for dashes": lambda text: text.replace(" — ", " - "),
}


#: A report with letters that have two forms in Unicode: composed, and as a letter and an accent.
ACCENTS = (
    "René Müller, the mayor of Łódź-Górna, opened the Café Zoë on Monday. It cost €3.4 million and has 120 seats.\n\n"
    "“We have waited for it since 2019,” said José Peña, who owns 40 per cent of it. His partner Åsa Björk thanked the "
    "people of Malmö.\n\nThe São João brewery, the largest of the region, supplies the beer, Müller said.\n"
)
NOTED = {
    "wire": STORIES["demo"].texts["wire"],
    "court": STORIES["court"].texts["a"],
    "results": STORIES["results"].texts["a"],
    "accents": ACCENTS,
}
#: Each notation with the texts in which it occurs: compared with itself, a text proves nothing.
NOTATED = [
    (notation, name) for notation, write in NOTATIONS.items() for name, text in NOTED.items() if write(text) != text
]


def test_each_notation_occurs_in_a_text() -> None:
    assert {notation for notation, _ in NOTATED} == set(NOTATIONS)
    assert ("decomposed letters", "accents") in NOTATED


@pytest.mark.parametrize(("notation", "name"), NOTATED)
def test_notation_makes_no_difference(checker: Checker, name: str, notation: str) -> None:
    text = NOTED[name]
    for draft, source in ((NOTATIONS[notation](text), text), (text, NOTATIONS[notation](text))):
        assert [f.message for f in check(checker, draft, source).findings if f.code != "DOC901"] == []


# ------------------------------------------------------------------ change


@pytest.mark.parametrize("names", PAIRS, ids="-".join)
def test_draft_and_source_swapped_give_the_mirrored_findings(checker: Checker, names: tuple[str, str, str]) -> None:
    left, right = pair(*names)
    there = check(checker, left, right).findings
    back = check(checker, right, left).findings
    turned = {"draft": "source-0", "source-0": "draft"}
    mirrored = Counter(
        (f.code, frozenset((turned[a], start, end) for a, start, end in spots(f.places)))
        for f in back
        if f.code in SYMMETRIC
    )
    assert Counter(essence(f) for f in there if f.code in SYMMETRIC) == mirrored


@pytest.mark.parametrize("names", PAIRS, ids="-".join)
@pytest.mark.parametrize(
    "stranger",
    [
        "The museum of glass in Pellford will show 60 new lamps from May.",
        "Rain is expected in the far north of Ostavia.",
    ],
)
def test_a_sentence_on_another_matter_keeps_the_other_findings(
    checker: Checker, names: tuple[str, str, str], stranger: str
) -> None:
    draft, source = pair(*names)
    before = check(checker, draft, source).findings
    after = check(checker, f"{draft.rstrip()}\n\n{stranger}\n", source).findings
    new = [f for f in after if any(p.role is Role.DRAFT and p.span.start >= len(draft.rstrip()) for p in f.places)]
    assert {essence(f) for f in after if f not in new} == {essence(f) for f in before}


STORY = (
    "The Tarnow shipyard was flooded on Monday, its owner said. The yard has {figure} workers and builds ferries. "
    "The water came from the river Dree after two days of rain. The mayor thanked the volunteers of the town."
)


@quick
@given(st.integers(20, 9_000), st.integers(20, 9_000))
def test_a_figure_is_found_when_it_differs_and_only_then(checker: Checker, one: int, two: int) -> None:
    if one != two and abs(one - two) < 0.1 * max(one, two):
        two = one
    report = check(checker, STORY.format(figure=f"{two:,}"), STORY.format(figure=f"{one:,}"))
    assert [f.name for f in report.findings] == ([] if one == two else ["value-mismatch"])


# ------------------------------------------------------------------ order and form


def test_the_order_of_the_sources_makes_no_difference(checker: Checker) -> None:
    story = STORIES["demo"]
    one = story.check(checker, "draft", ("wire", "agency"))
    two = story.check(checker, "draft", ("agency", "wire"))
    assert one.findings
    assert render(one, "json") == render(two, "json")


@pytest.mark.parametrize("names", PAIRS, ids="-".join)
def test_a_report_read_back_is_the_same(checker: Checker, names: tuple[str, str, str]) -> None:
    report = check(checker, *pair(*names))
    read = json.loads(render(report, "json"))
    texts = {a.id: a.text for a in report.articles}
    assert [
        (
            f["code"],
            f["name"],
            f["severity"],
            f["message"],
            tuple((p["article"], p["start"], p["end"]) for p in f["places"]),
        )
        for f in read["findings"]
    ] == [
        (f.code, f.name, f.severity.value, f.message, tuple((p.article, p.span.start, p.span.end) for p in f.places))
        for f in report.findings
    ]
    for row in (*read["findings"], *read["alignments"]):
        for place in row["places"]:
            assert place["text"] == texts[place["article"]][place["start"] : place["end"]]
    assert render(report, "json") == render(check(checker, *pair(*names)), "json")
