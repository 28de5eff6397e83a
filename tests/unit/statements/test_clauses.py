"""The clause around a claim, and the holder and measure of a figure in it."""

from __future__ import annotations

import pytest

from consistency.language.surface import tokens, within
from consistency.statements.clauses import clause
from consistency.statements.holder import holding
from consistency.types import Span


def place(text: str, claim: str) -> Span:
    at = text.index(claim)
    return Span(at, at + len(claim))


@pytest.mark.parametrize(
    ("text", "claim", "expected"),
    [
        ("The navy did not attend, but sold 40 ships.", "40", "but sold 40 ships."),
        ("The navy, which has not paid, owns 40 ships.", "40", "owns 40 ships."),
        ("The firm, founded in 1990, closed.", "1990", "founded in 1990"),
        ("The navy sold 40 ships; the army kept 20 tanks.", "20", "the army kept 20 tanks."),
        ('He called it "a bad idea" and sold 40 ships.', "40", "sold 40 ships."),
        ("If it rains, the navy sells 40 ships.", "40", "the navy sells 40 ships."),
        ("The navy sold 40 ships, boats and 20 cranes.", "20", "The navy sold 40 ships, boats and 20 cranes."),
    ],
)
def test_clause(text: str, claim: str, expected: str) -> None:
    found = tokens(text)
    inside = within(found, place(text, claim))
    first, last = clause(text, (inside.start, inside.stop))
    assert text[found[first].start : found[last - 1].end] == expected


@pytest.mark.parametrize(
    ("text", "claim", "holder", "measure"),
    [
        ("Bolivia owes China 3 billion dollars.", "3 billion", "Bolivia", "owes China"),
        ("In 2024, the port of Vik handled 40 ships.", "40", "the port of Vik", "handled"),
        ("The unemployment rate was 4 percent.", "4 percent", "The unemployment rate", "The unemployment rate"),
        ("Vik, the coast's largest port, closed.", "largest", "Vik", None),
        ("They sold 40 ships.", "40", None, "sold"),
        ("40 ships left.", "40", None, None),
    ],
)
def test_holder_and_measure(text: str, claim: str, holder: str | None, measure: str | None) -> None:
    found = holding(text, place(text, claim))
    assert [span and span.cut(text) for span in found] == [holder, measure]
