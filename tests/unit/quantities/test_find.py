import pytest

from consistency.quantities.find import quantities
from consistency.types import Bound, Change, Dimension, Span


def one(text):
    (found,) = quantities(text)
    return found


@pytest.mark.parametrize(
    ("text", "value", "dimension", "unit"),
    [
        ("Prices rose 12.5 percent.", 12.5, Dimension.PERCENT, "percent"),
        ("Rates rose 0.25 percentage points.", 0.25, Dimension.POINTS, "percentage point"),
        ("A boy aged 7 fled.", 7, Dimension.AGE, "year of age"),
        ("A 34-year-old man fled.", 34, Dimension.AGE, "year of age"),
        ("The deal is ten months old.", 10, Dimension.AGE, "month of age"),
        ("Ann Lee, 41, was freed.", 41, Dimension.AGE, "year of age"),
        ("It lasted ninety five minutes.", 95, Dimension.DURATION, "minute"),
        ("They asked for two and a half years.", 2.5, Dimension.DURATION, "year"),
        ("The wall is 1.8m tall.", 1.8, Dimension.MEASURE, "metre"),
        ("They moved 1.2m tonnes.", 1.2e6, Dimension.MEASURE, "metric ton"),
        ("It fell to -5°C.", -5, Dimension.MEASURE, "celsius"),
        ("They pump 500,000 barrels a day.", 5e5, Dimension.MEASURE, "barrel per day"),
        ("A third of voters agree.", 1 / 3, Dimension.RATIO, None),
        ("One in three agrees.", 1 / 3, Dimension.RATIO, None),
        ("Half of them left.", 0.5, Dimension.RATIO, None),
        ("It is double that of a decade before.", 2, Dimension.RATIO, "times"),
        ("It was three times as large.", 3, Dimension.RATIO, "times"),
        ("A threefold rise.", 3, Dimension.RATIO, "times"),
    ],
)
def test_dimensions(text, value, dimension, unit):
    quantity = one(text).quantity
    assert quantity.value == pytest.approx(value)
    assert (quantity.dimension, quantity.full_unit) == (dimension, unit)


@pytest.mark.parametrize(
    ("text", "value", "counted"),
    [
        ("It hired 10,000 National Guard members to help.", 10000, "National Guard members"),
        ("It hired 10,000 members of the National Guard.", 10000, "members"),
        ("It built over 200 road projects in May.", 200, "road projects"),
        ("Some 1.2m people marched.", 1.2e6, "people"),
        ("Five of the ministers left.", 5, "ministers"),
        ("One analyst said so.", 1, "analyst"),
        ("About a dozen men stood there.", 12, "men"),
        ("Thousands of small, friendly deals failed.", 1000, "small, friendly deals"),
        ("Four empty houses burned.", 4, "empty houses"),
        ("In Rafah 30 others were hurt.", 30, "others"),
        ("Two sports teams met.", 2, "sports teams"),
        ("The 12-page report is out.", 12, "page"),
    ],
)
def test_counts(text, value, counted):
    found = one(text)
    assert found.quantity.value == value
    assert found.counted.cut(text) == counted
    assert found.quantity.dimension is Dimension.COUNT


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("They want 10 to 15 trucks.", 10, 15, None),
        ("They want between 10 and 15 million trucks.", 10e6, 15e6, None),
        ("They want 10-15%.", 10, 15, "percent"),
        ("They want $10-15 million.", 10e6, 15e6, "USD"),
        ("They want £5m-£7m.", 5e6, 7e6, "GBP"),
        ("They want $10 million to $15 million.", 10e6, 15e6, "USD"),
        ("They want eight to 10 feet.", 8, 10, "foot"),
        ("They want 2 or 3 days.", 2, 3, "day"),
    ],
)
def test_ranges(text, low, high, unit):
    quantity = one(text).quantity
    assert (quantity.value, quantity.high, quantity.full_unit) == (low, high, unit)


def test_a_way_is_no_range():
    values = [
        (f.quantity.value, f.quantity.high, f.quantity.full_unit) for f in quantities("Rates rose from 5 to 7 percent.")
    ]
    assert values == [(5, None, "percent"), (7, None, "percent")]


@pytest.mark.parametrize(
    "text",
    [
        'The "One Valley, One Road" plan was named.',
        'He spoke at the "Linden 7 Forum" there.',
        "The G7 met during COVID-19 near Area 51 and saw a Boeing 737.",
        "No one of them told any third party or one another.",
        "One of the plans is one more way to a zero-sum game.",
        "Call 555-123-4567 at 2:30 pm about version 2.0.1.",
        "They won 4-1 and lost 18-15; the court ruled 5-4.",
        "It is not what the two sides said of 9/11, 24/7 and Article 50.",
        "In 1985 and the 1990s and on nov. 15 and 1 may.",
        "She lives at 123 Random Street, PA 23456.",
        "The scp-173m and the 24703L202 and the 9-AB are codes.",
        "It took a second.",
        "That was in the first half of the game.",
        "",
        "...",
    ],
)
def test_look_alikes_say_nothing(text):
    assert quantities(text) == []


@pytest.mark.parametrize("text", ["Only 2,000 people came.", "They paid $1985.", "In 1620 it held 1,900 books."])
def test_years_that_are_figures(text):
    assert quantities(text)


def test_increment_and_change():
    further = one("They sent a further 200 soldiers.")
    assert further.quantity.increment
    assert further.quantity.change is None
    assert one("Sales rose by 3%.").quantity.change is Change.UP
    assert one("It was an 8 percent drop.").quantity.change is Change.DOWN
    assert one("Sales rose to 3 tons.").quantity.change is None
    assert one("Women make up 52% there.").quantity.change is None


def test_basis():
    text = "They buy nearly $70 billion more from Peru than the U.S. does, he said."
    found = one(text)
    assert found.basis.cut(text) == "than the U.S. does"
    assert found.quantity.change is Change.UP
    text = "Sales rose 5% from the week before."
    assert one(text).basis.cut(text) == "from the week before"


def test_spans_cover_bound_figure_and_thing():
    text = "It lists more than 1,500 open jobs today."
    found = one(text)
    assert found.span.cut(text) == "more than 1,500 open jobs"
    assert found.core.cut(text) == "1,500"
    assert found.quantity.bound is Bound.MORE_THAN


def test_taken_words_are_left_alone():
    text = "Over the next three years they want 20 ships."
    (found,) = quantities(text, [Span(0, text.index(" they"))])
    assert found.quantity.value == 20


def test_vague_counts_have_a_bound():
    assert one("Dozens of homes burned.").quantity.bound is Bound.AT_LEAST
    several = one("Several homes burned.").quantity
    assert several.vague
    assert several.bound is Bound.APPROX


@pytest.mark.parametrize(
    "text", ["1 " * 5000, "1,1" * 5000, "one and " * 3000, "$" * 10000, "1/2 " * 2000, "-1" * 5000]
)
def test_hostile_texts_end(text):
    assert isinstance(quantities(text), list)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The 30-year-old's win came late.", 30, "year of age"),
        ("A mother of two calls it cruel.", 2, "child"),
        ("He cried when he was 11.", 11, "year of age"),
    ],
)
def test_people_and_their_ages(text, value, unit):
    quantity = one(text).quantity
    assert (quantity.value, quantity.full_unit) == (value, unit)


@pytest.mark.parametrize("text", ["They played a one-two at home.", "It was the best since '57."])
def test_numbers_inside_sayings(text):
    assert quantities(text) == []


def test_a_number_beside_a_date_belongs_to_it():
    text = "Fish appeared 3.8 billion years ago."
    assert quantities(text, [Span(text.index("years"), len(text) - 1)]) == []


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("He was jailed for a year and a half.", 1.5, "year"),
        ("She waited an hour and a half for the ferry.", 1.5, "hour"),
    ],
)
def test_a_unit_and_a_half(text: str, value: float, unit: str) -> None:
    (found,) = quantities(text)
    assert found.quantity is not None
    assert (found.quantity.value, found.quantity.full_unit) == (value, unit)


def test_a_count_of_a_spelled_number_of_things() -> None:
    text = "The storm broke three of the port's seven cranes and five of the last six boats."
    assert [found.quantity.value for found in quantities(text) if found.quantity] == [3, 7, 5, 6]


@pytest.mark.parametrize(
    ("text", "date", "value"),
    [
        ("The port had 2,000 clerks, compared with 5,200 a decade ago.", "a decade ago", 5200),
        ("The club won 21 games and lost 19 after he was named in May.", "after he was named", 19),
        ("The score was 12 in 2019.", "in 2019", 12),
    ],
)
def test_a_figure_before_a_date_is_none_of_its_words(text: str, date: str, value: int) -> None:
    place = text.index(date)
    found = quantities(text, [Span(place, place + len(date))])
    assert found[-1].quantity is not None
    assert found[-1].quantity.value == value
