from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from consistency.dates.compare import agrees, looser
from consistency.dates.find import dates
from consistency.language.calendar_words import MONTHS
from consistency.types import Calendar, Moment

WORDS = [
    "on",
    "in",
    "by",
    "the",
    "last",
    "next",
    "past",
    "this",
    "of",
    "early",
    "late",
    "end",
    "May",
    "March",
    "Tuesday",
    "Fri.",
    "1985",
    "2024",
    "25",
    "3",
    "5:30",
    "a.m.",
    "pm",
    "ago",
    "weeks",
    "year",
    "decade",
    "since",
    "before",
    "after",
    "until",
    "war",
    "vote",
    "taking",
    "office",
    "recently",
    "later",
    "1990s",
    "third",
    "quarter",
    "summer",
    "two",
    "a",
    "people",
    ",",
    ".",
    ";",
    "'",
    "-",
    "(",
    ")",
    "yesterday",
    "Christmas",
    "Eve",
    "during",
    "second",
    "term",
    "during",
    "eve",
    "run-up",
    "to",
]
SENTENCES = st.one_of(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join), st.text(max_size=80))
DAYS = st.one_of(st.none(), st.dates())


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    words = draw(
        st.sampled_from(
            [
                "on Tuesday",
                "last Friday",
                "in May",
                "on May 25",
                "on 25 May 2020",
                "in 1985",
                "in the 1990s",
                "last week",
                "this month",
                "yesterday",
                "three days ago",
                "a decade ago",
                "over the next three years",
                "recently",
                "in recent years",
                "before the vote",
                "after the vote",
                "on the eve of the vote",
                "two days after the vote",
                "since 1985",
                "by 2030",
                "at 5 p.m. sharp",
                "in the third quarter",
                "in summer 2006",
                "early in May",
                "from 2013 to 2015",
                "last month",
                "since the 1990s",
                "until Friday",
                "overnight",
                "5/6/2020",
                "this year",
                "in the run-up to the election",
            ]
        )
    )
    found = dates(f"They met {words}.", draw(DAYS))
    assert found[0].moment is not None
    return found[0].moment


@given(text=SENTENCES, published=DAYS)
def test_spans_lie_in_the_text_in_order_and_apart(text: str, published: date | None) -> None:
    end = 0
    for found in dates(text, published):
        assert end <= found.span.start < found.span.end <= len(text)
        assert found.span.covers(found.core)
        assert found.core.cut(text).strip() == found.core.cut(text) != ""
        end = found.span.end


@given(text=SENTENCES, published=DAYS)
def test_days_are_known_both_or_not_at_all_and_in_order(text: str, published: date | None) -> None:
    for found in dates(text, published):
        assert found.moment is not None
        first, last = found.moment.first, found.moment.last
        assert (first is None) == (last is None)
        assert first is None or last is None or first <= last


@given(text=SENTENCES)
def test_the_day_of_the_article_changes_no_span(text: str) -> None:
    assert [f.span for f in dates(text)] == [f.span for f in dates(text, date(2025, 2, 19))]


@given(left=moments(), right=moments())
def test_agreement_is_symmetric(left: Moment, right: Moment) -> None:
    assert agrees(left, right) is agrees(right, left)


@given(moment=moments())
def test_a_moment_agrees_with_itself_and_is_not_looser(moment: Moment) -> None:
    assert agrees(moment, moment) is True
    assert not looser(moment, moment)


@given(left=moments(), right=moments())
def test_looser_never_holds_both_ways(left: Moment, right: Moment) -> None:
    assert not (looser(left, right) and looser(right, left))


@given(day=st.dates(min_value=date(1600, 1, 1), max_value=date(2999, 12, 31)))
def test_every_notation_of_a_day_is_one_moment(day: date) -> None:
    month = day.strftime("%B")
    notations = (
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{day.strftime('%A')}, {month} {day.day}, {day.year}",
        f"{month[:3]}{'.' if month != 'May' else ''} {day.day}, {day.year}",
        day.isoformat(),
    )
    found = {dates(f"It fell on {words}.")[0].moment for words in notations}
    assert len(found) == 1
    assert all(moment and moment.first == moment.last == day for moment in found)


@st.composite
def calendar_words(draw: st.DrawFn) -> tuple[str, Calendar]:
    """A date in words, and its parts."""
    month, year = draw(st.sampled_from(MONTHS)), draw(st.integers(1901, 2099))
    day, step = draw(st.integers(1, 28)), draw(st.sampled_from([("last", -1), ("this", 0), ("next", 1)]))
    unit = draw(st.sampled_from(["week", "month", "quarter", "year", "decade", "century"]))
    return draw(
        st.sampled_from(
            [
                (f"on {day} {month.title()} {year}", Calendar(day=day, month=month, year=year)),
                (f"on {month.title()} {day}", Calendar(day=day, month=month)),
                (f"in {month.title()} {year}", Calendar(month=month, year=year)),
                (f"{step[0]} {month.title()}", Calendar(step=step[1], month=month)),
                (f"{step[0]} {unit}", Calendar(step=step[1], unit=unit)),
            ]
        )
    )


@given(told=calendar_words())
def test_a_date_and_its_label_have_the_same_parts(told: tuple[str, Calendar]) -> None:
    words, parts = told
    (found,) = dates(f"They met {words}.")
    assert found.moment is not None and found.moment.when == parts
    label = found.moment.label
    if parts.month:
        label = label.replace(parts.month, parts.month.title())
    (again,) = dates(f"They met {'' if parts.step is not None else 'in '}{label}.")
    assert again.moment is not None and again.moment.when == parts
