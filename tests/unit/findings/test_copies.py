"""An article and its verbatim copy raise nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from consistency.check import Checker
from consistency.read import article_from_text
from consistency.settings import Settings
from consistency.types import Role


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(replace(Settings(), select=("ALL",), min_confidence=0.0, cache=False))


@pytest.mark.parametrize("text", ["1 e", "Velmar said V said Velmar", "Dr.Nv", "ñez said”~~"])
def test_a_copy_is_silent_however_odd(checker: Checker, text: str) -> None:
    draft = article_from_text(text, id="draft", role=Role.DRAFT)
    source = article_from_text(text + "\n", id="source", role=Role.SOURCE)
    assert checker.check(draft, [source]).findings == ()


def test_another_source_is_still_compared(checker: Checker) -> None:
    text = "The fire at the mill killed 15 people."
    draft = article_from_text(text, id="draft", role=Role.DRAFT)
    sources = [
        article_from_text(text, id="copy", role=Role.SOURCE),
        article_from_text("The fire at the mill killed 12 people.", id="other", role=Role.SOURCE),
    ]
    found = checker.check(draft, sources).findings
    assert found
    assert all("other" in {place.article for place in finding.places} for finding in found)
