"""Names that mean one thing are read as one, and point at what is printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.read import article_from_text
from consistency.segment import segment
from consistency.types import Role, Span

ALIASES = (("Zorbex", "Zorbex Industries", "the Orange Giant"), ("EU", "European Union"))


def read(text: str) -> str:
    article = article_from_text(text, id="a", role=Role.DRAFT, path="a.md")
    return " ".join(sentence.text for sentence in segment(article, ALIASES))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zorbex Industries fell.", "Zorbex fell."),
        ("The Orange Giant's shares fell.", "Zorbex's shares fell."),
        ("An Orange Giant spokesman left.", "An Zorbex spokesman left."),
        ("He left the Orange Giant on Monday.", "He left Zorbex on Monday."),
        ("The European Union and the EU met.", "The EU and the EU met."),
        ("Zorbexia Industries fell.", "Zorbexia Industries fell."),
        ("An orange giant fell.", "An orange giant fell."),
        ("“The Orange Giant” fell.", '"Zorbex" fell.'),
        ("The *Orange* Giant fell.", "Zorbex fell."),
    ],
)
def test_an_alias_is_read_as_the_first_name(text: str, expected: str) -> None:
    assert read(text) == expected


def test_a_title_is_found_again_under_its_alias() -> None:
    text = "The Orange Giant cuts jobs\n\nThe Orange Giant cut 300 jobs in Lyon on Monday, the company said."
    titled = article_from_text(text, id="a", role=Role.DRAFT, title="The Orange Giant cuts jobs")
    assert [s.kind for s in segment(titled, ALIASES)] == [s.kind for s in segment(titled)]


PARTS = st.sampled_from(
    ["Zorbex", "Industries", "the", "The", "Orange", "Giant", "EU", "European Union", "fell", ".", "–", "“"]
)


@given(parts=st.lists(PARTS, max_size=12))
def test_every_character_stands_for_what_is_printed(parts: list[str]) -> None:
    article = article_from_text(" ".join(["It", *parts]), id="a", role=Role.DRAFT)
    end = 0
    for sentence in segment(article, ALIASES):
        assert len(sentence.offsets) == len(sentence.text) + 1
        assert list(sentence.offsets) == sorted(sentence.offsets)
        assert sentence.span.start >= end
        end = sentence.span.end
        for at, sign in enumerate(sentence.text):
            raw = sentence.raw(Span(at, at + 1))
            assert sentence.span.covers(raw)
            assert raw.cut(article.text) == sign or len(raw.cut(article.text)) != 1 or not sign.isalnum()


@given(parts=st.lists(PARTS, max_size=12))
def test_without_an_alias_in_it_a_text_is_read_as_ever(parts: list[str]) -> None:
    article = article_from_text(" ".join(["It", *parts]), id="a", role=Role.DRAFT)
    plain = segment(article)
    if not any(name in article.text for name in ("Zorbex Industries", "Orange Giant", "European Union")):
        assert segment(article, ALIASES) == plain
