"""Short texts about different events raise nothing, and the report says so; about the same event they are compared."""

from __future__ import annotations

from functools import cache

import pytest

from consistency import Checker, Result

OTHER = [
    ("Quarterly profit rose to 12 million.", "The fire at the mill killed 12 people on Monday."),
    (
        "Quarterly profit at the mill rose to 12 million euros. Shares climbed 4 percent.",
        "The fire at the mill killed 12 people. Firefighters needed nine hours to put it out. The cause is unknown.",
    ),
    ("Brennick United won the cup final on Saturday.", "Brennick council voted on Saturday to close two schools."),
    ("The minister resigned over the leaked letters.", "The minister opened a new hospital wing in Orvale on Friday."),
    (
        "Police arrested three men after a bank robbery in Brennick.",
        "Police in Brennick will wear new uniforms from next year. Three firms made offers.",
    ),
    (
        "The central bank raised its key rate to 4.5 percent.",
        "Unemployment in the coastal towns fell to 4.5 percent in March.",
    ),
    (
        "Drivers of the coast railway will strike on Thursday. Their union wants 6 percent more pay.",
        "A storm tore the roof off the railway station on Sunday night. Trains will not run before Thursday.",
    ),
    (
        "The court sentenced the former mayor to three years for fraud.",
        "The mayor unveiled a plan to plant 3,000 trees by the river.",
    ),
    (
        "Researchers found a new species of frog in the Orvale hills.",
        "Farmers in the Orvale hills protested against cuts to milk subsidies.",
    ),
    (
        "Tesmar Motors will recall 9,000 vans over faulty brakes.",
        "Tesmar Motors named Brenna Holt as its chief executive.",
    ),
]

SAME = [
    ("Twelve people died in a fire at the mill.", "The fire at the mill killed 12 people on Monday."),
    ("Mill blaze kills 15.", "The fire at the mill killed 12 people on Monday."),
    (
        "The station lost its roof in a storm, and 240 travellers slept in a school.",
        "A storm tore the roof off the railway station on Sunday night. About 240 people spent the night in a school.",
    ),
    ("Two schools are to shut after a council vote.", "Brennick council voted on Saturday to close two schools."),
    ("Boat disaster off Brennick claims a dozen lives.", "A ferry sank off Brennick and 12 people drowned."),
    ("Downpours left 40 houses by the Rill under water.", "Heavy rain flooded 40 homes along the Rill."),
    ("Holt takes the helm at the carmaker Tesmar.", "Tesmar Motors named Brenna Holt as its chief executive."),
    (
        "Three suspects were held after robbers raided a Brennick bank.",
        "Police arrested three men after a bank robbery in Brennick.",
    ),
    (
        "The ex-mayor must go to prison for three years.",
        "The court sentenced the former mayor to three years for fraud.",
    ),
    ("The minister quit.", "The minister resigned over the leaked letters."),
]

#: A sentence that nothing in ``SAME`` says, whatever the draft.
MORE = " Residents had warned the council about rotten cables in a letter."


@cache
def checker() -> Checker:
    return Checker(select=["ALL"], cache=False)


def checked(draft: str, source: str) -> Result:
    return checker().check(draft, [source])


@pytest.mark.parametrize(("one", "two"), [*OTHER, *((two, one) for one, two in OTHER)])
def test_different_events_raise_nothing_and_the_report_says_why(one: str, two: str) -> None:
    result = checked(one, two)
    assert result.findings == ()
    assert [skipped.what for skipped in result.skipped] == ["source"]
    assert "different events, so their sentences are not compared" in result.skipped[0].why


@pytest.mark.parametrize(("one", "two"), [*SAME, *((two, one) for one, two in SAME)])
def test_reports_of_the_same_event_are_compared(one: str, two: str) -> None:
    assert checked(one, two).skipped == ()


def test_what_is_added_to_a_report_of_the_same_event_is_reported() -> None:
    added = [draft for draft, source in SAME if "COV704" in {f.code for f in checked(draft + MORE, source).findings}]
    assert len(added) >= 9


def test_of_several_sources_the_one_about_another_event_is_named() -> None:
    draft, fire = SAME[0]
    result = checker().check(draft, [fire, OTHER[0][0]])
    assert [skipped.what for skipped in result.skipped] == ["source-2"]


def test_of_peers_the_one_about_another_event_is_named() -> None:
    draft, fire = SAME[0]
    result = checker().compare([draft, fire, OTHER[0][0]])
    assert [(one.what, "than the other articles" in one.why) for one in result.skipped] == [("article-3", True)]


def test_a_text_in_another_language_is_not_also_said_to_report_another_event() -> None:
    french = "Le ministre a déclaré mardi que le gouvernement ne changerait pas la loi sur les retraites cette année."
    assert len(checked(french, SAME[0][1]).skipped) == 1
