from __future__ import annotations

import pytest

from consistency.check import Checker
from consistency.read import article_from_text
from consistency.settings import Settings
from consistency.types import Report, Role

SOURCE = (
    "The ferry line Kestria Marine opened a terminal at Orvale in May. The terminal serves 900 passengers a day, "
    "according to Vik Harbour Board data. Its two piers were rebuilt after the storm of 2011. "
    "The old lighthouse will be sold next spring to pay for a second ferry, Ida Holm said."
)


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(Settings(select=("ATT",)))


def checked(checker: Checker, draft: str, *sources: str) -> Report:
    articles = [article_from_text(text, id=f"s{n}", role=Role.SOURCE) for n, text in enumerate(sources)]
    return checker.check(article_from_text(draft, id="d", role=Role.DRAFT), articles)


def codes(checker: Checker, draft: str, *sources: str) -> list[str]:
    return [finding.code for finding in checked(checker, draft, *sources).findings]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (", according to Vik Harbour Board data", "", ["ATT502"]),
        (", Ida Holm said", "", ["ATT502"]),
        ("Vik Harbour Board data", "a trade union", ["ATT501"]),
        ("Ida Holm", "Peter Lang", ["ATT501"]),
        ("according to Vik Harbour Board data", "figures from the Vik Harbour Board show", []),
        ("Ida Holm said", "Holm told reporters", []),
        ("Ida Holm said", "the mayor said", []),
    ],
)
def test_one_edit(checker: Checker, old: str, new: str, expected: list[str]) -> None:
    assert codes(checker, SOURCE.replace(old, new), SOURCE) == expected


def test_added_is_the_mirror_of_dropped(checker: Checker) -> None:
    bare = SOURCE.replace(", Ida Holm said", "")
    assert codes(checker, SOURCE, bare) == ["ATT503"]
    assert codes(checker, bare, SOURCE) == ["ATT502"]


def test_a_source_that_tells_it_as_fact_supports_the_draft(checker: Checker) -> None:
    bare = SOURCE.replace(", Ida Holm said", "")
    assert codes(checker, bare, SOURCE, bare) == []


def test_two_sources_make_one_finding(checker: Checker) -> None:
    bare = SOURCE.replace(", according to Vik Harbour Board data", "")
    assert codes(checker, bare, SOURCE, SOURCE) == ["ATT502"]


def test_places_are_the_source_and_where_it_should_stand(checker: Checker) -> None:
    bare = SOURCE.replace(", according to Vik Harbour Board data", "")
    (finding,) = checked(checker, bare, SOURCE).findings
    draft, source = finding.places
    assert "passengers" in draft.span.cut(bare)
    assert source.span.cut(SOURCE) == "Vik Harbour Board data"
