from __future__ import annotations

import pytest

from consistency.extract import extract
from consistency.read import article_from_text
from consistency.segment import segment
from consistency.types import Claim, Role


def claim(text: str, words: str) -> Claim:
    article = article_from_text(text, id="a", role=Role.SOURCE)
    return next(claim for claim in extract(article, segment(article)) if words in claim.text)


def told(text: str, words: str) -> tuple[str | None, ...]:
    found = claim(text, words)
    return tuple(part.text if part else None for part in (found.holder, found.measure, found.attribution))


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Orvale owes Kestria $4 billion, Vik Bank data show.",
            "$4 billion",
            ("Orvale", "owes Kestria", "Vik Bank data"),
        ),
        ("Orvale, which left the union in 1994, is small.", "1994", ("Orvale", "left the union", None)),
        ("Vik, the coast's largest port, is closed.", "largest", ("Vik", None, None)),
        (
            "Local ship owners have invested another $6 million.",
            "$6 million",
            ("Local ship owners", "have invested", None),
        ),
        (
            "It was late, Ida Holm said. The port lost 40 ships, she added.",
            "40 ships",
            ("The port", "lost", "Ida Holm"),
        ),
    ],
)
def test_whose_figure_of_what_by_whom(text: str, words: str, expected: tuple[str | None, ...]) -> None:
    assert told(text, words) == expected


def test_parts_stand_where_they_say() -> None:
    text = "Orvale owes Kestria $4 billion, according to data from the Vik Bank."
    found = claim(text, "$4 billion")
    for part in (found.holder, found.measure, found.attribution):
        assert part is not None
        assert part.span.cut(text) == part.text


def test_standing_of_a_figure() -> None:
    assert claim("Orvale has agreed to send 400 guards.", "400").modality == "agreed"
    assert claim("Orvale did not send 400 guards.", "400").polarity == "negated"
    assert claim("Orvale sent 400 guards.", "400").modality == "asserted"
