import pytest

from consistency.quantities.ranks.find import ranks
from consistency.types import ClaimKind, Span


@pytest.mark.parametrize(
    ("text", "rank", "scale", "counted"),
    [
        ("It is the world's largest lender.", 1, "large", "lender"),
        ("It is its biggest export market.", 1, "large", "export market"),
        ("It is the top trading partner of Peru.", 1, "large", "trading partner"),
        ("It is the second-largest trading partner of Peru.", 2, "large", "trading partner"),
        ("It is the third biggest city in Peru.", 3, "large", "city"),
        ("It is the smallest bank.", 1, "small", "bank"),
        ("It is the most populous country on earth.", 1, "most populous", "country"),
        ("They held the fourth ministerial meeting in Lima.", 4, None, "ministerial meeting"),
        ("They met for the first time.", 1, None, "time"),
        ("It is his second term.", 2, None, "term"),
        ("The twenty-first attempt failed.", 21, None, "attempt"),
        ("The 3rd man fled.", 3, None, "man"),
    ],
)
def test_ranks_of_things(text, rank, scale, counted):
    (found,) = ranks(text)
    assert found.kind is ClaimKind.RANK
    assert found.quantity is None
    assert (found.rank, found.scale, found.counted.cut(text)) == (rank, scale, counted)


@pytest.mark.parametrize(
    ("text", "rank"), [("She is No. 2 there.", 2), ("They ranked 3rd.", 3), ("He finished second.", 2)]
)
def test_places(text, rank):
    (found,) = ranks(text)
    assert found.rank == rank
    assert found.counted is None


@pytest.mark.parametrize(
    "text",
    [
        "It joined the ranks of others.",
        "It was not aimed at any third party.",
        "It took a second, at first.",
        "One of the world's largest banks failed.",
        "It is among the biggest banks.",
        "In the second half and the first six months of the third quarter.",
        "The Second World War began.",
        "The top 10 songs and the six largest cities.",
        "Most people left the forest with the most likely guest.",
        "",
    ],
)
def test_look_alikes(text):
    assert ranks(text) == []


def test_taken_words_are_left_alone():
    assert ranks("The fourth meeting ended.", [Span(0, 10)]) == []
