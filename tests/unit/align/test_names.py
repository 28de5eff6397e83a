from __future__ import annotations

from functools import cache

import pytest

from consistency.check import Checker
from consistency.names.index import NameIndex
from consistency.read import article_from_text
from consistency.settings import Settings
from consistency.types import Finding, Role, Severity

STORY = (
    "Mayor Brenna Holt opened the new harbor bridge in Orvale on Monday. "
    "The bridge was built by Tarn Civil Works for $40 million, she said. "
    "Deputy Governor Tomas Keller praised the crews who worked through the winter. "
    "Ferries had carried all traffic across the bay for a century. "
    "The last ferry will be sold to a museum in Portugal. "
    "Fishermen had feared that the piers would block their way to the sea."
)


@cache
def checker() -> Checker:
    return Checker(Settings(cache=False, select=("ENT301", "COV702", "COV705")))


def raised(draft: str, *sources: str) -> list[Finding]:
    report = checker().check(
        article_from_text(draft, id="draft", role=Role.DRAFT),
        [article_from_text(text, id=f"source-{n}", role=Role.SOURCE) for n, text in enumerate(sources or (STORY,))],
    )
    return list(report.findings)


def codes(draft: str, *sources: str) -> list[tuple[str, Severity]]:
    return [(finding.code, finding.severity) for finding in raised(draft, *sources)]


def edited(old: str, new: str) -> str:
    assert STORY.count(old) == 1
    return STORY.replace(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Brenna Holt", "Ulla Drexner"),
        ("Tomas Keller", "Brenna Holt"),
        ("Tarn Civil Works", "Weir Concrete Partners"),
        ("Portugal", "Denmark"),
        ("Portugal", "Peru"),
    ],
)
def test_another_name_in_the_same_place_is_an_error(old: str, new: str) -> None:
    found = raised(edited(old, new))
    assert [(finding.code, finding.severity) for finding in found] == [("ENT301", Severity.ERROR)]
    assert old in found[0].message
    assert new in found[0].message


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Mayor Brenna Holt", "Holt"),
        ("Mayor Brenna Holt", "The mayor, Brenna Holt,"),
        ("Deputy Governor Tomas Keller", "Deputy Gov. Tomas Keller"),
        ("a museum in Portugal", "a Portuguese museum"),
        ("Tarn Civil Works", "TCW"),
    ],
)
def test_another_form_of_the_name_is_no_fault(old: str, new: str) -> None:
    assert [code for code, severity in codes(edited(old, new)) if severity is not Severity.NOTE] == []


def test_another_first_name_is_a_warning() -> None:
    assert codes(edited("Tomas Keller", "Viktor Keller")) == [("ENT301", Severity.WARNING)]


def test_a_slip_in_a_copied_name_is_a_warning() -> None:
    assert codes(edited("Tomas Keller", "Tomas Kelmer")) == [("ENT301", Severity.WARNING)]


def test_invented_person_in_a_summary() -> None:
    found = codes(
        "The harbor bridge in Orvale was opened on Monday by Mayor Holt. Holt's guest Ulla Drexner cheered it."
    )
    assert ("COV705", Severity.WARNING) in found


def test_name_of_another_source_is_not_added() -> None:
    draft = "Mayor Brenna Holt opened the new harbor bridge in Orvale with the singer Ulla Drexner on Monday."
    other = (
        "A bridge was opened in Orvale. Ulla Drexner sang at the harbor for Mayor Brenna Holt when the bridge opened."
    )
    assert [code for code, _ in codes(draft, STORY, other)] == []
    assert ("COV705", Severity.WARNING) in codes(draft, STORY)


def test_person_left_out_of_a_copied_sentence() -> None:
    source = "The new harbor bridge was opened by the mayor and by Tomas Keller on a cold Monday morning in spring."
    draft = "The new harbor bridge was opened by the mayor on a cold Monday morning in spring."
    assert [code for code, _ in codes(draft, source)] == ["COV702"]


def test_first_name_left_out_is_no_alarm() -> None:
    source = "Governor Tomas Keller signed the fishing bill at the harbor on Monday."
    draft = "Governor Keller signed the fishing bill at the harbor on Monday."
    assert {severity for _, severity in codes(draft, source)} <= {Severity.NOTE}


def test_summary_that_leaves_out_names_is_no_alarm() -> None:
    assert {severity for _, severity in codes("A bridge was opened on Monday.")} <= {Severity.NOTE}


def test_another_story_has_other_names() -> None:
    other = "Ulla Drexner won the chess title in Lisbon. The final took nine hours. Her rival resigned at midnight."
    assert codes(other) == []


@pytest.mark.parametrize(
    "name",
    [
        "Holt",
        "Mayor Holt",
        "Brigadier General Holt",
        "WHO",
        "S. Holt",
        "Man United",
        "Manchester Utd",
        "French",
        "UN Data",
    ],
)
def test_known_in_another_form(name: str) -> None:
    texts = [
        "Brig. Gen. Sara Holt left Paris.",
        "The World Health Organization and Manchester United met U.N. Data in Paris.",
    ]
    assert NameIndex(texts).names(name)


@pytest.mark.parametrize("name", ["Ulla Drexner", "Sara Drexner", "IMF", "Peru", "Orvale Harbor", "Leff"])
def test_unknown(name: str) -> None:
    texts = ["Brig. Gen. Sara Holt left Paris.", "The World Health Organization and Manchester United met."]
    assert not NameIndex(texts).names(name)


def test_another_place_beside_copied_words_is_an_error() -> None:
    source = (
        "The number of cracked dams found in a rural Kansas county has grown, according to the water board. "
        "The board ordered a survey of all dams after the flood. "
        "Farmers along the Tarn had warned of the cracks for years. "
        "Engineers from Iowa will help. "
        "Repairs will take until the spring, the board said. "
        "No one was hurt in the flood."
    )
    draft = "The number of cracked dams found in Iowa has grown to nine. The board ordered a survey of all dams."
    names = [(f.code, f.severity) for f in raised(draft, source) if "Kansas" in f.message]
    assert names == [("ENT301", Severity.ERROR)]


def test_a_line_of_names_with_a_small_verb_is_no_headline() -> None:
    draft = "Brenna Holt meets Tomas Keller in Quellenburg on Monday. She opened the new harbor bridge in Orvale."
    assert ("COV705", Severity.WARNING) in codes(draft)
    assert codes("Brenna Holt Meets Tomas Keller In Quellenburg On Monday.\n\nShe opened the new harbor bridge.") == []
